import { isDeepStrictEqual } from 'node:util'
import type { Document } from '../core/deck/open-document.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { outlineDeck } from '../core/outline-deck.ts'
import type { ClientBundle, DeckSummary, EmittedFile, Site } from '../core/model.ts'
import { checkNames } from '../node/check-names.ts'
import { composerSetup } from '../node/composer-setup.ts'
import type { Composer, ComposerSetup, Composition, OpenComposer } from '../node/composer.ts'
import { deckFinder } from '../node/deck-finder.ts'
import type { DeckFinder, FoundFile } from '../node/deck-finder.ts'
import type { Drawer } from '../node/diagrams/open-drawer.ts'
import { documentReader } from '../node/document-reader.ts'
import { openContent } from '../node/read-content.ts'
import type { OpenContent } from '../node/read-content.ts'
import type { TakenAssets } from '../node/take-assets.ts'
import { takeLogo } from '../node/take-logo.ts'

export interface DevTools {
  readonly root: string
  readonly client: ClientBundle
  readonly drawer: Drawer
  readonly openComposer: OpenComposer
}

/** A content root as it was read last; what is found of a file stays the same for as long. */
export interface Reading extends DeckFinder {
  readonly content: OpenContent
  readonly setup: ComposerSetup
  /** The files that the site shows by itself. */
  readonly own: TakenAssets
}

/**
 * A site in development: its decks are read and composed when they are asked for, and kept until they change.
 * So the first page costs the same among ten thousand decks; the index alone reads all of them.
 */
export interface DevSite {
  readonly read: () => Promise<Reading>
  /** The deck of a path as it is now, or as it was when it could be shown last; with what is said about it now. */
  readonly compose: (path: string) => Promise<KnownDeck | undefined>
  /** What the index shows: whole summaries of the decks that were composed, outlines of the others. */
  readonly site: () => Promise<Site>
  /** The text of a deck when it was read last. */
  readonly textOf: (path: string) => string | undefined
  /** All drawings that were cleaned, by their paths. */
  readonly drawings: ReadonlyMap<string, EmittedFile>
  /** All files that pages of the site refer to. */
  readonly assets: () => ReadonlySet<string>
  /** Something below the root has changed; `files` names what has, relative to it. */
  readonly forget: (files: Iterable<string>) => void
  readonly close: () => Promise<void>
}

export interface KnownDeck {
  readonly path: string
  readonly text: string
  /** Missing where the deck has never been one that can be shown. */
  readonly shown?: NonNullable<Composition['composed']>
  /** The last text could be shown. */
  readonly isCurrent: boolean
  /** Paths of the files that the deck links to or shows. */
  readonly used: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens a content root for development. */
export function openDevSite({ root, client, drawer, openComposer }: DevTools): DevSite {
  const known = new Map<string, { readonly text: string; readonly setup: ComposerSetup; readonly deck: Promise<KnownDeck> }>()
  const last = new Map<string, KnownDeck>()
  const drawings = new Map<string, EmittedFile>()
  const texts = new Map<string, string>()
  const readDocument = documentReader(root)
  let now: { readonly setup: ComposerSetup; readonly finder: DeckFinder } | undefined
  let open: { readonly setup: ComposerSetup; readonly composer: Composer } | undefined
  let reading: Promise<Reading> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const read = (): Promise<Reading> => (reading ??= start())
  const start = async (): Promise<Reading> => {
    const opened = openContent(root)
    checkNames(opened, client)
    const { options, taken } = await takeLogo(opened)
    for (const drawing of taken.drawings) drawings.set(drawing.path, drawing)
    const content = { ...opened, options }
    const wanted = composerSetup(content, { client, drawer })
    // As long as the text of files alone changes, decks that were made stay, and the thread that has everything loaded goes on.
    if (!now || !isDeepStrictEqual(now.setup, wanted)) now = { setup: wanted, finder: deckFinder(wanted, readDocument) }
    const { setup, finder } = now
    return { content, setup, own: taken, find: remember(finder.find), fileOf: finder.fileOf }
  }

  const remember = (find: DeckFinder['find']): DeckFinder['find'] => {
    const found = new Map<string, FoundFile>()
    return (file) => {
      const known = found.get(file) ?? find(file)
      found.set(file, known)
      if (known.deck) texts.set(file, known.deck.document.source.text)
      return known
    }
  }

  const composerFor = (setup: ComposerSetup): Composer => {
    if (open?.setup === setup) return open.composer
    void open?.composer.close()
    open = { setup, composer: openComposer(setup, drawer.draw) }
    return open.composer
  }

  const make = async (document: Document, setup: ComposerSetup): Promise<KnownDeck> => {
    const { path, text } = document.source
    const { composed, drawings: cleaned, used, diagnostics } = await composerFor(setup).compose(document)
    for (const drawing of cleaned) drawings.set(drawing.path, drawing)
    const shown = composed ?? last.get(path)?.shown
    const deck = { path, text, isCurrent: composed !== undefined, used, diagnostics, ...(shown ? { shown } : {}) }
    last.set(path, deck)
    return deck
  }

  return {
    read,
    drawings,
    async compose(path) {
      const { find, setup } = await read()
      const { deck: found, diagnostics: own } = find(path)
      if (!found) {
        const before = last.get(path)
        // A file that is no deck is nobody's business; one that should be a deck says why it is none.
        return before || own.some(({ severity }) => severity === 'error')
          ? { path, text: '', used: [], ...before, isCurrent: false, diagnostics: own }
          : undefined
      }
      const { document } = found
      const kept = known.get(path)
      if (kept?.text !== document.source.text || kept.setup !== setup) {
        // One at a time: the thread knows no other way.
        const deck = queue.then(() => make(document, setup))
        queue = deck.catch(() => undefined)
        known.set(path, { text: document.source.text, setup, deck })
      }
      const deck = await known.get(path)?.deck
      return deck && { ...deck, diagnostics: [...own, ...deck.diagnostics] }
    },
    async site() {
      const { content, find } = await read()
      const decks = content.tree.documents.flatMap((file): DeckSummary | [] => {
        const { document } = find(file).deck ?? {}
        const whole = last.get(file)
        if (!document) return []
        return whole?.shown && whole.text === document.source.text ? whole.shown.summary : outlineDeck(document, content.tree.name)
      })
      return { options: content.options, decks }
    },
    textOf: (path) => texts.get(path),
    assets: () => new Set([...last.values()].flatMap(({ shown }) => shown?.summary.assets ?? [])),
    forget(files) {
      reading = undefined
      const changed = new Set(files)
      for (const file of changed) drawings.delete(file)
      // What a link leads to may be no deck any more; a picture may have another size, a drawing other lines.
      const used = new Set<string>()
      for (const deck of last.values()) {
        const stale = deck.used.filter((file) => changed.has(file))
        if (stale.length > 0) known.delete(deck.path)
        for (const file of stale) used.add(file)
      }
      // What the thread has found out about a picture, it keeps.
      if ([...used].some((file) => now?.setup.tree.files.has(file))) {
        const { composer } = open ?? {}
        open = undefined
        // A deck that is being made is not left half made.
        queue = queue.then(() => composer?.close())
      }
    },
    close: async () => open?.composer.close(),
  }
}
