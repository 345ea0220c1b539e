import { aliasPath } from '../deck/alias-path.ts'
import { CLIENT_FOLDER, pagePath, SEARCH_FOLDER, SITE_CARD } from '../pages/urls.ts'
import { deckOutputs } from './deck-outputs.ts'
import { foldersOf } from './folders-of.ts'

/**
 * Those of the paths at which a site has no page, in their order. `held` are the paths of its files. Where the page of a deck is gone, its other
 * outputs are not named; nor is the page of a folder, which listed others.
 */
export function gonePaths(paths: readonly string[], held: ReadonlySet<string>): readonly string[] {
  const folders = new Set(paths.filter((path) => !isFolder(path)).flatMap(foldersOf))
  const isList = (path: string) => isFolder(path) && folders.has(path.replace(/\/?(?:index\.html)?$/, ''))
  const gone = paths.filter((path) => !isHeld(path, held) && !isOfProgram(path) && !isList(path))
  const others = new Set(gone.map(pageAt).flatMap((page) => outputsBeside(page)))
  // The same page may have been linked to in several ways.
  const byPage = new Map(gone.toReversed().map((path) => [pageAt(path), path]))
  return gone.filter((path) => !others.has(path) && byPage.get(pageAt(path)) === path)
}

const isFolder = (path: string) => /(?:^|\/)(?:index\.html)?$/.test(path)

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

// What has another name with each version: scripts, styles, fonts and images of the bundle, and the texts of the search.
const OF_VERSION = [
  new RegExp(`^${CLIENT_FOLDER}/[^/]+-[\\w-]{8}\\.(?:js|css|woff2|svg|png|jpe?g|webp|avif|gif)$`),
  new RegExp(`^${CLIENT_FOLDER}/mermaid-[\\d.]+\\.js(?:\\.licence\\.txt)?$`),
  new RegExp(`^${SEARCH_FOLDER}[^/]+\\.js$`),
]

// And what is there besides, which no page links to.
const OF_PROGRAM: ReadonlySet<string> = new Set([SITE_CARD, `${CLIENT_FOLDER}/licences.txt`])

const isOfProgram = (path: string) => OF_PROGRAM.has(path) || OF_VERSION.some((names) => names.test(path))
