import plugin from 'markdown-it-abbr'
import type { Extension } from '../extension.ts'

/** `*[HTML]: Hyper Text`: every HTML on the slide gets an explanation. */
export const abbr: Extension = (md) => {
  md.use(plugin)
}
