import type { SiteOptions } from '../config/site-options.ts'
import type { EmittedFile, Site } from '../model.ts'
import { atomFeed } from '../pages/feeds/atom-feed.ts'
import { deckFeeds } from '../pages/feeds/deck-feed.ts'
import { jsonFeed } from '../pages/feeds/json-feed.ts'
import { programList } from '../pages/program-list.ts'
import { robotsText } from '../pages/robots.ts'
import { sitemap } from '../pages/sitemap.ts'
import { FEED, JSON_FEED, PROGRAM_LIST, ROBOTS, SITEMAP, TAG_FOLDER } from '../pages/urls.ts'
import type { SitePageOutput } from './site-output.ts'

// Their addresses are absolute.
const withAddress = { needs: 'url', isWanted: ({ url }: SiteOptions) => url !== undefined } as const

/** The rows of the table of outputs of a site for programs: feed readers, search engines, and others that read. */
export const programOutputs: readonly SitePageOutput[] = [
  {
    name: 'feeds',
    title: 'a feed',
    paths: [FEED, JSON_FEED],
    others: new RegExp(`^${TAG_FOLDER}/[^/]+\\.(xml|json)$`),
    ...withAddress,
    stage: 'pages',
    showsDecks: true,
    *make(site) {
      for (const feed of deckFeeds(site)) {
        yield { path: feed.paths.xml, content: atomFeed(feed) }
        yield { path: feed.paths.json, content: jsonFeed(feed) }
      }
    },
  },
  {
    name: 'sitemap',
    title: 'the sitemap',
    paths: [SITEMAP],
    others: /^sitemap-\d+\.xml$/,
    ...withAddress,
    stage: 'pages',
    showsDecks: true,
    make: (site) => sitemap(site),
  },
  {
    name: 'robots',
    title: 'a file of the site',
    paths: [ROBOTS],
    isWanted: ({ url }) => url !== undefined,
    stage: 'pages',
    showsDecks: true,
    make: (site) => unlessOwn(site, ROBOTS, robotsText(site)),
  },
  {
    name: 'llms',
    title: 'a file of the site',
    paths: [PROGRAM_LIST],
    isWanted: () => true,
    stage: 'pages',
    showsDecks: true,
    make: (site) => unlessOwn(site, PROGRAM_LIST, programList(site)),
  },
]

// A file of ours as a list, empty where the folder of decks has its own.
function unlessOwn({ files }: Site, path: string, content: string | undefined): readonly EmittedFile[] {
  return content === undefined || files?.has(path) ? [] : [{ path, content }]
}
