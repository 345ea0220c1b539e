import { decodeAddress } from '../shared/decode-address.ts'

/** Former addresses of a site as paths in it, each once. */
export interface FormerPaths {
  readonly paths: readonly string[]
  /** How many of the addresses are those of other sites. */
  readonly elsewhere: number
}

// Has only to be absolute.
const SOME_SITE = 'https://site.invalid/'

/** Reads addresses, absolute or as paths; `url` is the address of the site, if it is known. */
export function formerPaths(addresses: readonly string[], url: string | undefined): FormerPaths {
  const paths = new Set<string>()
  const site = url !== undefined && URL.canParse(url) ? url : undefined
  let elsewhere = 0
  for (const address of addresses) {
    const path = pathInSite(address, site)
    if (path === undefined) elsewhere += 1
    else paths.add(path)
  }
  return { paths: [...paths], elsewhere }
}

function pathInSite(address: string, url: string | undefined): string | undefined {
  const site = new URL((url ?? SOME_SITE).replace(/[?#].*$/s, '').replace(/\/?$/, '/'))
  const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)
  const read = URL.canParse(address, site.href) ? new URL(address, site.href) : undefined
  if (!read || !/^https?:$/.test(read.protocol)) return undefined
  const isBelow = `${read.pathname}/`.startsWith(site.pathname)
  // Servers answer at both schemes.
  if (isAbsolute && url !== undefined && (read.host !== site.host || !isBelow)) return undefined
  const path = isBelow ? read.pathname.slice(site.pathname.length) : read.pathname.slice(1)
  return (decodeAddress(path) ?? path).normalize('NFC')
}
