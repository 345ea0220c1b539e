import { decodeAddress } from '../decode-address.ts'
import { encodePath, encodeSegment } from './relative-urls.ts'

/**
 * An address in a page of the site, as a page at the root would write it; `undefined` if it leads out of the site.
 * `page` is the path of the page. Addresses come from `Urls` and the sanitiser: no file begins with `/`.
 */
export function fromRoot(address: string, page: string): string | undefined {
  if (/^(#|data:)/i.test(address)) return address
  if (/^([a-z][a-z0-9+.-]*:|[\\/])/i.test(address)) return undefined
  const way = page.split('/').slice(0, -1).map(encodeSegment)
  for (const segment of address.split('/')) {
    if (segment !== '..') way.push(segment)
    else if (way.pop() === undefined) return undefined
  }
  return way.join('/')
}

/** The file of the site that an address of a page means, and what follows in the address, such as `#/3`. */
export interface SiteFile {
  readonly path: string
  readonly rest: string
}

/** Reads an address in a page or a style sheet of the site; `undefined` if it is not a file of it. `from` is the path of the page or sheet. */
export function siteFile(address: string, from: string): SiteFile | undefined {
  const rest = /[?#].*$/s.exec(address)?.[0] ?? ''
  const file = address.slice(0, address.length - rest.length)
  if (file === '' || /^data:/i.test(file)) return undefined
  const path = fromRoot(file, from)
  return path === undefined ? undefined : { path: decodePath(path), rest }
}

// A path that is not encoded text is not the name of any file, and stays as it is.
function decodePath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '.')
  return segments.some((segment) => decodeAddress(segment) === undefined) ? path : segments.map(decodeURIComponent).join('/')
}

/** The address of a file of a published site; `path` is that of the file in the site. */
export function absoluteAddress(site: string, path: string): string {
  return `${site.replace(/\/?$/, '/')}${encodePath(path)}`
}
