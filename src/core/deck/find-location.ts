import { readableAddress } from '../shared/decode-address.ts'
import type { SourceLocation } from '../diagnostics/diagnostic.ts'
import type { Deck } from '../model.ts'

// Most lines of a start tag.
const LINES_OF_A_TAG = 10
// Beyond these limits, report only the line: a guard against decks built to be slow.
const LONGEST_LINE = 5000
const MOST_LOCATIONS = 500

/** Finds one of several spellings in a deck. */
export type FindLocation = (line: number | undefined, ...spellings: readonly string[]) => SourceLocation

/**
 * Finds the line and column of what a rule saw in the tree: the first spelling from a line on that was not returned before, else
 * the line alone. The tree knows lines only, and an editor wants columns. `sourceLines` are those of the deck.
 */
export function locationFinder({ source }: Deck, sourceLines: readonly string[]): FindLocation {
  const given = new Map<number, number>()
  let asked = 0
  return (line, ...spellings) => {
    if (line === undefined) return { file: source.path }
    asked += 1
    if (asked > MOST_LOCATIONS) return { file: source.path, line }
    const firstLines = spellings.map((spelling) => spelling.split('\n')[0] ?? '').filter((spelling) => spelling !== '')
    // The renderer encodes addresses.
    const wanted = [...new Set([...firstLines, ...firstLines.map(readableAddress)])]
    for (let at = line; at < line + LINES_OF_A_TAG; at += 1) {
      const text = (sourceLines[at - 1] ?? '').slice(0, LONGEST_LINE)
      const found = wanted.map((spelling) => text.indexOf(spelling, given.get(at) ?? 0)).filter((index) => index !== -1)
      if (found.length === 0) continue
      const column = Math.min(...found) + 1
      given.set(at, column)
      return { file: source.path, line: at, column }
    }
    return { file: source.path, line }
  }
}

/** How an attribute, or a declaration of the same name, may be spelt. */
export function spellingsOf(name: string, value: string): string[] {
  return [`${name}="${value}"`, `${name}='${value}'`, `${name}=${value}`, `${name}: ${value}`, `${name}:${value}`]
}

/** The index of the last of `starts`, which are sorted, that is not greater than `value`; -1 if all are. */
export function lastAt(starts: readonly number[], value: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
