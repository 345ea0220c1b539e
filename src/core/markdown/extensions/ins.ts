import plugin from 'markdown-it-ins'
import type { Extension } from '../extension.ts'

/** `++inserted++` */
export const ins: Extension = (md) => {
  md.use(plugin)
}
