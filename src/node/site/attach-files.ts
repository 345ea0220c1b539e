import type { DeckSummary } from '../../core/model.ts'
import type { Download } from '../../core/pages/downloads.ts'
import type { Content } from '../content/read-content.ts'
import type { SiteWriter } from './write-site.ts'

/** A site that is written, but for what its decks can be downloaded as. */
export interface FinishedSite {
  readonly folder: string
  readonly decks: readonly DeckSummary[]
  readonly content: Content
  readonly writer: SiteWriter
}

/** Makes files of the decks of a site in its folder, and gives what each deck can be downloaded as, by its id. */
export type AttachFiles = (site: FinishedSite) => Promise<ReadonlyMap<string, Download>> | ReadonlyMap<string, Download>
