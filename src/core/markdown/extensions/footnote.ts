import plugin from 'markdown-it-footnote'
import type { Extension } from '../extension.ts'
import { footnoteTail } from './footnote-tail.ts'

/** `text[^1]` and `[^1]: note`: the notes are at the end of their slide, numbered from 1. */
export const footnote: Extension = (md) => {
  md.use(plugin)
  md.core.ruler.at('footnote_tail', footnoteTail)
  // The plugin's <section> would make reveal.js take the footnotes for a slide of their own.
  md.renderer.rules['footnote_block_open'] = () => '<hr class="footnotes-sep">\n<div class="footnotes">\n<ol class="footnotes-list">\n'
  md.renderer.rules['footnote_block_close'] = () => '</ol>\n</div>\n'
}
