import type { DeckSummary, EmittedFile, Site } from '../model.ts'
import { xmlText } from './feeds/xml-text.ts'
import { isDated, newestFirst } from './newest-first.ts'
import { isListed } from './robots.ts'
import { topicsOf } from './topics/survey-site.ts'
import { absoluteAddress, pagePath, SITEMAP, tagPath, TOPICS_PAGE } from './urls.ts'
import { seriesWithPage } from './series.ts'
import { tagsOf } from './tags.ts'

/** The limits of one file by the protocol, with some room, and of an address. */
export interface SitemapLimits {
  readonly addresses: number
  readonly characters: number
}

const LIMITS: SitemapLimits = { addresses: 50_000, characters: 12_000_000 }
const LONGEST_ADDRESS = 2047

interface Page {
  readonly path: string
  /** ISO date. */
  readonly date?: string | undefined
}

/**
 * The sitemap of a site: the index page, decks, series, tags and topics. The reading view of a deck is the same text at another address, so it is not listed.
 * If it is too large for one file, `sitemap.xml` lists the others.
 */
export function sitemap(site: Site, limits = LIMITS): readonly EmittedFile[] {
  const { options, decks } = site
  const { url } = options
  if (url === undefined) return []
  const listed = newestFirst(decks.filter(isListed))
  const pages: readonly Page[] = [
    { path: '', date: dateOf(listed) },
    ...listed.map(({ id, date }) => ({ path: pagePath(id), date })),
    ...seriesWithPage(listed).map(({ folder, decks: inside }) => ({ path: `${folder}/`, date: dateOf(inside) })),
    ...tagsOf(listed).map((tag) => ({ path: tagPath(tag.slug), date: dateOf(tag.decks) })),
  ]
  const entries = [...pages, ...topicPagesOf(site)].flatMap(({ path, date }) => {
    const address = xmlText(absoluteAddress(url, path))
    if (address.length > LONGEST_ADDRESS) return []
    return [`<url><loc>${address}</loc>${lastChange(date)}</url>\n`]
  })
  const parts = splitEntries(entries, limits).map((part) => wrap('urlset', part))
  const [first = wrap('urlset', [])] = parts
  if (parts.length < 2) return [{ path: SITEMAP, content: first }]
  const files = parts.map((content, index) => ({ path: SITEMAP.replace('.', `-${index + 1}.`), content }))
  const index = files.map(({ path }) => `<sitemap><loc>${xmlText(absoluteAddress(url, path))}</loc></sitemap>\n`)
  return [{ path: SITEMAP, content: wrap('sitemapindex', index) }, ...files]
}

// The page of all topics, and of those that decks which are listed have.
function topicPagesOf(site: Site): readonly Page[] {
  const topics = topicsOf(site).flatMap(({ path, decks }) => {
    const listed = decks.map(({ deck }) => deck).filter(isListed)
    return listed.length === 0 ? [] : [{ path, date: dateOf(listed) }]
  })
  const newest = topics.flatMap(({ date }) => date ?? []).toSorted()
  return topics.length === 0 ? [] : [{ path: TOPICS_PAGE, date: newest.at(-1) }, ...topics]
}

function dateOf(decks: readonly DeckSummary[]): string | undefined {
  return newestFirst(decks.filter(isDated))[0]?.date
}

function lastChange(date: string | undefined): string {
  return date === undefined ? '' : `<lastmod>${date}</lastmod>`
}

function wrap(name: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</${name}>
`
}

function splitEntries(entries: readonly string[], limits: SitemapLimits): readonly (readonly string[])[] {
  const parts: string[][] = []
  let characters = 0
  for (const entry of entries) {
    const part = parts.at(-1)
    if (part && part.length < limits.addresses && characters + entry.length <= limits.characters) {
      part.push(entry)
      characters += entry.length
    } else {
      parts.push([entry])
      characters = entry.length
    }
  }
  return parts
}
