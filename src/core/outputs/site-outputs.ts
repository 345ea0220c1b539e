import type { SiteOptions } from '../config/site-options.ts'
import { type Alias, aliasesOf } from './aliases-of.ts'
import type { EmittedFile, Site } from '../model.ts'
import { aliasPage } from '../pages/alias-page.ts'
import { indexPages } from '../pages/index/index-page.ts'
import { type DeckList, deckListPages } from '../pages/index/deck-list-page.ts'
import { calendarFile } from '../pages/index/calendar-file.ts'
import { tagsOf } from '../pages/tags.ts'
import { searchFiles } from '../pages/search/search-shards.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { brandOf, brandSheets } from '../pages/site-page.ts'
import {
  absoluteUrls,
  CALENDAR,
  CLIENT_FOLDER,
  SEARCH_FOLDER,
  SITE_CARD,
  INDEX_PAGE,
  NOT_FOUND_PAGE,
  relativeUrls,
  seriesPath,
  SPEAKER_PAGE,
  TAG_FOLDER,
  tagFeedPath,
  tagPath,
  TOPIC_FOLDER,
} from '../pages/urls.ts'
import { seriesWithPage } from '../pages/series.ts'
import { topicsOf } from '../pages/topics/survey-site.ts'
import { allTopicPages } from '../pages/topics/all-topic-pages.ts'
import { deckPaths } from './outputs-of-deck.ts'
import { programOutputs } from './program-outputs.ts'
import { speakerPage } from '../pages/speaker-page.ts'
import type { SiteContext, SiteOutput } from './site-output.ts'

export type { SiteContext, SiteFileOutput, SiteOutput, SitePageOutput } from './site-output.ts'

const always = () => true
/** THE TABLE of the outputs of a site besides its decks and their files. */
export const siteOutputs: readonly SiteOutput[] = [
  {
    name: 'index',
    title: 'the index page',
    paths: [INDEX_PAGE],
    others: /(^|\/)index\.(\d{4}|undated)(-\d+)?\.(html|js)$/,
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    make: (site, { client }) => indexPages(site, { urls: relativeUrls(INDEX_PAGE), client, brand: brandOf(site, client) }),
    styles: (site, client) => [client.site, client.hits, ...brandSheets(site, client)],
  },
  {
    name: '404',
    title: 'the 404 page',
    paths: [NOT_FOUND_PAGE],
    isWanted: always,
    stage: 'pages',
    showsDecks: false,
    make: (site, { client, base }) =>
      one(NOT_FOUND_PAGE, notFoundPage(site, { urls: absoluteUrls(base), client, brand: brandOf(site, client) })),
    styles: (site, client) => [client.site, client.hits, ...brandSheets(site, client)],
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
    name: 'search',
    title: 'the search',
    paths: [SEARCH_FOLDER],
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    make: searchFiles,
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
  {
    name: 'tags',
    title: 'the page of a tag',
    paths: [`${TAG_FOLDER}/`],
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    *make(site, context) {
      for (const { slug, ...tag } of tagsOf(site.decks)) {
        const feeds = { xml: tagFeedPath(slug, 'xml'), json: tagFeedPath(slug, 'json') }
        yield* listPages({ ...tag, path: tagPath(slug), address: tagPath(slug), feeds }, site, context)
      }
    },
    styles: (site, client) => [client.site, client.hits, ...brandSheets(site, client)],
  },
  {
    name: 'series',
    title: 'the page of a folder',
    paths: [],
    isAnywhere: true,
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    *make(site, context) {
      for (const { folder, ...series } of seriesWithPage(site.decks))
        yield* listPages({ ...series, path: seriesPath(folder), address: `${folder}/` }, site, context)
    },
    styles: (site, client) => [client.site, client.hits, ...brandSheets(site, client)],
  },
  {
    name: 'topics',
    title: 'the page of a topic',
    paths: [`${TOPIC_FOLDER}/`],
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    make: (site, { client }) => allTopicPages(site, { client, brand: brandOf(site, client) }),
    styles: (site, client) => (topicsOf(site).length === 0 ? [] : [client.site, client.topics, ...brandSheets(site, client)]),
  },
  {
    name: 'calendar',
    title: 'the calendar file',
    paths: [CALENDAR],
    isWanted: ({ next }) => next.date !== undefined,
    stage: 'pages',
    showsDecks: false,
    make: ({ options }) => one(CALENDAR, calendarFile(options) ?? ''),
  },
  ...programOutputs,
  {
    name: 'aliases',
    title: 'a file of the site',
    paths: [],
    isAnywhere: true,
    isWanted: always,
    stage: 'pages',
    showsDecks: true,
    make: (site) =>
      siteAliases(site).flatMap(({ path, deck, isTaken }) =>
        isTaken ? [] : [{ path, content: aliasPage(deck, { path, lang: site.options.lang, site: site.options.url }) }],
      ),
  },
  { name: 'card', title: 'a link preview card', paths: [SITE_CARD], isWanted: ({ url }) => url !== undefined, stage: 'files' },
  // File names with a digest, which no deck can have.
  { name: 'client', title: 'a file of the site', paths: [], isWanted: always, stage: 'files' },
]

/** The output of the site that reserves a path. */
export function siteOutputAt(path: string, options: SiteOptions): SiteOutput | undefined {
  const isAt = (own: string) => (own.endsWith('/') ? path.startsWith(own) : path === own)
  return siteOutputs.find(({ paths, others, isWanted }) => isWanted(options) && (paths.some(isAt) || others?.test(path)))
}

/** The outputs of the site that may have made the file at a path. */
export function siteOutputsFor(path: string, options: SiteOptions): readonly SiteOutput[] {
  const reserving = siteOutputAt(path, options)
  const others = siteOutputs.filter((output) => output !== reserving && output.isWanted(options) && output.others?.test(path))
  return reserving ? [reserving, ...others] : others
}

/** The old addresses of the decks of a site, and which of them it has something else at. */
export function siteAliases({ decks, options, pads }: Pick<Site, 'decks' | 'options' | 'pads'>): readonly Alias[] {
  const paths = [
    ...decks.flatMap(({ id, assets }) => [...deckPaths(id, options), ...assets]),
    ...seriesWithPage(decks).map(({ folder }) => seriesPath(folder)),
  ]
  return aliasesOf(decks, { paths, isReserved: (path) => isReserved(path, options) }, options.padLinks ? pads : undefined)
}

/** Whether no deck can have a path as its old address, whatever decks there are: the site may have a file or a folder there. */
export function isReserved(path: string, options: SiteOptions): boolean {
  return siteOutputsFor(path, options).length > 0 || path === CLIENT_FOLDER
}

function listPages(list: DeckList, site: Site, { client }: SiteContext): Iterable<EmittedFile> {
  return deckListPages(site, list, { urls: relativeUrls(list.path), client, brand: brandOf(site, client) })
}

function one(path: string, content: string): readonly EmittedFile[] {
  return [{ path, content }]
}
