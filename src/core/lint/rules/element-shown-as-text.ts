import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

// What HTML would take for an element and markdown does not, because of a sign in its name.
const PLACEHOLDER = /<([A-Za-z][A-Za-z0-9-]*_[\w-]*)>/g

/** A name in angle brackets that is text: `<YOUR_NAME>`. Those that look like elements to markdown are named where they are cleaned. */
export const elementShownAsText: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!text.includes('_')) continue
      for (const [written, name = ''] of text.matchAll(PLACEHOLDER)) {
        const location = findLocation(line, written)
        // One that is escaped is meant, and is found in code where that stands before it.
        const before = sourceLines[(location.line ?? 0) - 1]?.[(location.column ?? 0) - 2]
        if (location.column !== undefined && before !== '\\' && before !== '`') report('element-shown-as-text', location, name)
      }
    }
  }
}
