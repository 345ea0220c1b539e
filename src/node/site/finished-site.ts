import type { ClientBundle, DeckSummary } from '../../core/model.ts'
import type { DeckFileOutput } from '../../core/outputs/deck-outputs.ts'
import type { CollectedAssets } from '../assets/collect-assets.ts'
import type { Chromium } from '../chromium/open-chromium.ts'
import type { Content } from '../content/read-content.ts'
import type { SiteWriter } from './write-site.ts'

/** What it takes to make files from a finished site. */
export interface FileTools {
  readonly client: ClientBundle
  readonly clientFolder: string
  /** Chromium, and the folder that caches PDFs; without it there are no PDFs. */
  readonly printing?: { readonly chromium: Chromium; readonly cache: string }
  /** Folder that caches link preview cards; without it, each is drawn. */
  readonly cardCache?: string
  /** Outputs to make of decks; without it the options of the site decide. */
  readonly formats?: readonly string[]
  /** Leaves out all files that are made from the pages of decks. */
  readonly withoutFiles?: true
  /** Called with the name of the format whose files are being made. */
  readonly onFile?: (format: string, done: number, all: number) => void
}

/** Decks whose pages and assets have been written. */
export interface FinishedSite {
  readonly folder: string
  readonly decks: readonly DeckSummary[]
  /** The files that the site's own pages show. */
  readonly own: CollectedAssets
  readonly content: Pick<Content, 'root' | 'tree' | 'options' | 'report'>
  readonly writer: SiteWriter
}

export type MakeDeckFiles = (decks: readonly DeckSummary[], output: DeckFileOutput, site: FinishedSite, tools: FileTools) => Promise<void>
