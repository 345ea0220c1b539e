import type { DeckSummary } from '../../model.ts'
import { type Heading, headingsOf, type ReadHeading } from './headings-of.ts'
import { misspellingFinder } from './near-heading.ts'

/** In how many decks of a series something is that is in one at least. */
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
    const ownWords = new Set<string>()
    for (const key of own) {
      keys.set(key, (keys.get(key) ?? 0) + 1)
      for (const word of key.split(' ')) ownWords.add(word)
    }
    for (const word of ownWords) words.set(word, (words.get(word) ?? 0) + 1)
  }
  // What is in one deck only is most of all, and need not be kept to be known as rare.
  for (const [key, count] of keys) if (count === 1) keys.delete(key)
  for (const [word, count] of words) if (count === 1) words.delete(word)
  const recurring = [...keys].flatMap(([key, count]) => (count > RECURRING ? [key] : []))
  return {
    decks: decks.length,
    withHeading: (key) => keys.get(key) ?? 1,
    withWord: (word) => words.get(word) ?? 1,
    isMisspelt: misspellingFinder(recurring),
  }
}

/** The normal forms by which a heading is counted. */
export function keysOf({ key, parts }: Pick<Heading, 'key' | 'parts'>): readonly string[] {
  return [key, ...(parts ? [parts.before.key, parts.after.key] : [])].filter((part) => part !== '')
}
