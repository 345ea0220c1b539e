import plugin from 'markdown-it-mark'
import type { Extension } from '../extension.ts'

/** `==marked==` */
export const mark: Extension = (md) => {
  md.use(plugin)
}
