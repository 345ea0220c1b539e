import type { Element } from '../model.ts'
import { decodeAddress } from '../shared/decode-address.ts'
import { attributeOf, textOf } from '../tree.ts'

const SCHEMES = ['https://', 'http://'] as const

/** The length of the scheme with which the text of a link begins, if the text is its address; else 0. */
export function bareScheme(link: Element): number {
  const href = attributeOf(link, 'href')
  const scheme = href && SCHEMES.find((start) => href.startsWith(start))
  if (!href || !scheme) return 0
  const text = textOf(link)
  return text.startsWith(scheme) && plain(text) === plain(href) ? scheme.length : 0
}

// Markdown encodes the address and not the text.
function plain(address: string): string {
  const bare = address.endsWith('/') ? address.slice(0, -1) : address
  return bare.includes('%') ? (decodeAddress(bare) ?? bare) : bare
}
