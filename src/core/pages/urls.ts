import type { Urls } from '../model.ts'
import { decodeAddress } from '../shared/decode-address.ts'

/** Folder of the site that holds the client bundle. */
export const CLIENT_FOLDER = 'assets'

export const INDEX_PAGE = 'index.html'
export const NOT_FOUND_PAGE = '404.html'

export { SEARCH_FOLDER } from '../shared/search-shard.ts'

/** Path of the link preview card of the index page. */
export const SITE_CARD = 'hedgerow/card.jpg'

/** Path of the speaker view in the site; also in the script of decks. */
export const SPEAKER_PAGE = 'hedgerow/speaker.html'

/** Paths of the feeds of the site. */
export const FEED = 'feed.xml'
export const JSON_FEED = 'feed.json'

/** The next call of a site, for calendars. */
export const CALENDAR = 'calendar.ics'

export const SITEMAP = 'sitemap.xml'
export const ROBOTS = 'robots.txt'
/** What the site has for programs that read. */
export const PROGRAM_LIST = 'llms.txt'

/** Folder of the pages of tags, and of their feeds. */
export const TAG_FOLDER = 'tags'

/** Path of the page of a tag, from its slug. */
export function tagPath(slug: string): string {
  return `${TAG_FOLDER}/${slug}.html`
}

/** Path of a feed of a tag, from its slug. */
export function tagFeedPath(slug: string, format: 'xml' | 'json'): string {
  return `${TAG_FOLDER}/${slug}.${format}`
}

/** Folder of the pages of topics. */
export const TOPIC_FOLDER = 'hedgerow/topics'

/** Path of the page of all topics. */
export const TOPICS_PAGE = `${TOPIC_FOLDER}/index.html`

/** Path of the page of a topic, from its slug. */
export function topicPath(slug: string): string {
  return `${TOPIC_FOLDER}/${slug}.html`
}

/** Path of the page of a series, from its folder: the page that servers show for that folder. */
export function seriesPath(folder: string): string {
  return `${folder}/${INDEX_PAGE}`
}

/** Path of a deck's page in the site. */
export function pagePath(id: string): string {
  return `${id}.html`
}

/** Path of a deck's reading view. */
export function readingPath(id: string): string {
  return pagePath(`${id}.read`)
}

/** Path of a deck's single file. */
export function singlePath(id: string): string {
  return pagePath(`${id}.single`)
}

/** Path of a deck's link preview card. */
export function cardPath(id: string): string {
  return `${id}.card.jpg`
}

/** Path of a deck's source in the site. */
export function sourcePath(id: string): string {
  return `${id}.md`
}

/**
 * Addresses as seen from one page, all relative: the same files work at `/`, under any path and from a folder on disk.
 * `page` is the path of the page in the site.
 */
export function relativeUrls(page: string): Urls {
  const here = page.split('/').slice(0, -1)
  const to = (path: string): string => {
    const there = path.split('/')
    let shared = 0
    while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
    const up = here.slice(shared).map(() => '..')
    return [...up, ...there.slice(shared)].map(encodeSegment).join('/')
  }
  return urlsBy(to, to(INDEX_PAGE))
}

/** Addresses that start at a base path, for a page that is shown at any address. */
export function absoluteUrls(path: string): Urls {
  const base = path.replace(/["'<>&\s]/g, encodeURIComponent)
  return urlsBy((file) => base + encodePath(file), base)
}

function urlsBy(to: (path: string) => string, index: string): Urls {
  return {
    page: (id) => to(pagePath(id)),
    reading: (id) => to(readingPath(id)),
    source: (id) => to(sourcePath(id)),
    asset: to,
    client: (file) => to(`${CLIENT_FOLDER}/${file}`),
    index: () => index,
  }
}

/** Encodes a path of the site for an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

/** Encodes one segment of a path for an address. */
export function encodeSegment(segment: string): string {
  // Also encodes characters that have a meaning in CSS or for reveal.js.
  return encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * Rewrites an address in a page of the site for a page at the root; `undefined` if it leaves the site.
 * `page` is the path of the page. Addresses come from `Urls` and the sanitiser, so none of the site starts with `/`.
 */
export function fromRoot(address: string, page: string): string | undefined {
  if (/^(#|data:)/i.test(address)) return address
  if (/^([a-z][a-z0-9+.-]*:|[\\/])/i.test(address)) return undefined
  const segments = page.split('/').slice(0, -1).map(encodeSegment)
  for (const segment of address.split('/')) {
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

/** The path of a file in the site, and the rest of its address, such as `#/3`. */
export interface SiteFile {
  readonly path: string
  readonly rest: string
}

/** Reads an address in a page or a style sheet of the site; `undefined` if it is not a file of it. `from` is the path of the page or sheet. */
export function siteFile(address: string, from: string): SiteFile | undefined {
  const rest = /[?#].*$/s.exec(address)?.[0] ?? ''
  const file = address.slice(0, address.length - rest.length)
  if (file === '' || /^data:/i.test(file)) return undefined
  const path = fromRoot(file, from)
  return path === undefined ? undefined : { path: decodePath(path), rest }
}

// A path that cannot be decoded is not the name of any file; it stays as it is.
function decodePath(path: string): string {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '.')
    .map(decodeAddress)
  return segments.includes(undefined) ? path : segments.join('/')
}

/** The address of a file of a published site; `path` is that of the file in the site. */
export function absoluteAddress(site: string, path: string): string {
  return `${site.replace(/\/?$/, '/')}${encodePath(path)}`
}
