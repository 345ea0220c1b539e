import plugin from 'markdown-it-sub'
import type { Extension } from '../extension.ts'

/** `H~2~O` */
export const sub: Extension = (md) => {
  md.use(plugin)
}
