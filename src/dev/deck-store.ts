import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { EmittedFile, SourceFile } from '../core/model.ts'
import type { ComposerSetup, Composition } from '../node/compose/composer.ts'

/** A deck as the development server last composed it. */
export interface KnownDeck {
  readonly path: string
  readonly text: string
  /** The last version that worked, if there was one. */
  readonly shown?: NonNullable<Composition['composed']>
  /** Whether `shown` was made from `text`. */
  readonly isCurrent: boolean
  /** Paths of the files that the deck links to or embeds. */
  readonly used: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The decks that have been composed, until something they were made from changes. */
export interface DeckStore {
  /**
   * The deck of a source, composed by `make` unless it was made from the same text with the same setup. `isStale` if a file has changed
   * while it was made.
   */
  readonly get: (source: SourceFile, setup: ComposerSetup, make: () => Promise<KnownDeck>) => Promise<StoredDeck>
  /** Stores a composed deck; if it is broken, the deck keeps the last version that worked. */
  readonly add: (source: SourceFile, composition: Composition) => KnownDeck
  /** The deck at a path when it was last composed. */
  readonly last: (path: string) => KnownDeck | undefined
  /** Sanitised SVG files, by path. */
  readonly drawings: ReadonlyMap<string, EmittedFile>
  readonly addDrawings: (drawings: readonly EmittedFile[]) => void
  /** All files that pages of the decks use. */
  readonly assets: () => ReadonlySet<string>
  /** Decks that use one of these files are composed again on the next request. */
  readonly forget: (files: ReadonlySet<string>) => void
}

export interface StoredDeck {
  readonly deck: KnownDeck
  readonly isStale: boolean
}

interface Entry {
  readonly text: string
  readonly setup: ComposerSetup
  readonly deck: Promise<KnownDeck>
}

export function openDeckStore(): DeckStore {
  const entries = new Map<string, Entry>()
  const last = new Map<string, KnownDeck>()
  const drawings = new Map<string, EmittedFile>()
  const addDrawings = (added: readonly EmittedFile[]) => {
    for (const drawing of added) drawings.set(drawing.path, drawing)
  }
  const start = ({ path, text }: SourceFile, setup: ComposerSetup, make: () => Promise<KnownDeck>): Entry => {
    // `make` starts once the entry is stored, so that `forget` removes it if a file changes from then on.
    const entry = { text, setup, deck: Promise.resolve().then(make) }
    entries.set(path, entry)
    // The next request tries again.
    entry.deck.catch(() => {
      if (entries.get(path) === entry) entries.delete(path)
    })
    return entry
  }
  return {
    drawings,
    addDrawings,
    async get(source, setup, make) {
      const known = entries.get(source.path)
      const entry = known?.text === source.text && known.setup === setup ? known : start(source, setup, make)
      const deck = await entry.deck
      return { deck, isStale: !entries.has(source.path) }
    },
    add({ path, text }, { composed, drawings: cleaned, used, diagnostics }) {
      addDrawings(cleaned)
      const shown = composed ?? last.get(path)?.shown
      const deck = { path, text, isCurrent: composed !== undefined, used, diagnostics, shown }
      last.set(path, deck)
      return deck
    },
    last: (path) => last.get(path),
    assets: () => new Set([...last.values()].flatMap(({ shown }) => shown?.summary.assets ?? [])),
    forget(files) {
      for (const file of files) drawings.delete(file)
      // A linked file may not be a deck any more, an image may have another size.
      for (const { path, used } of last.values()) if (used.some((file) => files.has(file))) entries.delete(path)
    },
  }
}
