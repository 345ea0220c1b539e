import { readAddress } from '../clean/address.ts'
import { addressReader } from './addresses-of-deck.ts'
import { type PadAddress, readPadAddress, writePadAddress } from './pad-address.ts'
import type { PadsLock } from './pads-lock.ts'

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
    const url = absolute(address, own.server)
    const pad = url && readPadAddress(url.href)
    if (!url || !pad || isOwn(pad)) return []
    return samePad({ ...own, id: pad.id })(pad) || looksLikePad(url) ? [{ pad, written: address, line }] : []
  })
}

/** The deck of the pad to which an address leads, and the place in it; `undefined` if no deck came from there. */
export type FindDeckOfPad = (address: string) => { readonly path: string; readonly fragment: string } | undefined

/** Finds decks by the addresses of their pads, in any form. `from` is the path of the deck with the addresses. */
export function deckOfPadFinder(lock: PadsLock): (from: string) => FindDeckOfPad {
  const decks = new Map<string, string>()
  for (const [path, { pad: written }] of lock) {
    const pad = written === undefined ? undefined : readPadAddress(written)
    if (pad && !decks.has(keyOf(pad))) decks.set(keyOf(pad), path)
  }
  return (from) => {
    const server = readPadAddress(lock.get(from)?.pad ?? '')?.server
    return (address) => {
      const url = decks.size === 0 ? undefined : absolute(address, server)
      const pad = url && readPadAddress(url.href)
      const path = pad && decks.get(keyOf(pad))
      return path === undefined ? undefined : { path, fragment: pad?.fragment ?? '' }
    }
  }
}

// Servers answer at both schemes.
const keyOf = (pad: PadAddress) => writePadAddress(pad).replace(/^https?:/, '')

const samePad = (pad: PadAddress) => {
  const key = keyOf(pad)
  return (other: PadAddress) => keyOf(other) === key
}

// `/name` in a pad leads to another one of its server. Any other address without a server is that of a file.
function absolute(address: string, server: string | undefined): URL | undefined {
  const read = readAddress(address)
  if (read.kind === 'remote') return read.url
  const isName = read.kind === 'local' && server !== undefined && address.startsWith('/')
  return isName && URL.canParse(address, server) ? new URL(address, server) : undefined
}

// Of another server, only addresses that other programs do not have: a view of a pad, or a generated name.
function looksLikePad({ host, pathname, search }: URL): boolean {
  const name = /\/([\w-]{22})(?:\/(?:download|slide|publish|edit))?\/?$/.exec(pathname)?.[1] ?? ''
  const isGenerated = /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name)
  return host === 'hackmd.io' || /^\?(?:both|edit|view)(?:&|$)/.test(search) || isGenerated || /\/s\/[\w-]{7,14}$/.test(pathname)
}
