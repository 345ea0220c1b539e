import { NOTES_BLOCK } from '../../deck/split-notes.ts'
import type { StateBlock } from 'markdown-it'
import type { Extension, PassageEnv } from '../extension.ts'
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
      if (!(state.env as PassageEnv).withoutNotes) parseLines(state, startLine + 1, end)
      state.push('notes_close', 'aside', -1).block = true
      state.line = next
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  md.block.ruler.before('html_block', 'left_out_notes', leaveOutAside, { alt: ['paragraph', 'reference', 'blockquote'] })
}

const ASIDE = /^<aside\b[^>]*\sclass\s*=\s*(?:"[^"]*\bnotes\b|'[^']*\bnotes\b|notes\b)/i
const ASIDE_END = /<\/aside\s*>/i

// The same as HTML, where its notes are left out: Markdown between its tags would be parsed like that of the slide.
function leaveOutAside(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state.env as PassageEnv).withoutNotes || !ASIDE.test(lineOf(state, startLine))) return false
  if (silent) return true
  let last = startLine
  while (last < endLine - 1 && !ASIDE_END.test(lineOf(state, last))) last += 1
  const after = lineOf(state, last).split(ASIDE_END).slice(1).join('</aside>')
  const token = state.push('html_block', '', 0)
  token.map = [startLine, last + 1]
  token.content = after.trim() === '' ? '' : `${after}\n`
  state.line = last + 1
  return true
}
