import type { SiteOptions } from '../config/site-options.ts'
import { escapeHtml } from '../escape-html.ts'
import type { DeckSummary } from '../model.ts'
import { CARD_SIZE } from './preview-card/card-tree.ts'
import { datedTitle } from './html-page.ts'
import { absoluteAddress, cardPath, pagePath, SITE_CARD } from './urls.ts'

/** What a page says of itself to programs that show links to it. */
export interface Preview {
  /** Path of the page in the site; empty for the index. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly lang: string
}

/** The type of the element with data for search engines. */
export const STRUCTURED_DATA = 'application/ld+json'

const LONGEST = 300

/**
 * Tags of Open Graph and of X for the previews that messengers and social networks show of a deck or its reading view, and JSON-LD for search engines.
 * They need absolute addresses, so a site without `url` has none.
 */
export function deckPreview(site: SiteOptions, deck: DeckSummary, hasCard = true): string {
  const { url } = site
  if (url === undefined) return ''
  const { date, authors } = deck
  const image = hasCard ? absoluteAddress(url, cardPath(deck.id)) : undefined
  const address = absoluteAddress(url, pagePath(deck.id))
  const title = datedTitle(deck.title, date)
  const description = shorten(descriptionOf(deck))
  const lang = deck.lang ?? site.lang
  const data = {
    '@context': 'https://schema.org',
    '@type': 'PresentationDigitalDocument',
    name: title,
    description: description || undefined,
    inLanguage: lang,
    datePublished: date,
    author: authors.length === 0 ? undefined : authors.map((name) => ({ '@type': 'Person', name })),
    image,
    url: address,
    isPartOf: { '@type': 'WebSite', name: site.title, url: absoluteAddress(url, '') },
  }
  return [
    ...commonTags(site, { title, description, lang, url: address }),
    property('og:type', 'article'),
    ...(date === undefined ? [] : [property('article:published_time', date)]),
    ...cardTags(image, title),
    // Not run by browsers, so the content security policy does not apply to it.
    `<script type="${STRUCTURED_DATA}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`,
  ].join('')
}

/** What a deck says of itself, else its first headings. */
export function descriptionOf({ description, headings }: DeckSummary): string {
  return description || headings.join(' · ')
}

/** The same tags for a page that is not a deck. */
export function sitePreview(site: SiteOptions, page: Preview): string {
  return previewOfPage(site, page, undefined)
}

/** The same for the index page. */
export function indexPreview(site: SiteOptions, hasCard = true): string {
  return previewOfPage(site, { path: '', ...site }, hasCard ? SITE_CARD : undefined)
}

/** A page of a deck, or the index page without `deck`, whose card could not be drawn: without the tags that name it. Throws if it has none. */
export function withoutCard(page: string, site: SiteOptions, deck?: DeckSummary): string {
  const preview = (hasCard: boolean) => (deck ? deckPreview(site, deck, hasCard) : indexPreview(site, hasCard))
  if (!page.includes(preview(true))) throw new Error(`the page of ${deck?.id ?? 'the index'} has no tags that name its card`)
  return page.replace(preview(true), () => preview(false))
}

function previewOfPage(site: SiteOptions, page: Preview, card: string | undefined): string {
  const { url } = site
  if (url === undefined) return ''
  const image = card === undefined ? undefined : absoluteAddress(url, card)
  return [
    ...commonTags(site, { ...page, url: absoluteAddress(url, page.path) }),
    property('og:type', 'website'),
    ...cardTags(image, page.title),
  ].join('')
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

function cardTags(image: string | undefined, alt: string): readonly string[] {
  if (image === undefined) return ['<meta name="twitter:card" content="summary">\n']
  return [
    property('og:image', image),
    property('og:image:type', 'image/jpeg'),
    property('og:image:width', String(CARD_SIZE.width)),
    property('og:image:height', String(CARD_SIZE.height)),
    property('og:image:alt', alt),
    '<meta name="twitter:card" content="summary_large_image">\n',
  ]
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  return `${Array.from(line)
    .slice(0, LONGEST)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}
