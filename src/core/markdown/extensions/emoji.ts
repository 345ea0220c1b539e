import { full } from 'markdown-it-emoji'
import type { Extension } from '../extension.ts'

/** `:rocket:` becomes the character; `:)` stays, as in HedgeDoc. A screen reader says a character's own name. */
export const emoji: Extension = (md) => {
  md.use(full, { shortcuts: {} })
}
