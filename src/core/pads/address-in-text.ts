/** Why an address does not lead to a pad. */
export interface NoPadAddress {
  /** A clause without a full stop, such as "it is the address of an uploaded file". */
  readonly problem: string
}

// What text puts around an address.
const AROUND = [
  [/^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)>?[^()]*\)$/, '$1'],
  [/^[<"'“„«‘‚(]+/, ''],
  [/[>"'”“»’.,;:!]+$/, ''],
] as const
const HOST = /^(?:localhost|(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,}|\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])(?::\d{1,5})?(?=[/?#]|$)/iu
const OWN_MACHINE = /^(?:localhost|127\.|\[::1\])/i

/** The web address that a person has copied, perhaps without `https://` or with text around it. */
export function addressIn(written: string): URL | NoPadAddress {
  // Programs add invisible characters to what is copied.
  const text = written.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').trim()
  if (text === '') return { problem: 'it is empty' }
  const words = text.split(/\s+/)
  const addresses = words.filter((word) => /:\/\//.test(word))
  if (addresses.length > 1) return { problem: 'it contains more than one address' }
  const [word = ''] = /^!?\[.*\]\(.*\)$/s.test(text) ? [text] : words.length === 1 ? words : addresses
  if (word === '') return { problem: 'it contains spaces' }
  const address = bare(word)
  const whole = withScheme(address)
  if (whole === undefined) return { problem: 'it does not name a server' }
  if (!URL.canParse(whole)) return { problem: 'it is not a valid web address' }
  const url = new URL(whole)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { problem: `it starts with "${url.protocol}" instead of "https:"` }
  if (url.username !== '' || url.password !== '') return { problem: 'it contains a user name or a password' }
  return url
}

function bare(word: string): string {
  const inner = AROUND.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word)
  // Brackets in pairs belong to the address.
  return inner.endsWith(')') && !inner.includes('(') ? inner.slice(0, -1) : inner
}

function withScheme(address: string): string | undefined {
  if (address.startsWith('//')) return `https:${address}`
  if (HOST.test(address)) return `${OWN_MACHINE.test(address) ? 'http' : 'https'}://${address}`
  return /^[a-z][a-z\d+.-]*:/i.test(address) ? address : undefined
}
