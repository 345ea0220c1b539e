import { explainMissing, findLiteral, type MissingFile } from './explain-missing.ts'
import { findUpload, readUpload } from './find-upload.ts'
import type { FileNames } from './file-names.ts'
import { findSpelling } from './find-spelling.ts'
import { resolvePath } from './resolve-path.ts'
import { isShown } from '../files.ts'
import { readAddress } from '../clean/address.ts'
import { type Edit, replaceAt, type SourceLocation } from '../diagnostics/diagnostic.ts'

/** The path of the file at an address, or why there is none. */
export type FoundFile = { readonly path: string } | MissingFile

/** The address from which a page loads a file on another server; `undefined` if it must not. */
export type UseRemote = (found: FoundFile) => string | undefined

/** The address of a file on another server, if it uses https. */
export function remoteAddress(found: FoundFile): string | undefined {
  return 'url' in found && found.url?.protocol === 'https:' ? found.url.href : undefined
}

/** Where the files of a deck are. */
export interface DeckFiles {
  /** The deck's own path. */
  readonly from: string
  /** Paths that a deck may refer to. */
  readonly files: FileNames
  /** Folders in which the tool of the deck looks for files, too. */
  readonly folders?: readonly string[] | undefined
}

/** The path of the file of the site at a local address; if there is none, the path that the address means. */
export function findLocal(address: string, { from, files, folders = [] }: DeckFiles): { readonly file?: string; readonly path?: string } {
  const path = resolvePath(address, from)
  const inFolders = () => {
    const relative = address.trim().replace(/^\/+/, './')
    return folders.map((folder) => foundAt(resolvePath(relative, `${folder}/-`), files)).find((file) => file !== undefined)
  }
  // The root of such a tool is not that of the site.
  const file = address.startsWith('/') ? (inFolders() ?? foundAt(path, files)) : (foundAt(path, files) ?? inFolders())
  return { file, path }
}

const foundAt = (path: string | undefined, files: FileNames) => (path === undefined ? undefined : findSpelling(path, files))

/** Finds the file of an image, media element or background. */
export function findFile(address: string, where: DeckFiles): FoundFile {
  const { from, files } = where
  const read = readAddress(address)
  if (read.kind === 'local') {
    const { file, path } = findLocal(address, where)
    if (file !== undefined && isShown(file)) return { path: file }
    return findOwnUpload(address, from, files) ?? explainMissing(address, { from, files, path: file ?? path })
  }
  // A name that starts with # looks like a place in the page.
  if (read.kind !== 'remote') return findLiteral(address, from, files) ?? { code: 'address-invalid', details: [address] }
  const upload = readUpload(read.url.pathname, read.url.host)
  const path = upload && findUpload(upload, from, files)
  if (path !== undefined && isShown(path)) return { path }
  if (upload?.isOfPad) return { code: 'asset-upload', details: [read.url.href, upload.name.at(-1) ?? ''], url: read.url }
  return { code: 'asset-remote', details: [read.url.href, hostOf(read.url)], url: read.url }
}

// Some pads write the addresses of their uploads without the server.
function findOwnUpload(address: string, from: string, files: FileNames): FoundFile | undefined {
  const upload = /^\/([\w-]+\/){0,2}_?uploads\//.test(address) ? readUpload(address.replace(/[?#].*$/s, '')) : undefined
  if (!upload) return undefined
  const path = findUpload(upload, from, files)
  if (path !== undefined && isShown(path)) return { path }
  return { code: 'asset-upload', details: [address, upload.name.at(-1) ?? ''] }
}

// Some characters of a host have a meaning in a shell.
function hostOf({ host }: URL): string {
  return /^[\w.:-]+$/.test(host) ? host : '…'
}

/** The address in an image or a link of Markdown, if the text is one. */
export function addressInMarkdown(written: string): string | undefined {
  return /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)>?\s*\)$/.exec(written)?.[1]
}

/** Replaces Markdown by the address in it where only an address is allowed. */
export function fixAddress(written: string, { line, column }: SourceLocation): readonly Edit[] | undefined {
  const inner = addressInMarkdown(written)
  if (inner === undefined || line === undefined || column === undefined) return undefined
  const { kind } = readAddress(inner)
  return kind === 'local' || kind === 'remote' ? [replaceAt(line, column, [written, inner])] : undefined
}
