import type { ComposerSetup, OpenComposer } from '../compose/composer.ts'
import { answersOf } from '../compose/deck-answers.ts'
import type { Question } from '../compose/deck-questions.ts'
import { sha256 } from '../files/sha256.ts'
import { openDeckCache } from './deck-cache.ts'

/** Where to keep decks, and for which code. */
export interface KeptDecks {
  /** Need not exist. */
  readonly folder: string
  /** See `codeVersion`. */
  readonly code: string
}

export interface DeckCacheOptions extends KeptDecks {
  /** Called for each deck, with the reason if it has to be composed. */
  readonly onDeck?: (deck: string, changed?: Question | 'unknown') => void
  /** Called for each deck of which nothing is kept, since the same may not come out again. */
  readonly onUnkept?: (deck: string) => void
}

/** Composes only decks that are not in the cache of a folder; the composer for them is not started before the first one. */
export function cacheDecks(openComposer: OpenComposer, { folder, code, onDeck, onUnkept }: DeckCacheOptions): OpenComposer {
  return (setup, draw, resize) => {
    const composer = openComposer(setup, draw, resize)
    const answersFor = answersOf(setup)
    const cache = openDeckCache(folder, { root: setup.root, client: setup.client, version: versionOf(setup, code) })
    return {
      atOnce: composer.atOnce,
      async compose(document) {
        const known = await cache.find(document, answersFor(document.source.path), { draw, resize })
        if ('composition' in known) {
          onDeck?.(document.source.path)
          return known.composition
        }
        onDeck?.(document.source.path, known.changed)
        const composition = await composer.compose(document)
        if (!cache.keep(document, composition)) onUnkept?.(document.source.path)
        return composition
      },
      close: composer.close,
    }
  }
}

// What decks do not ask for one by one.
function versionOf({ client, diagramScript, resizes, formats, withNotes }: ComposerSetup, code: string): string {
  return sha256(JSON.stringify([code, client, diagramScript, resizes, formats, withNotes]))
}
