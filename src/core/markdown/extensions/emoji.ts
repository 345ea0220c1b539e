import { full } from 'markdown-it-emoji'
import type { Extension } from '../extension.ts'

/** `:rocket:` becomes the character; `:)` stays, as in HedgeDoc. Screen readers know the name of a character. */
export const emoji: Extension = (md) => {
  const before = new Set(md.core.ruler.getRules(''))
  md.use(full, { shortcuts: {} })
  const replace = md.core.ruler.getRules('').find((rule) => !before.has(rule))
  // The plugin tries 1900 names on every text, a seventh of a build: skip texts without any.
  md.core.ruler.at('emoji', (state) => {
    if (/:[\w+-]+:/.test(state.src)) replace?.(state)
  })
}
