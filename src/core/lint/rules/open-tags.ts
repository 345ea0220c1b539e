import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** Unclosed elements and comments, which change or hide what follows. */
export const openTags: Rule = ({ deck, columns, openTags: tags }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const { tagName, written, line } of tags) {
    const location = findLocation(line, written)
    if (tagName === undefined) report('comment-unclosed', location, 'the rest of its slide is hidden')
    else report('element-unclosed', location, tagName)
  }
  // Inside a line of text, markdown-it does not treat it as a comment.
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!text.includes('<!--')) continue
      const location = findLocation(line, '<!--')
      const before = sourceLines[(location.line ?? 0) - 1]?.[(location.column ?? 0) - 2]
      if (location.column !== undefined && before !== '\\') report('comment-unclosed', location, 'it is shown as text')
    }
  }
}
