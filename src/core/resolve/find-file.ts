import type { Code } from '../diagnostics/catalogue.ts'
import { readAddress } from '../clean/address.ts'
import { decodeAddress } from '../decode-address.ts'
import { type Edit, type SourceLocation, replaceAt } from '../diagnostics/diagnostic.ts'

/** The path of the file that an address means, or why there is none. */
export type FoundFile = { readonly path: string } | { readonly code: Code; readonly details: readonly string[]; readonly url?: URL }

/** The address from which a page loads a file that is not in the site; `undefined` where it does not. */
export type UseRemote = (found: FoundFile) => string | undefined

/** The address of a file on another server, if it uses https, so that it cannot be read or changed on the way. */
export function remoteAddress(found: FoundFile): string | undefined {
  return 'url' in found && found.url?.protocol === 'https:' ? found.url.href : undefined
}

/**
 * Looks up the file that a picture, a medium or a background means.
 * `files` are the paths that a deck may refer to, `from` is the deck's own path.
 */
export function findFile(address: string, from: string, files: ReadonlySet<string>): FoundFile {
  const read = readAddress(address)
  if (read.kind === 'local') {
    const path = resolvePath(address, from)
    if (path === undefined) return { code: 'asset-outside', details: [address] }
    const file = findSpelling(path, files)
    return file === undefined ? { code: 'asset-missing', details: [address] } : { path: file }
  }
  if (read.kind !== 'remote') return { code: 'address-invalid', details: [address] }
  const upload = /\/uploads\/([^/]+)$/.exec(read.url.pathname)?.[1]
  if (upload === undefined) return { code: 'asset-remote', details: [read.url.href, ...downloadOf(read.url)], url: read.url }
  const path = resolvePath(`./${upload}`, from)
  const file = path === undefined ? undefined : findSpelling(path, files)
  if (file !== undefined) return { path: file }
  return { code: 'asset-upload', details: [read.url.href, upload], url: read.url }
}

// A name and an address that are safe between quotation marks in a shell.
function downloadOf({ href, pathname }: URL): [name: string, address: string] {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '_')
  return [/^[\w][\w.-]*$/.test(name) ? name.slice(-80) : 'picture', href.replaceAll("'", '%27')]
}

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

/** Replaces markdown by the address in it, where only an address is allowed. */
export function fixAddress(written: string, { line, column }: SourceLocation): readonly Edit[] | undefined {
  const inner = /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)>?\s*\)$/.exec(written)?.[1]
  if (inner === undefined || line === undefined || column === undefined) return undefined
  const { kind } = readAddress(inner)
  return kind === 'local' || kind === 'remote' ? [replaceAt(line, column, [written, inner])] : undefined
}

/**
 * The path of these that an author means. An "ä" may be one character or two: keyboards and Git write one,
 * macOS may give a file two. Folder and name can differ in that, so four spellings are tried.
 */
export function findSpelling(written: string, paths: { readonly has: (path: string) => boolean }): string | undefined {
  if (paths.has(written)) return written
  const start = written.lastIndexOf('/') + 1
  const [folder, name] = [written.slice(0, start), written.slice(start)]
  for (const form of ['NFC', 'NFD'])
    for (const other of ['NFC', 'NFD']) {
      const path = folder.normalize(form) + name.normalize(other)
      if (paths.has(path)) return path
    }
  return undefined
}
