import { findSpelling } from '../deck/find-spelling.ts'
import type { Code } from '../diagnostics/catalogue.ts'
import { readAddress } from '../clean/address.ts'
import { resolvePath } from './resolve-path.ts'

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
