import type { PictureCopy } from './picture.ts'
import type { SiteOptions } from './config/site-options.ts'
import type { SlideText } from './shared/search-shard.ts'

/** The facts of a deck that lists need: small, since those of all decks stay in memory. */
export interface DeckSummary {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly description: string
  /** ISO date, from the deck or its file name. */
  readonly date?: string
  readonly tags: readonly string[]
  readonly authors: readonly string[]
  readonly lang?: string
  /** Instructions for search engines. */
  readonly robots?: string
  readonly isDraft?: boolean
  /** Its source is not published, since its notes or some slides are not. */
  readonly isWithoutSource?: true | undefined
  /** As its author wrote them. */
  readonly aliases?: readonly string[]
  readonly slides: number
  /** 1-based lines of the source on which the slides start. */
  readonly lines: readonly number[]
  /** Headings of the first slides of the columns after the first, in order. */
  readonly headings: readonly string[]
  /** Its headings and the items of its lists, as `readOutline` reads them; missing if it has not been rendered. */
  readonly outline?: string
  readonly assets: readonly string[]
  /** Path of the first picture on the first slide, unless that is an SVG. */
  readonly cover?: string
  /** The copies of that picture, the narrowest first; missing if it has none. */
  readonly coverCopies?: readonly PictureCopy[] | undefined
  /** In development, why the deck cannot be shown. A build leaves such a deck out. */
  readonly problem?: string
}

/** What pages and files of the site show of a deck besides its summary. It is too large to be kept of all decks. */
export interface DeckDetails {
  /** What a search looks through; missing if the deck has not been rendered. */
  readonly texts?: readonly SlideText[]
  /** Its content for feeds, as HTML; missing if no feed can contain it. */
  readonly article?: string
}

export interface Site {
  readonly options: SiteOptions
  readonly decks: readonly DeckSummary[]
  /** The details of one of the decks, by its path; empty if it has not been rendered. They may be read from a disk. */
  readonly detailsOf: (deck: Pick<DeckSummary, 'path'>) => DeckDetails
  /** Paths of the files in the folder of decks. */
  readonly files?: ReadonlySet<string>
  /** The addresses of the pads that decks came from, by the paths of the decks. */
  readonly pads?: ReadonlyMap<string, { readonly pad?: string | undefined }> | undefined
}
