import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { DeckSummary } from '../core/model.ts'
import { lostPages } from '../core/outputs/outputs-of-deck.ts'
import { missingOutputs } from '../core/outputs/outputs-of-site.ts'
import type { Content } from '../node/content/read-content.ts'
import type { PublishedSite } from '../node/site/build-site.ts'

/** What is said of a site that was built: plain data. */
export interface BuiltFacts extends Pick<PublishedSite, 'leftover'> {
  readonly decks: readonly Pick<DeckSummary, 'id' | 'path' | 'title' | 'date' | 'slides'>[]
  readonly content: Pick<Content, 'skipped' | 'drafts' | 'reasons' | 'trusted'>
  readonly diagnostics: readonly Diagnostic[]
  /** Number of its files, and their size together. */
  readonly files: number
  readonly bytes: number
  /** Paths of files that it would have if its options had "url". */
  readonly missing: readonly string[]
  /** Paths of pages and downloads of decks that the last build wrote and this one did not. */
  readonly lost: readonly string[]
}

/** What is said of a site; `before` are the paths of the files that the last build wrote. */
export function factsOf({ decks, content, diagnostics, files, leftover }: PublishedSite, before: readonly string[]): BuiltFacts {
  const { skipped, drafts, reasons, trusted, options } = content
  return {
    decks: decks.map(({ id, path, title, date, slides }) => ({ id, path, title, date, slides })),
    content: { skipped, drafts, reasons, trusted },
    diagnostics,
    files: files.size,
    bytes: [...files.values()].reduce((sum, size) => sum + size, 0),
    missing: missingOutputs(options),
    lost: decks.length > 0 ? lostPages(before, [...files.keys()]) : [],
    leftover,
  }
}
