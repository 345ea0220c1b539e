import type { Rule } from '../rule.ts'
import { htmlBlockAround } from '../../deck/html-block.ts'
import { locationFinder } from '../../deck/find-location.ts'

// At the start of a word, with the text after it; not `2**3` or `been**`.
const BOLD = /(?<![*\p{L}\p{N}\\])\*\*[\p{L}\p{N}][\p{L}\p{N} ]{0,20}/gu
// Not an apostrophe (it`s) or quotation mark (`so', ``so'').
const CODE = /[\p{L}\p{N}.,:;!?)]{0,20}(?<!`)`(?!`)[\p{L}\p{N}./-]{0,20}/gu
// Not a[i][j] or sources, [1][2].
const REFERENCE = /(?<![\p{L}\p{N}\]\\)])\[[^[\]\n]{1,200}\]\[[^[\]\n]{1,200}\]/gu

/** Markers of emphasis and code, and reference links, that are shown as text. */
export const marksAsText: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    const texts = textsOf(slide)
    // Two asterisks after a word may refer to a note.
    const hasNote = texts.some(({ text }) => text.includes('**') && /[\p{L}\p{N}]\*\*(?![\p{L}\p{N}*])/u.test(text))
    for (const { text, line } of texts) {
      const reportMark = (code: 'emphasis-unclosed' | 'code-unclosed' | 'reference-unknown', written: string, mark: string) => {
        const location = findLocation(line, written)
        if (location.column === undefined || location.line === undefined) return
        // Nothing is a mark there; another rule reports it.
        if (htmlBlockAround(sourceLines, location.line) !== undefined) return
        const column = location.column + written.indexOf(mark)
        if (sourceLines[location.line - 1]?.[column - 2] !== '\\') report(code, { ...location, column }, mark)
      }
      if (text.includes('**') && !hasNote) for (const [written] of text.matchAll(BOLD)) reportMark('emphasis-unclosed', written, '**')
      if (text.includes('`') && !/['’‘`]{2}|`[^`]*['’‘]/.test(text))
        for (const [written] of text.matchAll(CODE)) if (!/\p{L}`\p{L}/u.test(written)) reportMark('code-unclosed', written, '`')
      if (text.includes('][')) {
        for (const [written] of text.matchAll(REFERENCE)) {
          if (!/^\[[\d, ]+\]/.test(written)) reportMark('reference-unknown', written, written)
        }
      }
    }
  }
}
