import { addressReader } from './addresses-of-deck.ts'
import { absoluteAddress, keyOfPad } from './deck-of-pad.ts'
import { type PadAddress, readPadAddress } from './pad-address.ts'

/** A link in a deck that leads to another pad. */
export interface PadLink {
  readonly pad: PadAddress
  /** As the deck refers to it. */
  readonly written: string
  /** 1-based. */
  readonly line: number
}

/** The links of a deck to other pads, in order and with duplicates. `own` is the pad that the deck came from. */
export function findPadLinks(text: string, own: PadAddress): readonly PadLink[] {
  const isOwn = samePad(own)
  return addressReader('pad.md')(text).flatMap(({ address, line }) => {
    const url = absoluteAddress(address, own.server)
    const pad = url && readPadAddress(url.href)
    if (!url || !pad || isOwn(pad)) return []
    return samePad({ ...own, id: pad.id })(pad) || looksLikePad(url) ? [{ pad, written: address, line }] : []
  })
}

const samePad = (pad: PadAddress) => {
  const key = keyOfPad(pad)
  return (other: PadAddress) => keyOfPad(other) === key
}

// Of another server, only addresses that other programs do not have: a view of a pad, or a generated name.
function looksLikePad({ host, pathname, search }: URL): boolean {
  const name = /\/([\w-]{22})(?:\/(?:download|slide|publish|edit))?\/?$/.exec(pathname)?.[1] ?? ''
  const isGenerated = /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name)
  return host === 'hackmd.io' || /^\?(?:both|edit|view)(?:&|$)/.test(search) || isGenerated || /\/s\/[\w-]{7,14}$/.test(pathname)
}
