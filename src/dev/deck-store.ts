import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { EmittedFile, SourceFile } from '../core/model.ts'
import type { ComposerSetup, Composition } from '../node/compose/composer.ts'

/** A deck as development knows it. */
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

/** The decks that development has composed, until something changes that they were made of. */
export interface DeckStore {
  /**
   * The deck of a source, composed by `make` unless it was made of the same text with the same setup. `isStale` says that a file has changed
   * while it was made.
   */
  readonly get: (source: SourceFile, setup: ComposerSetup, make: () => Promise<KnownDeck>) => Promise<StoredDeck>
  /** Stores what was composed; where that cannot be shown, the deck keeps what it showed before. */
  readonly add: (source: SourceFile, composition: Composition) => KnownDeck
  /** The deck of a path when it was composed last. */
  readonly last: (path: string) => KnownDeck | undefined
  /** Drawings that were cleaned, by their paths. */
  readonly drawings: ReadonlyMap<string, EmittedFile>
  readonly addDrawings: (drawings: readonly EmittedFile[]) => void
  /** All files that pages of the decks refer to. */
  readonly assets: () => ReadonlySet<string>
  /** Decks that use one of these files are composed again when they are asked for. */
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
    // Begun when the entry is there: a file that changes from then on removes it.
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
      // What a link leads to may be no deck any more; a picture may have another size, a drawing other lines.
      for (const { path, used } of last.values()) if (used.some((file) => files.has(file))) entries.delete(path)
    },
  }
}
