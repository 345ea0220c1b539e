import type { DeckSummary } from '../../model.ts'
import { type Heading, headingsOf, type ReadHeading } from './headings-of.ts'
import { misspellingFinder } from './near-heading.ts'

/** In how many decks of a series something is. */
export interface HeadingCounts {
  readonly decks: number
  /** How many have a heading of a normal form, or one with that as a part. */
  readonly withHeading: (key: string) => number
  readonly withWord: (word: string) => number
  /** Whether a normal form is a misspelling of a heading that recurs. */
  readonly isMisspelt: (key: string) => boolean
}

/** A heading in more decks recurs. */
export const RECURRING = 3

/** Counts the headings of the decks of a series, and the words in them. */
export function countHeadings(decks: readonly Pick<DeckSummary, 'outline'>[], read: ReadHeading): HeadingCounts {
  const keys = new Map<string, number>()
  const words = new Map<string, number>()
  for (const deck of decks) {
    const own = new Set(headingsOf(deck, read).flatMap(keysOf))
    for (const key of own) keys.set(key, (keys.get(key) ?? 0) + 1)
    for (const word of new Set([...own].flatMap((key) => key.split(' ')))) words.set(word, (words.get(word) ?? 0) + 1)
  }
  const recurring = [...keys].flatMap(([key, count]) => (count > RECURRING ? [key] : []))
  return {
    decks: decks.length,
    withHeading: (key) => keys.get(key) ?? 0,
    withWord: (word) => words.get(word) ?? 0,
    isMisspelt: misspellingFinder(recurring),
  }
}

/** The normal forms by which a heading is counted. */
export function keysOf({ key, parts }: Pick<Heading, 'key' | 'parts'>): readonly string[] {
  return [key, ...(parts ? [parts.before.key, parts.after.key] : [])].filter((part) => part !== '')
}
