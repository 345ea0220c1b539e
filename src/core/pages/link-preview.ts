import type { SiteOptions } from '../config/site-options.ts'
import { escapeHtml } from '../escape-html.ts'
import { datedTitle } from './html-page.ts'
import { absoluteAddress } from './urls.ts'

/** What a page says of itself to programs that show links to it. */
export interface Preview {
  /** Path of the page in the site; empty for the index. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly lang: string
}

/** A preview of a deck, or of its reading view. */
export interface DeckPreview extends Preview {
  /** ISO date. */
  readonly date?: string
  readonly authors: readonly string[]
  /** Path of an image in the site. */
  readonly picture?: string
}

/** The type of the element with data for search engines. */
export const STRUCTURED_DATA = 'application/ld+json'

const LONGEST = 300

/**
 * Tags of Open Graph and of X for the previews that messengers and social networks show, and JSON-LD for search engines. They need absolute
 * addresses, so a site without `url` has none.
 */
export function deckPreview(site: SiteOptions, { date, authors, picture, ...page }: DeckPreview): string {
  const { url } = site
  if (url === undefined) return ''
  const image = picture === undefined ? undefined : absoluteAddress(url, picture)
  const title = datedTitle(page.title, date)
  const description = shorten(page.description)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'PresentationDigitalDocument',
    name: title,
    description: description || undefined,
    inLanguage: page.lang,
    datePublished: date,
    author: authors.length === 0 ? undefined : authors.map((name) => ({ '@type': 'Person', name })),
    image,
    url: absoluteAddress(url, page.path),
    isPartOf: { '@type': 'WebSite', name: site.title, url: absoluteAddress(url, '') },
  }
  return [
    ...commonTags(site, { ...page, title, description, url: absoluteAddress(url, page.path) }),
    property('og:type', 'article'),
    ...(date === undefined ? [] : [property('article:published_time', date)]),
    ...(image === undefined ? [] : [property('og:image', image)]),
    card(image),
    // Not run by browsers, so the content security policy does not apply to it.
    `<script type="${STRUCTURED_DATA}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`,
  ].join('')
}

/** The same for a page that is not a deck. */
export function sitePreview(site: SiteOptions, page: Preview): string {
  const { url } = site
  if (url === undefined) return ''
  return [...commonTags(site, { ...page, url: absoluteAddress(url, page.path) }), property('og:type', 'website'), card(undefined)].join('')
}

function commonTags(site: SiteOptions, page: Omit<Preview, 'path'> & { readonly url: string }): readonly string[] {
  const description = shorten(page.description)
  return [
    property('og:title', page.title),
    ...(description === '' ? [] : [property('og:description', description)]),
    property('og:url', page.url),
    property('og:site_name', site.title),
    // A language alone is none for Open Graph.
    ...(/^[a-z]{2,3}-[a-z]{2}$/i.test(page.lang) ? [property('og:locale', page.lang.replace('-', '_'))] : []),
  ]
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeHtml(content)}">\n`
}

const card = (image: string | undefined) =>
  `<meta name="twitter:card" content="${image === undefined ? 'summary' : 'summary_large_image'}">\n`

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  return `${Array.from(line)
    .slice(0, LONGEST)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}
