import { NOTES_BLOCK } from '../../deck/split-notes.ts'
import type { Extension } from '../extension.ts'
import { containerLines, lineOf, parseLines } from '../container-lines.ts'

/** The class of an `<aside>` with speaker notes, as in reveal.js. */
export const NOTES_CLASS = 'notes'

/** `::: notes` to `:::`: speaker notes, which are taken out of the slide after it is sanitised. */
export const notes: Extension = (md) => {
  md.block.ruler.before(
    'fence',
    'notes',
    (state, startLine, endLine, silent) => {
      if (!NOTES_BLOCK.test(lineOf(state, startLine)) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      if (silent) return true
      const { end, next } = containerLines(state, [startLine + 1, endLine])
      const open = state.push('notes_open', 'aside', 1)
      open.block = true
      open.map = [startLine, next]
      open.attrs = [['class', NOTES_CLASS]]
      parseLines(state, startLine + 1, end)
      state.push('notes_close', 'aside', -1).block = true
      state.line = next
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}
