import { placeFinder } from '../../deck/find-place.ts'
import type { Rule } from '../rule.ts'

// What HTML would take for an element and markdown does not, because of a sign in its name.
const PLACEHOLDER = /<([A-Za-z][A-Za-z0-9-]*_[\w-]*)>/g

/** A name in angle brackets that is text: `<YOUR_NAME>`. Those that look like elements to markdown are named where they are cleaned. */
export const elementShownAsText: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findPlace = placeFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!text.includes('_')) continue
      for (const [written, name = ''] of text.matchAll(PLACEHOLDER)) {
        const place = findPlace(line, written)
        // One that is escaped is meant, and is found in code where that stands before it.
        const before = sourceLines[(place.line ?? 0) - 1]?.[(place.column ?? 0) - 2]
        if (place.column !== undefined && before !== '\\' && before !== '`') report('element-shown-as-text', place, name)
      }
    }
  }
}
