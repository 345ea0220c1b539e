import { encodeSegment } from './relative-urls.ts'

/**
 * An address that stands in a page of the site, as the site's root would write it; `undefined` where it leads out of the site.
 * `page` is the path of the page. Addresses are those that `Urls` and the cleaning let stand: no file begins with `/`.
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
