import type { ComposerSetup, OpenComposer } from '../compose/composer.ts'
import { answersOf } from '../compose/deck-answers.ts'
import { sha256 } from '../files/sha256.ts'
import { codeVersion } from '../package/code-version.ts'
import { openDeckCache } from './deck-cache.ts'

/** Composes only decks that are not in the cache of a folder; the composer for them is not started before the first one. */
export function cacheDecks(openComposer: OpenComposer, folder: string): OpenComposer {
  let code: string | undefined
  return (setup, draw) => {
    const composer = openComposer(setup, draw)
    const answersFor = answersOf(setup)
    code ??= codeVersion()
    const cache = openDeckCache(folder, { client: setup.client, version: versionOf(setup, code) })
    return {
      async compose(document) {
        const known = await cache.find(document, answersFor(document.source.path), draw)
        if ('composition' in known) return known.composition
        const composition = await composer.compose(document)
        cache.keep(document, composition)
        return { ...composition, changed: known.changed }
      },
      close: composer.close,
    }
  }
}

// What decks do not ask for one by one.
function versionOf({ client, diagramScript, formats, withNotes }: ComposerSetup, code: string): string {
  return sha256(JSON.stringify([code, client, diagramScript, formats, withNotes]))
}
