import type { Rule } from '../rule.ts'
import { locationFinder } from '../../deck/find-location.ts'

// Where a word begins, with what follows: `2**3` and `been**` are none.
const BOLD = /(?<![*\p{L}\p{N}\\])\*\*[\p{L}\p{N}][\p{L}\p{N} ]{0,20}/gu
// One that is no apostrophe (it`s) and no quotation mark (`so', ``so'').
const CODE = /[\p{L}\p{N}.,:;!?)]{0,20}(?<!`)`(?!`)[\p{L}\p{N}./-]{0,20}/gu
// Neither a[i][j] nor sources, [1][2].
const REFERENCE = /(?<![\p{L}\p{N}\]\\)])\[[^[\]\n]{1,200}\]\[[^[\]\n]{1,200}\]/gu

/** Marks of emphasis and code, and links by reference, that a slide shows as they are written. */
export const marksAsText: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    const texts = textsOf(slide)
    // Two stars behind a word promise a note below.
    const hasNote = texts.some(({ text }) => text.includes('**') && /[\p{L}\p{N}]\*\*(?![\p{L}\p{N}*])/u.test(text))
    for (const { text, line } of texts) {
      const say = (code: 'emphasis-unclosed' | 'code-unclosed' | 'reference-unknown', written: string, mark: string) => {
        const location = findLocation(line, written)
        if (location.column === undefined || location.line === undefined) return
        const column = location.column + written.indexOf(mark)
        if (sourceLines[location.line - 1]?.[column - 2] !== '\\') report(code, { ...location, column }, mark)
      }
      if (text.includes('**') && !hasNote) for (const [written] of text.matchAll(BOLD)) say('emphasis-unclosed', written, '**')
      if (text.includes('`') && !/['’‘`]{2}|`[^`]*['’‘]/.test(text))
        for (const [written] of text.matchAll(CODE)) if (!/\p{L}`\p{L}/u.test(written)) say('code-unclosed', written, '`')
      if (text.includes('][')) {
        for (const [written] of text.matchAll(REFERENCE)) {
          if (!/^\[[\d, ]+\]/.test(written)) say('reference-unknown', written, written)
        }
      }
    }
  }
}
