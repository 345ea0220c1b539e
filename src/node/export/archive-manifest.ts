import type { ClientBundle, DeckSummary } from '../../core/model.ts'
import { sha256 } from '../files/sha256.ts'

/** The package that makes an archive, from its package.json. */
export interface Maker {
  readonly version: string
  /** Exact versions. */
  readonly dependencies: Readonly<Record<string, string>>
}

export interface ArchiveParts {
  readonly deck: DeckSummary
  readonly lang: string
  /** By path in the archive, without the manifest. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Paths of those that have a part of their own. */
  readonly named: { readonly page: string; readonly source: string; readonly licences: string }
  readonly maker: Maker
  readonly client: ClientBundle
}

/** What an archive contains and what it was made with, as JSON. It has no time and no location: the same deck gives the same text. */
export function archiveManifest({ deck, lang, files, named, maker, client }: ArchiveParts): string {
  const { id, title, description, date, slides, tags } = deck
  const manifest = {
    format: 'hedgerow archive 1',
    deck: {
      id,
      title,
      lang: deck.lang ?? lang,
      date,
      description: description || undefined,
      tags,
      slides,
    },
    ...named,
    madeWith: { hedgerow: maker.version, ...maker.dependencies },
    // Their code, styles or fonts are in the page.
    holds: client.packages,
    files: [...files]
      .map(([path, content]) => ({ path, bytes: content.byteLength, sha256: sha256(content) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
