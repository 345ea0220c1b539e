import type { Document } from '../core/deck/open-document.ts'
import type { ClientBundle, EmittedFile, Site } from '../core/model.ts'
import type { Composer, ComposerSetup, OpenComposer } from '../node/compose/composer.ts'
import type { Drawer } from '../node/diagrams/open-drawer.ts'
import { folderReader } from './folder-reader.ts'
import type { Reading } from './folder-reader.ts'
import { summaryOf } from './summary-of.ts'
import type { KnownDeck } from './known-deck.ts'

export interface DevTools {
  readonly root: string
  readonly client: () => ClientBundle
  readonly drawer: Drawer
  readonly openComposer: OpenComposer
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

// Of a deck whose files change as long as it is made.
const MOST_TRIES = 3

/** Opens a content root for development. */
export function openDevSite({ root, client, drawer, openComposer }: DevTools): DevSite {
  const known = new Map<string, { readonly text: string; readonly setup: ComposerSetup; readonly deck: Promise<KnownDeck> }>()
  const last = new Map<string, KnownDeck>()
  const drawings = new Map<string, EmittedFile>()
  const texts = new Map<string, string>()
  let open: { readonly setup: ComposerSetup; readonly composer: Composer } | undefined
  let reading: Promise<Reading> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  // Since the deck was begun that is being made.
  let changedMeanwhile = new Set<string>()

  const readFolder = folderReader({ root, client, drawer, onText: (file, text) => texts.set(file, text) })
  const read = (): Promise<Reading> => (reading ??= start())
  const start = async (): Promise<Reading> => {
    try {
      const now = await readFolder()
      for (const drawing of now.own.drawings) drawings.set(drawing.path, drawing)
      return now
    } catch (cause) {
      // The next request may have better luck.
      reading = undefined
      throw cause
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
    const during = new Set<string>()
    changedMeanwhile = during
    const { composed, drawings: cleaned, used, diagnostics } = await composerFor(setup).compose(document)
    for (const drawing of cleaned) drawings.set(drawing.path, drawing)
    const shown = composed ?? last.get(path)?.shown
    const deck = { path, text, isCurrent: composed !== undefined, used, diagnostics, ...(shown ? { shown } : {}) }
    last.set(path, deck)
    // Of these it may show what they were.
    const late = used.filter((file) => during.has(file))
    if (late.length > 0) forget(late)
    return deck
  }

  const forget: DevSite['forget'] = (files) => {
    reading = undefined
    const changed = new Set(files)
    for (const file of changed) {
      drawings.delete(file)
      changedMeanwhile.add(file)
    }
    // What a link leads to may be no deck any more; a picture may have another size, a drawing other lines.
    const used = new Set<string>()
    for (const deck of last.values()) {
      const stale = deck.used.filter((file) => changed.has(file))
      if (stale.length > 0) known.delete(deck.path)
      for (const file of stale) used.add(file)
    }
    // What the thread has found out about a picture, it keeps.
    if ([...used].some((file) => open?.setup.tree.files.has(file))) {
      const { composer } = open ?? {}
      open = undefined
      // A deck that is being made is not left half made.
      queue = queue.then(() => composer?.close()).catch(() => undefined)
    }
  }

  const compose = async (path: string, tries = MOST_TRIES): Promise<KnownDeck | undefined> => {
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
      queue = deck.catch(() => known.delete(path))
      known.set(path, { text: document.source.text, setup, deck })
    }
    const deck = await known.get(path)?.deck
    // A file that the deck shows has changed meanwhile.
    if (!known.has(path) && tries > 1) return compose(path, tries - 1)
    return deck && { ...deck, diagnostics: [...own, ...deck.diagnostics] }
  }

  return {
    read,
    drawings,
    compose: (path) => compose(path),
    async site() {
      const { content, find } = await read()
      const decks = content.tree.documents.flatMap(
        (file) => summaryOf(file, find(file), { rootName: content.tree.name, whole: last.get(file) }) ?? [],
      )
      return { options: content.options, decks }
    },
    textOf: (path) => texts.get(path),
    assets: () => new Set([...last.values()].flatMap(({ shown }) => shown?.summary.assets ?? [])),
    forget,
    close: async () => open?.composer.close(),
  }
}
