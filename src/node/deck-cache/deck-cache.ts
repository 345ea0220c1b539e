import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { ComposedDeck } from '../../core/compose-deck.ts'
import type { Document } from '../../core/deck/open-document.ts'
import { isSvg } from '../../core/files.ts'
import type { ClientBundle, StyleBundle } from '../../core/model.ts'
import { caches, openCache } from '../cache.ts'
import type { Drawing } from '../assets/collect-assets.ts'
import type { Composition } from '../compose/composer.ts'
import type { DeckAnswers, Question, Trace } from '../compose/deck-questions.ts'
import { changedAnswer, type Makers } from '../compose/record-answers.ts'
import { sha256 } from '../files/sha256.ts'

/** What is known of a deck: what was made of it, or why that has to be made anew. */
export type KnownDeck = { readonly composition: Composition } | { readonly changed: Question | 'unknown' }

/** Decks that were composed, by their text, the code and the answers that they got. */
export interface DeckCache {
  readonly find: (document: Document, answers: DeckAnswers, makers: Makers) => Promise<KnownDeck>
  /** False if the same may not come out again. */
  readonly keep: (document: Document, composition: Composition) => boolean
}

interface Entry extends Omit<ComposedDeck, 'styles'>, Pick<Composition, 'diagnostics' | 'used'> {
  readonly trace: Trace
  readonly styles: readonly string[]
}

/** The decks of a site; `version` is a digest of all that is the same for all of them. */
interface KeptSite {
  /** Folder of decks: those of another may have the same names. */
  readonly root: string
  readonly client: ClientBundle
  readonly version: string
}

/** Opens the cache of decks in a folder. */
export function openDeckCache(folder: string, { root, client, version }: KeptSite): DeckCache {
  const cache = openCache(folder, caches.decks)
  const bundles = bundlesOf(client)
  const shown = new Set<string>()
  const keyOf = (document: Document) => ['deck', version, path.resolve(root), document.source.path, digestOf(document)]

  // Those of the site that no page before showed; undefined if one is not in the cache.
  const drawingsOf = (assets: readonly string[], answers: DeckAnswers): readonly Drawing[] | undefined => {
    const drawings: Drawing[] = []
    for (const file of assets.filter((asset) => isSvg(asset) && !shown.has(asset))) {
      const state = answers.asset(file)
      const digest = 'svg' in state ? state.svg : undefined
      const content = digest === undefined ? undefined : cache.read(['svg', version, digest])
      if (digest === undefined || !content) return undefined
      drawings.push({ path: file, content: content.toString('utf8'), digest })
    }
    for (const drawing of drawings) shown.add(drawing.path)
    return drawings
  }

  return {
    async find(document, answers, makers) {
      const entry = read<Entry>(cache.read(keyOf(document)))
      if (!entry) return { changed: 'unknown' }
      const changed = await changedAnswer(entry.trace, answers, makers)
      if (changed) return { changed }
      const { trace, diagnostics, used, styles: names, ...composed } = entry
      const styles = names.flatMap((name) => bundles.get(name) ?? [])
      const drawings = drawingsOf(composed.summary.assets, answers)
      if (!drawings || styles.length < names.length) return { changed: 'unknown' }
      return { composition: { composed: { ...composed, styles }, drawings, used, diagnostics, trace } }
    },
    keep(document, { composed, drawings, diagnostics, used, trace }) {
      for (const { digest, content } of drawings) cache.write(['svg', version, digest], content)
      if (!composed || !trace) return false
      const entry: Entry = { ...composed, trace, diagnostics, used, styles: composed.styles.map(({ file }) => file) }
      cache.write(keyOf(document), serialize(entry))
      return true
    },
  }
}

// Its front matter may come from a file next to it.
function digestOf({ source, frontMatter, options, folders, isDeck }: Document): string {
  const { body: _, ...found } = frontMatter
  const mapAsList = (__: string, value: unknown) => (value instanceof Map ? [...value] : value)
  return sha256(source.text, JSON.stringify([found, options, folders, isDeck], mapAsList))
}

// The cache has compared the bytes with their digest: this version wrote them, as its key says.
function read<T>(bytes: Buffer | undefined): T | undefined {
  return bytes && (deserialize(bytes) as T)
}

function bundlesOf({ themes, brands, looks, fonts, math, reading }: ClientBundle): ReadonlyMap<string, StyleBundle> {
  const bundles = [...[themes, brands, looks, fonts].flatMap((group) => Object.values(group)), math, reading]
  return new Map(bundles.map((bundle) => [bundle.file, bundle]))
}
