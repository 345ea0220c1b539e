import type { RevealApi } from 'reveal.js'
import type { Place } from './messages.ts'

export function placeOf(deck: RevealApi): Place {
  const { h, v, f } = deck.getIndices()
  return { h, v, f: f ?? null }
}

export function goTo(deck: RevealApi, { h, v, f }: Place): void {
  deck.slide(h, v, f ?? undefined)
}

/** What reveal.js says when a deck has moved. */
export const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const
