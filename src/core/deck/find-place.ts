import type { Place } from '../diagnostics/diagnostic.ts'
import type { Deck } from '../model.ts'

// How many lines below the start of an element its attributes may be.
const LINES_OF_A_TAG = 10
// Beyond these limits, report only the line: a guard against decks built to be slow.
const LONGEST_LINE = 5000
const MOST_PLACES = 500

/** Finds one of several spellings in a deck. */
export type FindPlace = (line: number | undefined, ...spellings: readonly string[]) => Place

/**
 * Finds the line and the column of what a rule has seen in the tree: the first place from a line on where it is as written and
 * that was not returned before, else the line alone. A tree knows lines, and an editor wants columns. `sourceLines` are those of the deck.
 */
export function placeFinder({ source }: Deck, sourceLines: readonly string[]): FindPlace {
  const given = new Map<number, number>()
  let asked = 0
  return (line, ...spellings) => {
    if (line === undefined) return { file: source.path }
    asked += 1
    if (asked > MOST_PLACES) return { file: source.path, line }
    const wanted = spellings.map((spelling) => spelling.split('\n')[0] ?? '').filter((spelling) => spelling !== '')
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
