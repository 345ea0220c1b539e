import type { Move } from '../stage/frame-messages.ts'

/** The keys that move a deck, as reveal.js has them; clickers send the page keys. */
const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ' ': 'next',
  PageDown: 'next',
  PageUp: 'prev',
  p: 'prev',
  Home: 'first',
  End: 'last',
}

/** Where a struck key leads. */
export function moveOf(key: string, isShifted: boolean): Move | undefined {
  if (isShifted && key === 'ArrowRight') return 'last'
  if (isShifted && key === 'ArrowLeft') return 'first'
  if (isShifted && key === ' ') return 'prev'
  return MOVES[key.length === 1 ? key.toLowerCase() : key]
}
