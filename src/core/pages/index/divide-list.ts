import type { DeckSummary } from '../../model.ts'
import { newestFirst } from '../newest-first.ts'
import { weigh } from './weigh.ts'

/** Decks of one year, as many as one page has. */
export interface ListPart {
  /** Empty for decks without a date. */
  readonly year: string
  /** Its place among the parts of its year; the oldest is 1, so that a new deck changes the last one only. */
  readonly number: number
  /** Newest first. */
  readonly decks: readonly DeckSummary[]
}

/** A list of decks that may be too long for one page. */
export interface DividedList {
  /** The newest decks, which its first page has. */
  readonly first: readonly DeckSummary[]
  /** All decks, newest first; empty if the first page has them all. */
  readonly parts: readonly ListPart[]
}

// Of what decks add to the first page when it is compressed, in bytes: together with all else it stays below 30 KB.
const MOST_BYTES = 20_000
const MOST_DECKS = 120
const MOST_OF_PART = 60

/** Divides a list of decks. `print` makes the HTML of one. */
export function divideList(decks: readonly DeckSummary[], print: (deck: DeckSummary) => string): DividedList {
  const sorted = newestFirst(decks)
  const known = new Set<string>()
  let bytes = 0
  const end = sorted.findIndex((deck, index) => (bytes += weigh(print(deck), known)) > MOST_BYTES || index === MOST_DECKS)
  if (end === -1) return { first: sorted, parts: [] }
  return { first: sorted.slice(0, end), parts: [...byYear(sorted)].flatMap(([year, own]) => partsOf(year, own)) }
}

/** Decks by year, in their order. */
export function byYear(decks: readonly DeckSummary[]): ReadonlyMap<string, readonly DeckSummary[]> {
  return byDate(decks, 'yyyy'.length)
}

/** Decks by month, in their order. */
export function byMonth(decks: readonly DeckSummary[]): ReadonlyMap<string, readonly DeckSummary[]> {
  return byDate(decks, 'yyyy-mm'.length)
}

function byDate(decks: readonly DeckSummary[], length: number): ReadonlyMap<string, readonly DeckSummary[]> {
  const groups = new Map<string, DeckSummary[]>()
  for (const deck of decks) {
    const key = deck.date?.slice(0, length) ?? ''
    const entries = groups.get(key)
    if (entries) entries.push(deck)
    else groups.set(key, [deck])
  }
  return groups
}

function partsOf(year: string, decks: readonly DeckSummary[]): readonly ListPart[] {
  const oldest = decks.toReversed()
  const count = Math.ceil(decks.length / MOST_OF_PART)
  const parts = Array.from({ length: count }, (_, index) => ({
    year,
    number: index + 1,
    decks: oldest.slice(index * MOST_OF_PART, (index + 1) * MOST_OF_PART).toReversed(),
  }))
  return parts.toReversed()
}
