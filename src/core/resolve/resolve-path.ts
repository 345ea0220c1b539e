import { decodeAddress } from '../decode-address.ts'

/**
 * The path, relative to the content root, that a local address in a file means; `undefined` where it leaves the root
 * or is not a path that every system reads alike. `/a.png` starts at the root, anything else in the folder of the file.
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
