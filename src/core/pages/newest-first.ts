import type { DeckSummary } from '../model.ts'

/** A deck with a date. */
export type DatedDeck = DeckSummary & { readonly date: string }

/** Whether a deck has a date. */
export function isDated<Deck extends { readonly date?: string | undefined }>(deck: Deck): deck is Deck & { readonly date: string } {
  return deck.date !== undefined
}

/** Decks by their dates, the newest first; those of one day, and those without a date, by their ids. */
export function newestFirst<T extends { readonly id: string; readonly date?: string | undefined }>(decks: readonly T[]): T[] {
  return decks.toSorted((one, other) => compare(other.date ?? '', one.date ?? '') || compare(one.id, other.id))
}

/** Orders texts the same on all machines, whatever their language. */
export function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
