import plugin from 'markdown-it-sup'
import type { Extension } from '../extension.ts'

/** `19^th^` */
export const sup: Extension = (md) => {
  md.use(plugin)
}
