import { type PadAddress, writePadAddress } from '../../core/pads/pad-address.ts'
import { readContent } from '../content/read-content.ts'
import { asPulled } from './decide-deck.ts'
import type { PullState } from './pull-state.ts'
import { isTaken } from './write-pulled.ts'

/** A pad, and the path that its author wants for its deck. */
interface WantedPath {
  readonly pad: PadAddress
  readonly wanted?: string | undefined
}

/** The deck that came from a pad, by the normal form of its address. */
export function deckOfPad(state: PullState, address: string): string | undefined {
  return [...state.lock()].find(([, { pad }]) => pad === address)?.[0]
}

/** Notes the new paths of decks that were renamed: those that are named, and those of decks that are otherwise as they were pulled. */
export function followRenames(root: string, state: PullState, named: readonly WantedPath[]): void {
  for (const { pad, wanted } of named) {
    const deck = deckOfPad(state, writePadAddress(pad))
    if (wanted !== undefined && deck !== undefined && !isTaken(root, deck) && !state.lock().has(wanted)) state.move(deck, wanted)
  }
  const gone = [...state.lock()].filter(([deck, { pad }]) => pad !== undefined && !isTaken(root, deck))
  if (gone.length === 0) return
  const { decks } = readContent(root)
  for (const [deck, origin] of gone) {
    const alike = decks.filter(({ source }) => !state.lock().has(source.path) && asPulled(source.text, origin) !== undefined)
    const [renamed, ...more] = alike
    if (renamed && more.length === 0) state.move(deck, renamed.source.path)
  }
}
