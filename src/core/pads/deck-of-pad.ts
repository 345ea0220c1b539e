import { readAddress } from '../clean/address.ts'
import { type PadAddress, readPadAddress, writePadAddress } from './pad-address.ts'
import type { PadsLock } from './pads-lock.ts'

/** The deck of the pad to which an address leads, and the place in it; `undefined` if no deck came from there. */
export type FindDeckOfPad = (address: string) => { readonly path: string; readonly fragment: string } | undefined

/** Finds decks by the addresses of their pads, in any form. `from` is the path of the deck with the addresses. */
export function deckOfPadFinder(lock: PadsLock): (from: string) => FindDeckOfPad {
  const decks = new Map<string, string>()
  for (const [path, { pad: written }] of lock) {
    const pad = written === undefined ? undefined : readPadAddress(written)
    if (pad && !decks.has(keyOfPad(pad))) decks.set(keyOfPad(pad), path)
  }
  return (from) => {
    const server = readPadAddress(lock.get(from)?.pad ?? '')?.server
    return (address) => {
      const url = decks.size === 0 ? undefined : absoluteAddress(address, server)
      const pad = url && readPadAddress(url.href)
      const path = pad && decks.get(keyOfPad(pad))
      return path === undefined ? undefined : { path, fragment: pad?.fragment ?? '' }
    }
  }
}

/** Equal for the addresses of one pad: servers answer at both schemes. */
export const keyOfPad = (pad: PadAddress) => writePadAddress(pad).replace(/^https?:/, '')

/** The address of a link in a pad: `/name` leads to another pad of its server. Any other address without a server is that of a file. */
export function absoluteAddress(address: string, server: string | undefined): URL | undefined {
  const read = readAddress(address)
  if (read.kind === 'remote') return read.url
  const isName = read.kind === 'local' && server !== undefined && address.startsWith('/')
  return isName && URL.canParse(address, server) ? new URL(address, server) : undefined
}
