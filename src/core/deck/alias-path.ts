import { decodeAddress } from '../shared/decode-address.ts'
import { isPortablePath } from './name-deck.ts'

// In characters; file systems allow 255 bytes for a name.
const LONGEST = 200

/** The path in the site of the page at an old address of a deck, as `aliases` has it; `undefined` if that is no address of a page in the site. */
export function aliasPath(written: string): string | undefined {
  const address = decodeAddress(written.trim().replace(/[?#].*$/s, ''))?.normalize('NFC')
  if (address === undefined || address.length > LONGEST || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined
  const path = address.replace(/^\.?\//, '')
  const names = path.split('/')
  const file = names.at(-1) ?? ''
  if (!isPortablePath(path) || names.slice(0, -1).includes('') || names.some((name) => /^[. ]|[%\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)))
    return undefined
  if (path === '' || /\.(?!html?$)[a-z][a-z0-9]{0,4}$/i.test(file)) return undefined
  if (file === '') return `${path}index.html`
  return /\.html?$/i.test(file) ? path : `${path}.html`
}
