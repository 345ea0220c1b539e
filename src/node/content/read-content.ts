import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { readSiteOptions } from '../../core/config/read-site-options.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import type { DeckSigns } from '../../core/deck/deck-signs.ts'
import type { Document, openDocument } from '../../core/deck/open-document.ts'
import { MOST_DECKS, siteLanguage, spread } from '../../core/deck/site-language.ts'
import { catalogue } from '../../core/diagnostics/catalogue.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic, Report } from '../../core/diagnostics/diagnostic.ts'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import type { ClientBundle } from '../../core/model.ts'
import { deckDate } from '../../core/summarize-deck.ts'
import { PADS_LOCK, type PadsLock } from '../../core/pads/pads-lock.ts'
import { readPadsLock } from '../../core/pads/read-pads-lock.ts'
import { readText } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { type DeckFinder, deckFinder, type DeckFolder, type LeftOut, matchGlobs } from './deck-finder.ts'
import { discover } from './discover.ts'
import { documentReader, type ReadDocument } from './document-reader.ts'

/** A content root whose options and file names have been read. */
export interface OpenContent extends DeckFolder {
  /** The diagnostics of the site, and of its decks if these have been read. */
  readonly diagnostics: Diagnostic[]
  readonly report: Report
}

/** A Markdown file that is not a deck but looks like one. */
export interface Candidate {
  readonly file: string
  readonly signs: DeckSigns
}

/** A deck without its text: that is read again when it is needed, since the texts of all decks of a large site would not fit into memory. */
export interface ListedDeck {
  readonly path: string
  /** ISO date. */
  readonly date: string | undefined
  /** Of its text. */
  readonly digest: string
}

/** The files of a content root, read as far as needed to know which are decks. */
export interface Content<Deck = Document> extends OpenContent {
  readonly decks: readonly Deck[]
  /** Paths of the Markdown files that are not decks. */
  readonly skipped: readonly string[]
  /** Paths of the decks that a build leaves out: drafts, templates, and those with future dates. */
  readonly drafts: readonly string[]
  /** Why, by their paths. */
  readonly reasons: ReadonlyMap<string, LeftOut>
  /** Those of them that look like decks, the one that does most first. */
  readonly candidates: readonly Candidate[]
  /** Paths of the decks that the owner of the site trusts. */
  readonly trusted: ReadonlySet<string>
}

/** Whether there is a pad to pull: one that a deck came from, or one in the options. A lock file may have only pictures. */
export function knowsPads({ pads, options }: Pick<OpenContent, 'pads' | 'options'>): boolean {
  return options.pads.length > 0 || [...(pads?.values() ?? [])].some(({ pad }) => pad !== undefined)
}

/** Names that authors give the file of options by mistake. */
export const MISNAMED = ['site.yml', 'Site.yaml', 'site.yaml.txt']

/** Reads the options of a site. Throws if the root is not a readable folder. */
export function openContent(root: string): OpenContent {
  const diagnostics: Diagnostic[] = []
  const tell = collect(diagnostics)
  let ignored: readonly string[] = []
  // Applies to later reports too, when pages are written or measured.
  const report: Report = (code, ...details) => {
    if (catalogue[code].severity === 'error' || !ignored.includes(code)) tell(code, ...details)
  }
  const tree = discover(root, report)
  // A broken link counts too, so that it is reported.
  const siteFile = lstatSync(path.join(root, SITE_FILE), { throwIfNoEntry: false }) ? readText(root, SITE_FILE, report) : undefined
  const misnamed = siteFile ? undefined : MISNAMED.find((name) => existsSync(path.join(root, name)))
  if (misnamed !== undefined) report('site-misnamed', { file: misnamed })
  const options = readSiteOptions(siteFile?.text ?? '', report)
  ignored = options.ignore
  return { root, tree, options, pads: readLock(root, report), diagnostics, report }
}

// A lock file that cannot be read is reported, and the site is built without what it says.
function readLock(root: string, report: Report): PadsLock | undefined {
  const file = lstatSync(path.join(root, PADS_LOCK), { throwIfNoEntry: false }) ? readText(root, PADS_LOCK, report) : undefined
  if (!file) return undefined
  const read = readPadsLock(file.text)
  if ('lock' in read) return read.lock
  report('pads-lock', { file: PADS_LOCK, line: read.line }, read.problem)
  return undefined
}

export interface ReadOptions extends Pick<DeckFolder, 'withoutDrafts' | 'today'> {
  /** Whether the messages about the file of a path are wanted; without it all are. */
  readonly only?: ((path: string) => boolean) | undefined
  /** Reads the front matter of a file. */
  readonly open?: typeof openDocument | undefined
}

/** Reads the options of a site and the front matter of its files; drafts are decks, unless they are left out. Throws if the root is not a readable folder. */
export function readContent(root: string, options: ReadOptions = {}): Content {
  const { content } = findDecks(root, options, (document) => document)
  return { ...content, options: withLanguage(content.options, () => content.decks) }
}

/** The content of a folder whose decks are read one by one. */
export interface ListedContent extends Content<ListedDeck> {
  /** Reads a deck as it is now; without a document if it is not a deck any more, or cannot be read. */
  readonly read: (path: string) => ReadDocument
}

/** Reads a folder like `readContent`, and keeps no texts. */
export function listContent(root: string, options: ReadOptions = {}): ListedContent {
  const { content, find } = findDecks(root, options, ({ source, options: { date } }) => ({
    path: source.path,
    date: deckDate(date, source.path),
    digest: sha256(source.text),
  }))
  const read = (file: string) => {
    const { deck, diagnostics } = find(file)
    return { document: deck?.document, diagnostics }
  }
  const some = () => spread(content.decks, MOST_DECKS).flatMap(({ path: file }) => read(file).document ?? [])
  return { ...content, options: withLanguage(content.options, some), read }
}

function findDecks<Deck>(
  root: string,
  { withoutDrafts, today, only = () => true, open }: ReadOptions,
  keep: (document: Document) => Deck,
): { readonly content: Content<Deck>; readonly find: DeckFinder['find'] } {
  const content = { ...openContent(root), withoutDrafts, today }
  const { find } = deckFinder(content, documentReader(root, { open, most: 1 }))
  const decks: Deck[] = []
  const paths: string[] = []
  const skipped: string[] = []
  const reasons = new Map<string, LeftOut>()
  const candidates: Candidate[] = []
  for (const file of content.tree.documents) {
    const { deck, isSkipped, leftOut, signs, diagnostics } = find(file)
    if (only(file)) for (const diagnostic of diagnostics) content.diagnostics.push(diagnostic)
    if (deck) {
      decks.push(keep(deck.document))
      paths.push(file)
    } else if (isSkipped) skipped.push(file)
    if (leftOut) reasons.set(file, leftOut)
    if (!signs || signs.found.length === 0) continue
    candidates.push({ file, signs })
    if (only(file)) content.report('deck-unmarked', { file }, signs.found.join(', '))
  }
  candidates.sort((one, other) => other.signs.score - one.signs.score)
  const trusted = new Set(paths.filter(matchGlobs(content.options.trusted)))
  return { content: { ...content, decks, skipped, drafts: [...reasons.keys()], reasons, candidates, trusted }, find }
}

// A site that does not say its language has that of its decks.
function withLanguage({ lacksLang, ...options }: SiteOptions, decks: () => readonly Document[]): SiteOptions {
  return lacksLang ? { ...options, lang: siteLanguage(decks()) } : options
}

/** Reports an unknown theme or brand in `site.yaml`. */
export function checkNames({ options, report }: OpenContent, { themes, brands }: ClientBundle): void {
  const { theme } = options
  if (!Object.hasOwn(themes, theme)) {
    const names = Object.keys(themes)
    report('site-options', { file: SITE_FILE }, `unknown theme "${theme}" (themes: ${names.join(', ')})${didYouMean(theme, names)}`)
  }
  const names = Object.keys(brands)
  for (const brand of new Set([options.brand, ...options.brands.map((dated) => dated.brand)]))
    if (brand !== 'none' && !names.includes(brand))
      report('brand-unknown', { file: SITE_FILE }, brand, didYouMean(brand, names), names.join(', '))
}
