import { EMPTY_HEADINGS } from './empty-words.ts'
import { type HeadingCounts, RECURRING } from './count-headings.ts'
import type { Heading, Named } from './headings-of.ts'

/** What a deck has and others do not, and how much it says: more is better. */
export interface RankedHeading extends Named {
  readonly slide: number
  readonly id: string
  readonly score: number
}

// A heading in more decks is nothing that only this one has.
const MOST_DECKS = 2
const LONGEST = 70
const [SHORT, LONG] = [8, 48]
const LEVELS: readonly number[] = [1.25, 1.1, 1, 0.8]

/** The headings of a deck that say what only this deck has, the best first; those that say as much, in the order of the deck. Misspellings of others are among them. */
export function rankHeadings(headings: readonly Heading[], counts: HeadingCounts): readonly RankedHeading[] {
  const seen = new Set<string>()
  return headings
    .flatMap((heading) => {
      const { text, key } = ownPart(heading, counts)
      if (seen.has(key) || !isNews({ text, key }, counts)) return []
      seen.add(key)
      const { level, slide, id, isLater } = heading
      const factors = [
        LEVELS[level - 1] ?? LEVELS.at(-1) ?? 1,
        isLater ? 0.75 : 1,
        text.length < SHORT ? 0.7 : 1,
        text.length > LONG ? 0.8 : 1,
      ]
      return [{ text, key, slide, id, score: factors.reduce((product, factor) => product * factor, rarity(key, counts)) }]
    })
    .toSorted((one, other) => other.score - one.score)
}

/** What a heading says besides a name that recurs in front. */
function ownPart({ text, key, parts }: Heading, counts: HeadingCounts): Named {
  // What follows may be a date, which is none.
  if (parts?.after.key === '') return parts.before
  return parts && counts.withHeading(parts.before.key) > RECURRING ? parts.after : { text, key }
}

function isNews({ text, key }: Named, counts: HeadingCounts): boolean {
  return (
    key !== '' &&
    counts.withHeading(key) <= MOST_DECKS &&
    text.length <= LONGEST &&
    !EMPTY_HEADINGS.has(key) &&
    !isAddress(text) &&
    !isByline(text) &&
    !/^[\d\s]+$/.test(key)
  )
}

/** Whether a text is, or has, an address. */
export function isAddress(text: string): boolean {
  return /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(text)
}

// "Report by @name", "@name".
/** Whether a text only says who reports. */
export function isByline(text: string): boolean {
  return /^@|(?:^|\s)(?:by|von|par)\s+@|^(?:report(?:ed)?|presented|update|bericht|rapport|présenté)\s+(?:by|von|par)\b/i.test(text)
}

// The mean over its words: those of few decks say more.
function rarity(key: string, { decks, withWord }: HeadingCounts): number {
  const words = key.split(' ')
  return words.reduce((sum, word) => sum + Math.log(Math.max(decks, 2) / Math.max(2, withWord(word))), 0) / words.length
}
