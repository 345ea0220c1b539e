import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

// An element for HTML, but not for markdown-it because of the underscore.
const PLACEHOLDER = /<([A-Za-z][A-Za-z0-9-]*_[\w-]*)>/g

/** A placeholder in angle brackets: `<YOUR_NAME>`. Those that markdown-it treats as elements are reported by the sanitiser. */
export const elementShownAsText: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!text.includes('_')) continue
      for (const [written, name = ''] of text.matchAll(PLACEHOLDER)) {
        const location = findLocation(line, written)
        // Skip escaped ones, and locations in code, which may be found first.
        const before = sourceLines[(location.line ?? 0) - 1]?.[(location.column ?? 0) - 2]
        if (location.column !== undefined && before !== '\\' && before !== '`') report('element-shown-as-text', location, name)
      }
    }
  }
}
