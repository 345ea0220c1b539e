import { replaceAt } from '../../diagnostics/diagnostic.ts'
import { didYouMean, nearest } from '../../diagnostics/nearest.ts'
import { locationFinder } from '../../deck/find-location.ts'
import { BOX_NAMES } from '../../markdown/boxes.ts'
import { containerNames } from '../../markdown/extensions.ts'
import { closest } from '../../tree.ts'
import type { Rule } from '../rule.ts'

const CONTAINER = /^\s*(:{3,}\s*)([a-z][\w-]*)(?=[\s[{]|$)/i
const CALLOUT = /^\s*(\[!)([a-z][\w-]*)\]/i
// Suggestions are slow to find, and a deck can consist of misspelt names only.
const MOST = 100

/** A box of a kind that does not exist, whose markup is shown as text: `:::warnning`, `> [!NOET]`. */
export const containerUnknown: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  let count = 0
  for (const slide of columns.flat()) {
    for (const { text, parent, startsLine, line } of textsOf(slide)) {
      if (!startsLine) continue
      const callout = CALLOUT.exec(text)
      const isQuote = callout && parent && closest(parent, 'blockquote')
      const [, mark = '', name = ''] = (isQuote ? callout : CONTAINER.exec(text)) ?? []
      if (name === '' || count >= MOST) continue
      const names = isQuote ? BOX_NAMES : containerNames
      const location = findLocation(line, mark + name)
      if (location.column === undefined || location.line === undefined) continue
      if (sourceLines[location.line - 1]?.[location.column - 2] === '\\') continue
      const meant = name.length < 4 ? undefined : nearest(name, names, 1)
      const written = isQuote ? name : name.toLowerCase()
      const edits =
        meant === undefined ? undefined : [replaceAt(location.line, location.column + mark.length, [name, sameCase(meant, written)])]
      count += 1
      report('container-unknown', { ...location, edits }, isQuote ? `[!${name}]` : `:::${name}`, didYouMean(name, names))
    }
  }
}

function sameCase(name: string, written: string): string {
  return written === written.toUpperCase() ? name.toUpperCase() : name
}
