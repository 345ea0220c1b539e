import type { PadAddress } from './pad-address.ts'

/** A link in a deck that leads to a pad. */
export interface PadLink {
  readonly pad: PadAddress
  /** As written. */
  readonly written: string
  /** 1-based. */
  readonly line: number
}

/** The links of a deck to pads of `server`, the root of the server from which the deck came, in order and with duplicates. */
export function findPadLinks(text: string, server: string): readonly PadLink[] {
  return text === '' || server === '' ? [] : []
}

/** The decks that came from pads: paths of decks by the normal form of their pad's address. */
export type DecksOfPads = ReadonlyMap<string, string>

/** The deck of the pad to which an address leads, and the place in it. */
export type FindPadDeck = (address: URL) => { readonly path: string; readonly fragment: string } | undefined

export function padDeckFinder(decks: DecksOfPads): FindPadDeck {
  return () => (decks.size === 0 ? undefined : undefined)
}
