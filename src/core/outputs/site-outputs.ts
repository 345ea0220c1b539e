import type { SiteOptions } from '../config/site-options.ts'
import type { ClientBundle, EmittedFile, Site, StyleBundle } from '../model.ts'
import { indexPage } from '../pages/index/index-page.ts'
import { notFoundPage } from '../pages/site-page.ts'
import { absoluteUrls, INDEX_PAGE, NOT_FOUND_PAGE, relativeUrls, SPEAKER_PAGE } from '../pages/urls.ts'
import { speakerPage } from '../pages/speaker-page.ts'

interface OfSite {
  /** Unique in the table. */
  readonly name: string
  readonly isWanted: (options: SiteOptions) => boolean
  /** Paths that no deck may have: of a file, or of a folder, which ends with `/`. */
  readonly paths: readonly string[]
  /** The name of these paths in messages. */
  readonly title: string
}

export interface SiteContext {
  readonly client: ClientBundle
  /** Path under which the site is published; begins and ends with `/`. */
  readonly base: string
}

/** Made from the summaries of the decks. */
export interface SitePageOutput extends OfSite {
  readonly stage: 'pages'
  /** It needs the decks; in development, others are made without reading them. */
  readonly showsDecks: boolean
  readonly make: (site: Site, context: SiteContext) => readonly EmittedFile[]
  readonly styles?: (site: Site, client: ClientBundle) => readonly StyleBundle[]
}

/** Made from the finished site, by the function with its name in `make-files.ts`. */
export interface SiteFileOutput extends OfSite {
  readonly name: 'client'
  readonly stage: 'files'
}

export type SiteOutput = SitePageOutput | SiteFileOutput

const always = () => true

/** THE TABLE of the outputs of a site besides its decks and their files. */
export const siteOutputs: readonly SiteOutput[] = [
  {
    name: 'index',
    title: 'the index page',
    paths: [INDEX_PAGE],
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    make: (site, { client }) => one(INDEX_PAGE, indexPage(site, { urls: relativeUrls(INDEX_PAGE), client, brand: brandOf(site, client) })),
    styles: (site, client) => [client.site, client.thumbnail, ...brandSheets(site, client)],
  },
  {
    name: '404',
    title: 'the "page not found" page',
    paths: [NOT_FOUND_PAGE],
    isWanted: always,
    stage: 'pages',
    showsDecks: false,
    make: (site, { client, base }) =>
      one(NOT_FOUND_PAGE, notFoundPage(site, { urls: absoluteUrls(base), client, brand: brandOf(site, client) })),
    styles: (site, client) => [client.site, ...brandSheets(site, client)],
  },
  {
    name: 'speaker',
    title: 'the speaker view',
    paths: [SPEAKER_PAGE],
    isWanted: always,
    stage: 'pages',
    showsDecks: false,
    make: (site, { client }) => one(SPEAKER_PAGE, speakerPage(site, { urls: relativeUrls(SPEAKER_PAGE), client })),
    styles: (_, client) => [client.speaker.style],
  },
  {
    // Otherwise GitHub Pages runs Jekyll, which leaves out some files.
    name: 'nojekyll',
    title: 'a file of the site',
    paths: ['.nojekyll'],
    isWanted: always,
    stage: 'pages',
    showsDecks: false,
    make: () => one('.nojekyll', ''),
  },
  // File names with a digest, which no deck can have.
  { name: 'client', title: 'a file of the site', paths: [], isWanted: always, stage: 'files' },
]

/** The output of the site that reserves a path. */
export function siteOutputAt(path: string, options: SiteOptions): SiteOutput | undefined {
  const isAt = (own: string) => (own.endsWith('/') ? path.startsWith(own) : path === own)
  return siteOutputs.find(({ paths, isWanted }) => isWanted(options) && paths.some(isAt))
}

function one(path: string, content: string): readonly EmittedFile[] {
  return [{ path, content }]
}

function brandOf({ options }: Site, client: ClientBundle): StyleBundle | undefined {
  return client.brands[options.brand]
}

function brandSheets(site: Site, client: ClientBundle): readonly StyleBundle[] {
  const brand = brandOf(site, client)
  return brand ? [brand] : []
}
