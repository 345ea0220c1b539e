import type { RevealApi } from 'reveal.js'
import type { Position } from './messages.ts'

export function positionOf(deck: RevealApi): Position {
  const { h, v, f } = deck.getIndices()
  return { h, v, f: f ?? null }
}

export function goTo(deck: RevealApi, { h, v, f }: Position): void {
  deck.slide(h, v, f ?? undefined)
}

/** The events of reveal.js after a deck has moved. */
export const MOVE_EVENTS = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const
