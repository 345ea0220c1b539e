import type { Urls } from '../model.ts'

/** Folder of the site that holds the client bundle. */
export const CLIENT_FOLDER = 'assets'

export const INDEX_PAGE = 'index.html'
export const NOT_FOUND_PAGE = '404.html'

/** Path of the speaker view in the site; the script of a deck knows it too. */
export const SPEAKER_PAGE = 'hedgerow/speaker.html'

/** Path of a deck's page in the site. */
export function pagePath(id: string): string {
  return `${id}.html`
}

/** Path of a deck's page that shows it as a document. */
export function readingPath(id: string): string {
  return pagePath(`${id}.read`)
}

/** Path of a deck that is a single file in the site. */
export function singlePath(id: string): string {
  return pagePath(`${id}.single`)
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

/** Addresses that begin at a base path, for a page that is shown in place of any other. */
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

/** A path of the site as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

/** One part of a path as it stands in an address. */
export function encodeSegment(segment: string): string {
  // What encodeURIComponent leaves and CSS or reveal.js would take for its own.
  return encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
