import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { downloadPaths } from '../../core/outputs/outputs-of-deck.ts'
import { readWrittenAddresses } from '../../core/outputs/read-written-addresses.ts'
import { titleOfPage } from '../../core/outputs/title-of-page.ts'
import { encodePath, NOT_FOUND_PAGE } from '../../core/pages/urls.ts'
import { decodeAddress } from '../../core/shared/decode-address.ts'
import { toSlashes } from '../files/paths.ts'

/** What is known of a site as it was. */
export interface FormerSite {
  /** As they are written, absolute or as paths. */
  readonly addresses: readonly string[]
  /** They are a list that someone made, so it may include addresses of the present site. */
  readonly isList: boolean
  /** The title of a page, from its path in the site. */
  readonly titleOf: (path: string) => string | undefined
}

/** Reads a former site: a folder with its pages and their downloads, its sitemap, or a list of addresses. `undefined` if there is nothing at the path. */
export function readFormerSite(target: string): FormerSite | undefined {
  const facts = statSync(target, { throwIfNoEntry: false })
  if (!facts) return undefined
  return facts.isDirectory() ? readFolder(target) : readList(target)
}

function readFolder(folder: string): FormerSite {
  const files = new Map(filesIn(folder).map((file) => [file.normalize('NFC'), path.join(folder, file)]))
  const pages = [...files.keys()].filter((file) => file.endsWith('.html') && file !== NOT_FOUND_PAGE)
  // Other files may belong to anything.
  const downloads = pages.flatMap((page) => downloadPaths(page.slice(0, -'.html'.length))).filter((file) => files.has(file))
  return {
    addresses: [...new Set([...pages, ...downloads])].map((file) => `/${encodePath(file)}`),
    isList: false,
    titleOf(page) {
      const file = page.endsWith('.html') ? files.get(page) : undefined
      return file === undefined ? undefined : titleOfPage(readFileSync(file, 'utf8'))
    },
  }
}

// Links are not followed: they could lead to the same folder again.
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toSlashes(path.relative(folder, path.join(entry.parentPath, entry.name))))
    .filter((file) => !file.split('/').some((name) => name.startsWith('.')))
    .toSorted()
}

function readList(file: string): FormerSite {
  const text = readFileSync(file, 'utf8')
  const { addresses, sitemaps } = readWrittenAddresses(text)
  const others = sitemaps.flatMap((address) => readBeside(file, address))
  return { addresses: [...addresses, ...others], isList: !text.trimStart().startsWith('<'), titleOf: () => undefined }
}

// The other files of a large sitemap, where they have been saved beside it.
function readBeside(file: string, address: string): readonly string[] {
  const name = decodeAddress(address.replace(/[?#].*$/s, '').replace(/^.*\//s, ''))
  if (name === undefined || !/^[\w.-]+\.xml$/.test(name)) return []
  const beside = path.join(path.dirname(file), name)
  if (!statSync(beside, { throwIfNoEntry: false })?.isFile()) return []
  return readWrittenAddresses(readFileSync(beside, 'utf8')).addresses
}
