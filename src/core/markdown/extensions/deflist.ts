import plugin from 'markdown-it-deflist'
import type { Extension } from '../extension.ts'

/** A term, and below it `: its definition`. */
export const deflist: Extension = (md) => {
  md.use(plugin)
}
