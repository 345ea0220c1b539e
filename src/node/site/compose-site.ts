import type { ComposedDeck } from '../../core/compose-deck.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { isMarkdown } from '../../core/files.ts'
import type { ClientBundle, DeckDetails, DeckSummary, EmittedFile, OutsideLink, Site } from '../../core/model.ts'
import { deckDate } from '../../core/summarize-deck.ts'
import { MOST_ARTICLES } from '../../core/pages/feeds/deck-feed.ts'
import { newestFirst } from '../../core/pages/newest-first.ts'
import { checkNames, type Content, readContent } from '../content/read-content.ts'
import { siteAliases } from '../../core/outputs/site-outputs.ts'
import { filesOfDeck, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import type { DeckFileOutput } from '../../core/outputs/deck-outputs.ts'
import { composerSetup, type OpenComposer } from '../compose/composer.ts'
import type { DocumentCache } from '../deck-cache/document-cache.ts'
import { foldAddress } from '../content/deck-finder.ts'
import type { DiagramRenderer } from '../diagrams/open-diagram-renderer.ts'
import type { CollectedAssets } from '../assets/collect-assets.ts'
import { findOwnFiles } from '../assets/find-own-files.ts'

/** What pages are made with. */
export interface Tools {
  readonly client: ClientBundle
  readonly diagramRenderer: DiagramRenderer
  readonly openComposer: OpenComposer
  /** The front matter that earlier runs have read. */
  readonly documents?: DocumentCache
  /** Whether the deck of a path is wanted, and messages about it; without it all are. */
  readonly only?: (path: string) => boolean
  /** Leaves out drafts and templates; `marked` composes them, and reports links to them. */
  readonly withoutDrafts?: boolean | 'marked'
  /** ISO date: what holds for drafts then also holds for decks with future dates, where the options of the site say so. */
  readonly today?: string
  /** Outputs to make of decks; without it the options of the site decide. */
  readonly formats?: readonly string[]
  /** The commit that the site is built from, as citations name it. */
  readonly revision?: string
  /** Notes are shown, whatever the options say. */
  readonly withNotes?: true
}

/** In decks. */
export interface Progress {
  readonly done: number
  readonly all: number
}

/** The result for a deck: plain data, which another process can read. */
export interface MadeDeck {
  readonly path: string
  /** Missing if a message says why the deck has no pages. */
  readonly summary?: DeckSummary
  readonly diagnostics: readonly Diagnostic[]
}

/** Decks that have been composed; their pages were passed on and are not kept. */
export interface ComposedDecks {
  /** Its messages are those about the folder; decks have their own. */
  readonly content: Content
  /** The options of the site with its logo as a path in it. */
  readonly options: SiteOptions
  /** The files that the site's own pages show. */
  readonly own: CollectedAssets
  readonly decks: readonly MadeDeck[]
  readonly detailsOf: Site['detailsOf']
  /** The links of the decks to other servers. */
  readonly outside: readonly OutsideLink[]
}

/** Gets the pages of a deck as soon as they are made, with the SVG files that no earlier page showed. */
export type OnDeck = (deck: ComposedDeck, drawings: readonly EmittedFile[], progress: Progress) => void

/**
 * The pipeline: the decks of a folder become pages, one deck at a time, so that a thousand need no more memory than one. Throws if the root is
 * not a readable folder.
 */
export async function composeDecks(
  root: string,
  { client, diagramRenderer, openComposer, documents, only = () => true, withoutDrafts, today, formats, withNotes }: Tools,
  onDeck: OnDeck,
): Promise<ComposedDecks> {
  const content = readContent(root, { withoutDrafts, today, only, open: documents?.open })
  documents?.save()
  checkNames(content, client)
  const { options, taken: own } = await findOwnFiles(content)
  const wanted = content.decks.filter(({ source }) => only(source.path))
  const newest = newestFirst(wanted.map(({ source, options: { date } }) => ({ id: source.path, date: deckDate(date, source.path) })))
  const inFeeds = new Set(newest.slice(0, MOST_ARTICLES).map(({ id }) => id))
  const composer = openComposer(
    composerSetup({ ...content, options }, { client, diagramRenderer, formats, inFeeds, withNotes }),
    diagramRenderer.draw,
  )
  const decks: MadeDeck[] = []
  const details = new Map<string, DeckDetails>()
  const outside: OutsideLink[] = []
  let done = 0
  try {
    for (const document of wanted) {
      const { composed, drawings, diagnostics } = await composer.compose(document)
      decks.push({ path: document.source.path, summary: composed?.summary, diagnostics })
      if (!composed) continue
      details.set(document.source.path, composed.details)
      for (const link of composed.outside) outside.push(link)
      onDeck(composed, drawings, { done: (done += 1), all: wanted.length })
      // Lets signals be handled.
      if (done % 20 === 0) await new Promise(setImmediate)
    }
  } finally {
    await composer.close()
  }
  return { content, options, own, decks, detailsOf: ({ path }) => details.get(path) ?? {}, outside }
}

/** A site with all its decks composed; their pages were passed on and are not kept. */
export interface ComposedSite {
  readonly site: Site
  readonly content: Content
  /** The files that the site's own pages show. */
  readonly own: CollectedAssets
  readonly diagnostics: readonly Diagnostic[]
  /** The links of the decks to other servers. */
  readonly outside: readonly OutsideLink[]
}

/** Composes all decks of a folder without writing them. Throws if the root is not a readable folder. */
export async function composeSite(root: string, tools: Tools, onDeck: OnDeck): Promise<ComposedSite> {
  return joinDecks(await composeDecks(root, tools, onDeck), tools.formats)
}

/** The decks as one site, with the messages about all of it. */
export function joinDecks(made: ComposedDecks, formats: Tools['formats']): ComposedSite {
  const { content, options, own, detailsOf, outside } = made
  const decks = made.decks.flatMap(({ summary }) => (summary ? [summary] : []))
  // Not by spreading: the number of arguments of a call is limited.
  for (const diagnostic of messagesOf(made.decks)) content.diagnostics.push(diagnostic)
  reportTaken(decks, own, { content, formats })
  const site = { options, decks, detailsOf, files: content.tree.files, pads: content.pads }
  return { site, content, own, diagnostics: content.diagnostics, outside }
}

// A file that several decks show is reported once.
function messagesOf(decks: readonly MadeDeck[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return decks.flatMap(({ diagnostics }) =>
    diagnostics.filter((diagnostic) => {
      if (isMarkdown(diagnostic.file)) return true
      const key = JSON.stringify(diagnostic)
      return !seen.has(key) && seen.add(key)
    }),
  )
}

/** Whether a path of a site belongs to a file that these decks, or the site's own pages, show. */
export function takenPaths(holders: readonly Pick<DeckSummary, 'assets'>[]): (path: string) => boolean {
  const taken = new Set(holders.flatMap(({ assets }) => assets).map(foldAddress))
  return (path) => taken.has(foldAddress(path))
}

const MISSING: Readonly<Record<DeckFileOutput['name'], 'card-missing' | 'pdf-missing' | 'single-missing'>> = {
  card: 'card-missing',
  pdf: 'pdf-missing',
  steps: 'pdf-missing',
  handout: 'pdf-missing',
  single: 'single-missing',
}

// Conflicts between decks are found by the deck finder.
function reportTaken(
  decks: readonly DeckSummary[],
  own: CollectedAssets,
  { content: { options, report }, formats }: { readonly content: Content; readonly formats: Tools['formats'] },
): void {
  for (const { deck, written, isTaken } of siteAliases({ decks, options })) if (isTaken) report('alias-taken', { file: deck.path }, written)
  const isTaken = takenPaths([own, ...decks])
  for (const { id, path: file } of decks) {
    for (const { pathOf } of pagesOfDeck(options, formats))
      if (isTaken(pathOf(id))) report('deck-address', { file }, 'another file of the site', pathOf(id))
    for (const { name, pathOf } of filesOfDeck(options, formats))
      if (isTaken(pathOf(id))) report(MISSING[name], { file }, `the site has another file at ${pathOf(id)}`)
  }
}
