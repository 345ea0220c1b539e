import type { ComposedDeck } from '../../core/compose-deck.ts'
import type { Document } from '../../core/deck/open-document.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { isMarkdown } from '../../core/files.ts'
import type { ClientBundle, DeckSummary, EmittedFile, OutsideLink, Site } from '../../core/model.ts'
import { MOST_ARTICLES } from '../../core/pages/feeds/deck-feed.ts'
import { newestFirst } from '../../core/pages/newest-first.ts'
import { checkNames, listContent, type ListedContent, type ListedDeck } from '../content/read-content.ts'
import { composeInOrder } from '../compose/compose-in-order.ts'
import { composerSetup, type OpenComposer } from '../compose/composer.ts'
import type { DocumentCache } from '../deck-cache/document-cache.ts'
import type { Resize } from '../compose/resize-pictures.ts'
import type { DiagramRenderer } from '../diagrams/open-diagram-renderer.ts'
import type { CollectedAssets } from '../assets/collect-assets.ts'
import { type Shard, splitDecks } from '../content/split-decks.ts'
import { findOwnFiles } from '../assets/find-own-files.ts'
import { keepInMemory, type KeptDetails } from './keep-details.ts'
import { shareTexts } from './share-texts.ts'
import { reportTaken } from './taken-paths.ts'

/** What pages are made with. */
export interface Tools {
  readonly client: ClientBundle
  readonly diagramRenderer: DiagramRenderer
  readonly openComposer: OpenComposer
  /** The front matter that earlier runs have read. */
  readonly documents?: DocumentCache
  /** Makes smaller copies of pictures; without it pages show the pictures themselves. */
  readonly resize?: Resize | undefined
  /** Whether the deck of a path is wanted, and messages about it; without it all are. */
  readonly only?: (path: string) => boolean
  /** Composes only the decks of one part of the site; the others are known to it. */
  readonly shard?: Shard
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
  /** Where the details of decks are kept; without it in memory. */
  readonly details?: KeptDetails
  /** Called for each link of a deck to another server. */
  readonly onLink?: (link: OutsideLink) => void
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
  readonly content: ListedContent
  /** The options of the site with its logo as a path in it. */
  readonly options: SiteOptions
  /** The files that the site's own pages show. */
  readonly own: CollectedAssets
  readonly decks: readonly MadeDeck[]
  readonly detailsOf: Site['detailsOf']
}

/** A folder whose decks are known, before any is composed. */
export interface OpenSite extends Pick<ComposedDecks, 'content' | 'options' | 'own'> {
  /** The decks of the site, in order. */
  readonly wanted: readonly ListedDeck[]
}

/** Reads a folder, and reports what is wrong with it as a whole. Throws if it is not readable. */
export async function openSite(
  root: string,
  { client, documents, only = () => true, withoutDrafts, today }: Pick<Tools, 'client' | 'documents' | 'only' | 'withoutDrafts' | 'today'>,
): Promise<OpenSite> {
  const content = listContent(root, { withoutDrafts, today, only, open: documents?.open })
  documents?.save()
  checkNames(content, client)
  const { options, taken: own } = await findOwnFiles(content)
  return { content, options, own, wanted: content.decks.filter(({ path }) => only(path)) }
}

/** Gets the pages of a deck as soon as they are made, with the SVG files that no earlier page showed. */
export type OnDeck = (deck: ComposedDeck, drawings: readonly EmittedFile[], progress: Progress) => void

/**
 * The pipeline: the decks of a folder become pages, one after the other, so that a thousand need no more memory than one. Throws if the root is
 * not a readable folder.
 */
export async function composeDecks(root: string, tools: Tools, onDeck: OnDeck): Promise<ComposedDecks> {
  const { client, diagramRenderer, openComposer, resize, shard, formats, withNotes, onLink, details = keepInMemory() } = tools
  const { content, options, own, wanted } = await openSite(root, tools)
  const newest = newestFirst(wanted.map(({ path, date }) => ({ id: path, date })))
  const inFeeds = new Set(newest.slice(0, MOST_ARTICLES).map(({ id }) => id))
  const all = wanted.map(({ path }) => path)
  const inPart = shard && splitDecks(all, shard)
  const paths = inPart ? all.filter((path) => inPart.has(path)) : all
  const composer = openComposer(
    composerSetup({ ...content, options }, { client, diagramRenderer, formats, inFeeds, withNotes }),
    diagramRenderer.draw,
    resize,
  )
  const decks: MadeDeck[] = []
  const texts = shareTexts()
  let done = 0
  try {
    for await (const { document, composed, drawings, diagnostics } of composeInOrder(composer, readAgain(paths, content))) {
      const summary = composed && texts.inSummary(composed.summary)
      decks.push({ path: document.source.path, summary, diagnostics: diagnostics.map(texts.inMessage) })
      if (!composed) continue
      details.add(document.source.path, composed.details)
      if (onLink) for (const link of composed.outside) onLink(link)
      onDeck(composed, drawings, { done: (done += 1), all: paths.length })
      // Lets signals be handled.
      if (done % 20 === 0) await new Promise(setImmediate)
    }
  } finally {
    await composer.close()
  }
  return { content, options, own, decks, detailsOf: details.detailsOf }
}

// One after the other, as they are composed: their texts are not kept.
function* readAgain(paths: readonly string[], { read, report, diagnostics }: ListedContent): Generator<Document> {
  for (const path of paths) {
    const { document, diagnostics: found } = read(path)
    const errors = found.filter(({ severity }) => severity === 'error')
    if (document) yield document
    else if (errors.length > 0) diagnostics.push(...errors)
    else report('file-unreadable', { file: path }, 'it has changed since the build began')
  }
}

/** A site with all its decks composed; their pages were passed on and are not kept. */
export interface ComposedSite {
  readonly site: Site
  readonly content: ListedContent
  /** The files that the site's own pages show. */
  readonly own: CollectedAssets
  readonly diagnostics: readonly Diagnostic[]
}

/** Composes all decks of a folder without writing them. Throws if the root is not a readable folder. */
export async function composeSite(root: string, tools: Tools, onDeck: OnDeck): Promise<ComposedSite> {
  return joinDecks(await composeDecks(root, tools, onDeck), tools.formats)
}

/** The decks as one site, with the messages about all of it. */
export function joinDecks(made: ComposedDecks, formats: Tools['formats']): ComposedSite {
  const { content, own } = made
  const joined = listDecks(made)
  reportTaken(joined.site.decks, own, { content, formats })
  return joined
}

/** The decks as a site that may lack others, with the messages about them. */
export function listDecks({ content, options, own, detailsOf, ...made }: ComposedDecks): ComposedSite {
  const decks = made.decks.flatMap(({ summary }) => (summary ? [summary] : []))
  // Not by spreading: the number of arguments of a call is limited.
  for (const diagnostic of messagesOf(made.decks)) content.diagnostics.push(diagnostic)
  const site = { options, decks, detailsOf, files: content.tree.files, pads: content.pads }
  return { site, content, own, diagnostics: content.diagnostics }
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
