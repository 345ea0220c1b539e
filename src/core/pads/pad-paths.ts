import { readPadAddress, writePadAddress } from './pad-address.ts'

// To edit, published, presented, and a note of HedgeDoc 2.
const ROUTES = ['', 's/', 'p/', 'n/']

/** The paths at which the server of a pad has it, each for an address. */
export function padPaths(written: string): readonly string[] {
  const pad = readPadAddress(written)
  if (!pad) return []
  const folder = new URL(pad.server).pathname
  const name = writePadAddress(pad).slice(pad.server.length)
  // On HackMD, a name with its owner has no other form.
  const routes = name.includes('/') ? [''] : ROUTES
  return routes.map((route) => folder + route + name)
}
