import { aliasPath } from '../deck/alias-path.ts'
import { pagePath, CLIENT_FOLDER } from '../pages/urls.ts'
import { decodeAddress } from '../shared/decode-address.ts'
import { deckOutputs } from './deck-outputs.ts'

/** Former addresses of a site as paths in it, each once. */
export interface FormerPaths {
  readonly paths: readonly string[]
  /** How many of the addresses are those of other sites. */
  readonly elsewhere: number
}

// Has only to be absolute.
const SOME_SITE = 'https://site.invalid/'

/** Reads addresses, absolute or as paths; `url` is the address of the site, if it is known. */
export function formerPaths(addresses: readonly string[], url: string | undefined): FormerPaths {
  const paths = new Set<string>()
  const site = url !== undefined && URL.canParse(url) ? url : undefined
  let elsewhere = 0
  for (const address of addresses) {
    const path = pathInSite(address, site)
    if (path === undefined) elsewhere += 1
    else paths.add(path)
  }
  return { paths: [...paths], elsewhere }
}

function pathInSite(address: string, url: string | undefined): string | undefined {
  const site = new URL((url ?? SOME_SITE).replace(/[?#].*$/s, '').replace(/\/?$/, '/'))
  const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)
  const read = URL.canParse(address, site.href) ? new URL(address, site.href) : undefined
  if (!read || !/^https?:$/.test(read.protocol)) return undefined
  const isBelow = `${read.pathname}/`.startsWith(site.pathname)
  // Servers answer at both schemes.
  if (isAbsolute && url !== undefined && (read.host !== site.host || !isBelow)) return undefined
  const path = isBelow ? read.pathname.slice(site.pathname.length) : read.pathname.slice(1)
  return (decodeAddress(path) ?? path).normalize('NFC')
}

/**
 * Those of the paths at which a site has no page, in their order. `held` are the paths of its files. Where the page of a deck is gone, its other
 * outputs are not named; nor is the page of a folder, which listed others.
 */
export function gonePaths(paths: readonly string[], held: ReadonlySet<string>): readonly string[] {
  const folders = new Set(paths.filter((path) => !isFolder(path)).flatMap(foldersOf))
  const isList = (path: string) => isFolder(path) && folders.has(path.replace(/(?:index\.html)?$/, ''))
  const gone = paths.filter((path) => !isHeld(path, held) && !isOfProgram(path) && !isList(path))
  const others = new Set(gone.map(pageAt).flatMap((page) => outputsBeside(page)))
  // The same page may have been linked to in several ways.
  const byPage = new Map(gone.toReversed().map((path) => [pageAt(path), path]))
  return gone.filter((path) => !others.has(path) && byPage.get(pageAt(path)) === path)
}

const isFolder = (path: string) => /(?:^|\/)(?:index\.html)?$/.test(path)

// Each ends with a slash.
function foldersOf(path: string): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))
}

// Servers add the ending of a page, or the page of a folder.
function isHeld(path: string, held: ReadonlySet<string>): boolean {
  if (path === '' || path.endsWith('/')) return held.has(`${path}index.html`)
  return held.has(path) || held.has(`${path}.html`) || held.has(`${path}/index.html`)
}

const pageAt = (path: string) => aliasPath(path.split('/').map(encodeURIComponent).join('/')) ?? path

function outputsBeside(page: string): readonly string[] {
  if (!page.endsWith('.html')) return []
  const id = page.slice(0, -'.html'.length)
  return deckOutputs.map(({ pathOf }) => pathOf(id)).filter((path) => path !== pagePath(id))
}

// Scripts, style sheets and the texts of the search have other names with each version.
const isOfProgram = (path: string) => path.startsWith(`${CLIENT_FOLDER}/`) || path.startsWith('hedgerow/')
