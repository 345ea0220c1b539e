import { decodeAddress } from '../shared/decode-address.ts'

/**
 * The path of a local address, relative to the content root; `undefined` if it leaves the root or is not portable.
 * `/a.png` is relative to the root, any other address to the folder of the file `from`.
 */
export function resolvePath(address: string, from: string): string | undefined {
  const path = decodeAddress(address.trim().replace(/[?#].*$/s, ''))
  if (path === undefined || path === '' || /[\\:\u0000-\u001f\u007f]/.test(path)) return undefined
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.some((segment) => segment.startsWith('.')) ? undefined : segments.join('/')
}
