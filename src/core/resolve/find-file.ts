import type { Code } from '../diagnostics/catalogue.ts'
import { readAddress } from '../clean/address.ts'
import { decodeAddress } from '../shared/decode-address.ts'
import { type Edit, type SourceLocation, replaceAt } from '../diagnostics/diagnostic.ts'

/** The path of the file at an address, or why there is none. */
export type FoundFile = { readonly path: string } | { readonly code: Code; readonly details: readonly string[]; readonly url?: URL }

/** The address from which a page loads a file on another server; `undefined` if it must not. */
export type UseRemote = (found: FoundFile) => string | undefined

/** The address of a file on another server, if it uses https. */
export function remoteAddress(found: FoundFile): string | undefined {
  return 'url' in found && found.url?.protocol === 'https:' ? found.url.href : undefined
}

/**
 * Finds the file of an image, media element or background.
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

// A name and an address that are safe between quotes in a shell.
function downloadOf({ href, pathname }: URL): [name: string, address: string] {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '_')
  return [/^[\w][\w.-]*$/.test(name) ? name.slice(-80) : 'picture', href.replaceAll("'", '%27')]
}

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

/** Replaces Markdown by the address in it where only an address is allowed. */
export function fixAddress(written: string, { line, column }: SourceLocation): readonly Edit[] | undefined {
  const inner = /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)>?\s*\)$/.exec(written)?.[1]
  if (inner === undefined || line === undefined || column === undefined) return undefined
  const { kind } = readAddress(inner)
  return kind === 'local' || kind === 'remote' ? [replaceAt(line, column, [written, inner])] : undefined
}

/**
 * The existing path that an author means, whatever its Unicode normalisation: keyboards and Git compose an "ä", macOS may not.
 * Folder and name can differ in that, so four spellings are tried.
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
