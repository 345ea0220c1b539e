import { placeFinder } from '../../deck/find-place.ts'
import type { Rule } from '../rule.ts'

/** Elements and comments that nothing closes: what follows looks otherwise than it was meant, or cannot be seen. */
export const openTags: Rule = ({ deck, columns, openTags: tags }, { report, sourceLines, textsOf }) => {
  const findPlace = placeFinder(deck, sourceLines)
  for (const { tagName, written, line } of tags) {
    const place = findPlace(line, written)
    if (tagName === undefined) report('comment-unclosed', place, 'the rest of its slide is hidden')
    else report('element-unclosed', place, tagName)
  }
  // Inside a line of text, markdown takes it for none.
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!text.includes('<!--')) continue
      const place = findPlace(line, '<!--')
      const before = sourceLines[(place.line ?? 0) - 1]?.[(place.column ?? 0) - 2]
      if (place.column !== undefined && before !== '\\') report('comment-unclosed', place, 'it is shown as text')
    }
  }
}
