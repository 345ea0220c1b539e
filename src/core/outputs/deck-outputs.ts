import { sponsorsAt } from '../config/dated-sponsors.ts'
import type { SiteOptions } from '../config/site-options.ts'
import type { ClientBundle, DeckSummary, RenderedDeck, StyleBundle } from '../model.ts'
import { brandColours } from '../pages/brand-colours.ts'
import { pageBrand } from '../pages/page-brand.ts'
import { withRevision } from '../pages/citation/with-revision.ts'
import { deckPage } from '../pages/deck/deck-page.ts'
import { feedLinks } from '../pages/feeds/feed-links.ts'
import { type DownloadKind, withDownloads, withDownloadsBelow } from '../pages/downloads.ts'
import { deckPreview, descriptionOf } from '../pages/link-preview.ts'
import { padOrigin } from '../pages/pad-origin.ts'
import { withNeighbours, withNeighboursBelow, withNeighboursOnline } from '../pages/series-links.ts'
import { readingPage } from '../pages/reading/reading-page.ts'
import { iconAddress } from '../pages/site-icon.ts'
import type { DeckOrigin } from '../pads/pads-lock.ts'
import { cardPath, pagePath, readingPath, relativeUrls, singlePath, sourcePath } from '../pages/urls.ts'

/** A rendered deck and what its pages need to know of their site. */
export interface DeckParts {
  readonly rendered: RenderedDeck
  readonly summary: DeckSummary
  readonly options: SiteOptions
  readonly client: ClientBundle
  /** The styles of the deck: theme, and brand and formulas if it has them. */
  readonly styles: readonly StyleBundle[]
  /** Style of the deck's pages outside its slides. */
  readonly brand?: StyleBundle
  /** The image behind all slides, if it is in the site. */
  readonly parallaxImage?: string
  /** File of the client folder with the script that draws diagrams, if the deck needs it. */
  readonly diagramScript?: string
  /** Where the deck came from. */
  readonly origin?: Pick<DeckOrigin, 'pad' | 'revision'> | undefined
}

interface OfDeck {
  /** Unique in the table; also the name on the command line. */
  readonly name: string
  readonly isWanted: (options: SiteOptions) => boolean
  /** Path in the site, from the id of the deck. */
  readonly pathOf: (id: string) => string
  /** The file contains the whole deck, so it can be exported. */
  readonly isDownload: boolean
  /** Makes pages link the file with its size. */
  readonly link?: { readonly type: string; readonly kind: DownloadKind }
}

/** Made from the rendered deck alone: in a build and in development. */
export interface DeckPageOutput extends OfDeck {
  readonly stage: 'pages'
  /** `undefined` if the deck must not have the file. */
  readonly make: (deck: DeckParts) => string | Uint8Array | undefined
  /** The style bundles that the page links. */
  readonly styles?: (deck: DeckParts) => readonly StyleBundle[]
  /** Adds the commit that the site is built from to the citations. */
  readonly addRevision?: typeof withRevision
  /** Adds links to the downloads of the deck, once their sizes are known. */
  readonly addDownloads?: typeof withDownloads
  /** Adds links to the other decks of its series, once their titles are known. */
  readonly addSeries?: typeof withNeighbours
}

/** Made from the finished site, by the function with its name in `make-files.ts`. */
export interface DeckFileOutput extends OfDeck {
  readonly name: 'card' | 'pdf' | 'steps' | 'handout' | 'single'
  readonly stage: 'files'
  /** Adds links to the other decks of its series, once their titles are known. */
  readonly addSeries?: typeof withNeighbours
}

export type DeckOutput = DeckPageOutput | DeckFileOutput

const always = () => true
// Only made by commands.
const never = () => false

/** THE TABLE of the outputs of each deck. Reserved addresses, build, development, export and downloads follow from it. */
export const deckOutputs: readonly DeckOutput[] = [
  {
    name: 'page',
    pathOf: pagePath,
    isWanted: always,
    stage: 'pages',
    isDownload: false,
    make: (deck) =>
      deckPage(deck.rendered, {
        ...aboutDeck(deck),
        styles: deck.styles,
        ground: deck.brand && { light: brandColours(deck.brand).background },
        parallaxImage: deck.parallaxImage === undefined ? undefined : urlsOf(deck).asset(deck.parallaxImage),
        diagramScript: deck.diagramScript === undefined ? undefined : urlsOf(deck).client(deck.diagramScript),
      }),
    styles: ({ styles }) => styles,
    addDownloads: withDownloads,
    addSeries: withNeighbours,
  },
  {
    name: 'reading',
    pathOf: readingPath,
    isWanted: always,
    stage: 'pages',
    isDownload: false,
    make: (deck) =>
      readingPage(deck.rendered, {
        ...aboutDeck(deck),
        options: deck.options,
        brand: deck.brand,
      }),
    styles: ({ client, brand }) => [client.reading, pageBrand(client, brand)].filter((style) => style !== undefined),
    addRevision: withRevision,
    addDownloads: withDownloadsBelow,
    addSeries: withNeighboursBelow,
  },
  {
    name: 'source',
    pathOf: sourcePath,
    isWanted: always,
    stage: 'pages',
    isDownload: true,
    make: ({ rendered }) => (rendered.isWithoutSource ? undefined : rendered.deck.source.text),
  },
  {
    // Before what is made from the pages: a page whose card cannot be drawn is written again.
    name: 'card',
    pathOf: cardPath,
    // Addresses of previews are absolute.
    isWanted: ({ url }) => url !== undefined,
    stage: 'files',
    isDownload: false,
  },
  {
    name: 'pdf',
    pathOf: (id) => `${id}.pdf`,
    isWanted: ({ pdf }) => pdf,
    stage: 'files',
    isDownload: true,
    link: { type: 'application/pdf', kind: 'pdf' },
  },
  { name: 'steps', pathOf: (id) => `${id}.steps.pdf`, isWanted: never, stage: 'files', isDownload: true },
  { name: 'handout', pathOf: (id) => `${id}.handout.pdf`, isWanted: never, stage: 'files', isDownload: true },
  {
    name: 'single',
    pathOf: singlePath,
    isWanted: ({ singleFile }) => singleFile,
    stage: 'files',
    isDownload: true,
    link: { type: 'text/html', kind: 'single' },
    addSeries: withNeighboursOnline,
  },
]

function urlsOf({ rendered }: DeckParts) {
  return relativeUrls(pagePath(rendered.deck.id))
}

function aboutDeck(deck: DeckParts) {
  const { rendered, options, client, brand, summary, origin } = deck
  const urls = urlsOf(deck)
  const lang = rendered.deck.options.lang ?? options.lang
  const { date } = summary
  return {
    urls,
    description: descriptionOf(summary),
    preview: deckPreview(options, summary),
    client,
    lang,
    siteLang: options.lang,
    links: options.links,
    icon: iconAddress(options, client, urls),
    isBranded: brand !== undefined,
    site: options.url,
    logo: options.logo === undefined ? undefined : urls.asset(options.logo),
    sponsors: sponsorsAt(date, options.sponsors).map(({ name, logo }) => ({ name, logo: urls.asset(logo) })),
    date,
    robots: summary.robots,
    // A deck without a date is in no feed.
    feeds: options.url === undefined || date === undefined ? '' : feedLinks(urls, options.title),
    // The pad has the notes, too.
    pad: options.padLinks && !rendered.isWithoutSource ? padOrigin(origin?.pad, origin?.revision) : undefined,
  }
}
