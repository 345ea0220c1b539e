import { deckId } from '../core/deck/deck-id.ts'
import type { Document } from '../core/deck/open-document.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { ClientBundle, DeckDetails, DeckSummary, EmittedFile, Site } from '../core/model.ts'
import { seriesFolder, type SeriesPlace, seriesPlaces } from '../core/pages/series.ts'
import { outlineDeck } from '../core/summarize-deck.ts'
import type { ComposerSetup, OpenComposer } from '../node/compose/composer.ts'
import type { FoundFile } from '../node/content/deck-finder.ts'
import type { DiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { openComposerQueue } from './composer-queue.ts'
import { type KnownDeck, openDeckStore } from './deck-store.ts'
import { folderReader, type Reading } from './folder-reader.ts'

export interface DevTools {
  readonly root: string
  readonly client: () => ClientBundle
  readonly diagramRenderer: DiagramRenderer
  readonly openComposer: OpenComposer
}

/**
 * A site in development: its decks are read and composed on request, and kept until they change. So the first page takes the same time
 * in a folder of ten thousand decks; only the index reads all of them.
 */
export interface DevSite {
  readonly read: () => Promise<Reading>
  /** The deck at a path as it is now, or the last version that worked; always with the current messages. */
  readonly compose: (path: string) => Promise<KnownDeck | undefined>
  /** What the index shows: full summaries of the decks that were composed, outlines of the others. */
  readonly site: () => Promise<Site>
  /** Where a deck stands in its series. */
  readonly placeOf: (id: string) => Promise<SeriesPlace>
  /** The text of a deck when it was last read. */
  readonly textOf: (path: string) => string | undefined
  /** All sanitised SVG files, by path. */
  readonly drawings: ReadonlyMap<string, EmittedFile>
  /** All files that pages of the site use. */
  readonly assets: () => ReadonlySet<string>
  /** Call when something below the root has changed; `files` are the paths relative to it, if known. */
  readonly forget: (files: Iterable<string>) => void
  readonly close: () => Promise<void>
}

// A page must not wait for the front matter of thousands of decks: those of a longer series have no links to each other.
const LONGEST_SERIES = 200

// How often a deck is composed again because its files change in the meantime.
const MOST_TRIES = 3

/** Opens a content root for development. All state is in three owners: the reader of the folder, the store of decks and the queue of composers. */
export function openDevSite({ root, client, diagramRenderer, openComposer }: DevTools): DevSite {
  const folder = folderReader({ root, client, diagramRenderer })
  const decks = openDeckStore()
  const composers = openComposerQueue(openComposer, diagramRenderer.draw)

  const read = async (): Promise<Reading> => {
    const reading = await folder.read()
    decks.addDrawings(reading.own.drawings)
    return reading
  }

  const forget: DevSite['forget'] = (files) => {
    const changed = new Set(files)
    folder.forget()
    composers.forget(changed)
    decks.forget(changed)
  }

  const make = async (document: Document, setup: ComposerSetup): Promise<KnownDeck> => {
    const { composition, late } = await composers.compose(document, setup)
    const deck = decks.add(document.source, composition)
    if (late.length > 0) forget(late)
    return deck
  }

  const compose = async (path: string, tries = MOST_TRIES): Promise<KnownDeck | undefined> => {
    const { find, setup } = await read()
    const { deck: found, diagnostics: own } = find(path)
    if (!found) {
      const before = decks.last(path)
      // Ignore files that are not decks; for a broken deck, return its errors.
      return before || own.some(({ severity }) => severity === 'error')
        ? { path, text: '', used: [], ...before, isCurrent: false, diagnostics: own }
        : undefined
    }
    const { document } = found
    const { deck, isStale } = await decks.get(document.source, setup, () => make(document, setup))
    if (isStale && tries > 1) return compose(path, tries - 1)
    return { ...deck, diagnostics: [...own, ...deck.diagnostics] }
  }

  const entriesOf = async (files: readonly string[]): Promise<readonly ListedDeck[]> => {
    const { content, find } = await read()
    return files.flatMap((file) => entryOf(file, find(file), { rootName: content.tree.name, composed: decks.last(file) }) ?? [])
  }

  return {
    read,
    drawings: decks.drawings,
    async placeOf(id) {
      const { name, documents } = (await read()).content.tree
      const series = documents.filter((file) => seriesFolder(deckId(file, name)) === seriesFolder(id))
      if (series.length > LONGEST_SERIES) return {}
      return seriesPlaces((await entriesOf(series)).map(({ summary }) => summary)).get(id) ?? {}
    },
    compose: (path) => compose(path),
    async site() {
      const { content } = await read()
      const entries = await entriesOf(content.tree.documents)
      const details = new Map(entries.map((entry) => [entry.summary.path, entry.details]))
      const listed = entries.map(({ summary }) => summary)
      return {
        options: content.options,
        decks: listed,
        detailsOf: ({ path }) => details.get(path) ?? {},
        files: content.tree.files,
        pads: content.pads,
      }
    },
    textOf: folder.textOf,
    assets: decks.assets,
    forget,
    close: composers.close,
  }
}

/** A deck as the index lists it. */
interface ListedDeck {
  readonly summary: DeckSummary
  readonly details: DeckDetails
}

interface EntryContext {
  readonly rootName: string
  /** The deck, if it has been composed. */
  readonly composed: KnownDeck | undefined
}

/**
 * The entry of a file in the index of the development server; `undefined` if it is not a deck. A broken deck stays in the index
 * with its error, since its author looks for it there.
 */
function entryOf(file: string, { deck, isSkipped, diagnostics }: FoundFile, { rootName, composed }: EntryContext): ListedDeck | undefined {
  const own = firstError(diagnostics)
  if (!deck) {
    if (isSkipped || own === undefined) return undefined
    const { summary, details } = composed?.shown ?? { summary: unreadable(file, rootName), details: {} }
    return { summary: { ...summary, problem: own }, details }
  }
  const isComposed = composed?.text === deck.document.source.text
  // A build would fail with it, even if the deck is shown.
  const problem = isComposed ? firstError(composed.diagnostics) : undefined
  const { summary, details } =
    isComposed && composed.shown ? composed.shown : { summary: outlineDeck(deck.document, rootName), details: {} }
  return { summary: problem === undefined ? summary : { ...summary, problem }, details }
}

function firstError(diagnostics: readonly Diagnostic[]): string | undefined {
  const found = diagnostics.find(({ severity }) => severity === 'error')
  return found && `${found.file}${found.line === undefined ? '' : `:${found.line}`}: ${found.message}`
}

function unreadable(file: string, rootName: string): DeckSummary {
  const empty = { description: '', tags: [], authors: [], slides: 0, lines: [], headings: [], assets: [] }
  return { id: deckId(file, rootName), path: file, title: file, ...empty }
}
