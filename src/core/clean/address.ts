import { linkSchemes } from './policy.ts'

const HERE = 'http://deck.invalid/'

/** What kind of address it is; `url` is absolute. */
export type Address =
  | { readonly kind: 'fragment' | 'local' }
  | { readonly kind: 'remote' | 'message'; readonly url: URL }
  | { readonly kind: 'refused' }

/** Classifies an address as a browser would parse it. */
export function readAddress(text: string): Address {
  // Browsers remove these before they parse the scheme.
  const address = text.replace(/[\t\n\r]/g, '').trim()
  if (address.startsWith('#')) return { kind: 'fragment' }
  // Markdown where an address should be.
  if (/^!?\[/.test(address)) return { kind: 'refused' }
  let url: URL
  try {
    url = new URL(address, HERE)
  } catch {
    return { kind: 'refused' }
  }
  if (url.origin === new URL(HERE).origin) return /^[\\/]{2}/.test(address) ? { kind: 'refused' } : { kind: 'local' }
  if (url.protocol === 'http:' || url.protocol === 'https:') return { kind: 'remote', url }
  return linkSchemes.has(url.protocol) ? { kind: 'message', url } : { kind: 'refused' }
}
