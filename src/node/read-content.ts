import { existsSync } from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch/posix.js'
import { readSiteOptions, SITE_FILE } from '../core/config/read-site-options.ts'
import type { SiteOptions } from '../core/config/site-options.ts'
import { deckId } from '../core/deck/deck-id.ts'
import { openDocument } from '../core/deck/open-document.ts'
import type { Document } from '../core/deck/open-document.ts'
import { catalogue } from '../core/diagnostics/catalogue.ts'
import { collect } from '../core/diagnostics/collect.ts'
import type { Diagnostic, Report } from '../core/diagnostics/diagnostic.ts'
import { withoutCodes } from '../core/heed-ignores.ts'
import type { SourceTree } from '../core/model.ts'
import { pagePath, readingPath, singlePath, SPEAKER_PAGE } from '../core/pages/relative-urls.ts'
import { discover } from './discover.ts'
import { readText } from './read-text.ts'

/** What stands in a content root, read as far as is needed to know its decks. */
export interface Content {
  readonly root: string
  readonly tree: SourceTree
  readonly options: SiteOptions
  readonly decks: readonly Document[]
  /** Paths of the markdown files that are no decks. */
  readonly skipped: readonly string[]
  /** Ids of the decks by their paths. */
  readonly pages: ReadonlyMap<string, string>
  /** Paths of the decks that the owner of the site trusts. */
  readonly trusted: ReadonlySet<string>
  readonly diagnostics: Diagnostic[]
  readonly report: Report
}

const FRONT_MATTER: ReadonlySet<string> = new Set([
  'type-unknown',
  'front-matter-unclosed',
  'front-matter-mapping',
  'front-matter-language',
])

const RESERVED = new Map([
  ['index.html', 'the index page'],
  ['404.html', 'the page for wrong addresses'],
  [SPEAKER_PAGE, 'the speaker view'],
])

/** Reads the options of a site and the front matter of its files. Throws where the root is no readable folder. */
export function readContent(root: string): Content {
  const diagnostics: Diagnostic[] = []
  const tell = collect(diagnostics)
  let ignored: readonly string[] = []
  // Also what is found out later, when pages are written or measured.
  const report: Report = (code, ...details) => {
    if (catalogue[code].severity === 'error' || !ignored.includes(code)) tell(code, ...details)
  }
  const tree = discover(root, report)
  const siteFile = existsSync(path.join(root, SITE_FILE)) ? readText(root, SITE_FILE, report) : undefined
  const options = readSiteOptions(siteFile?.text ?? '', report)
  ignored = options.ignore
  const included = matcher(options.include)
  const excluded = matcher(options.exclude)
  const decks: Document[] = []
  const skipped: string[] = []
  const pages = new Map<string, string>()
  const owners = new Map(RESERVED)
  for (const file of tree.documents) {
    if (excluded(file)) {
      skipped.push(file)
      continue
    }
    const source = readText(root, file, report)
    if (!source) continue
    const found: Diagnostic[] = []
    const document = openDocument(source, collect(found))
    // A file whose front matter cannot be read is shown to its author: it may well be a deck.
    if (!document.options.isDeck && !document.frontMatter.failed && !included(file)) {
      skipped.push(file)
      // Its author may have meant a deck.
      diagnostics.push(...found.filter(({ code }) => FRONT_MATTER.has(code)))
      continue
    }
    diagnostics.push(...withoutCodes(found, ignored))
    if (document.frontMatter.failed) continue
    const id = deckId(file, tree.name)
    const addresses = [pagePath(id), readingPath(id), ...(options.singleFile ? [singlePath(id)] : [])]
    const shared = addresses.find((address) => owners.has(address.toLowerCase()))
    if (shared !== undefined) {
      report('deck-address', { file }, owners.get(shared.toLowerCase()) ?? '', shared)
      continue
    }
    for (const address of addresses) owners.set(address.toLowerCase(), file)
    pages.set(file, id)
    decks.push(document)
  }
  const trusted = new Set([...pages.keys()].filter(matcher(options.trusted)))
  return { root, tree, options, decks, skipped, pages, trusted, diagnostics, report }
}

// "talks" and "talks/" mean all below that folder.
function matcher(globs: readonly string[]): (file: string) => boolean {
  if (globs.length === 0) return () => false
  return picomatch(globs.flatMap((glob) => [glob.replace(/^\.?\//, ''), `${glob.replace(/^\.?\//, '').replace(/\/$/, '')}/**`]))
}
