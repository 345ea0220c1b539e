import { escapeHtml } from '../escape-html.ts'
import type { ClientBundle, DeckSummary, Site, StyleBundle, Urls } from '../model.ts'
import { htmlPage } from './html-page.ts'

export interface SitePageContext {
  readonly urls: Urls
  readonly client: ClientBundle
  /** The site's brand, where it has one. */
  readonly brand?: StyleBundle
}

const HEADINGS = 5

/** The index: all decks, the newest first, by year; those without a date at the end. */
export function indexPage({ options, decks }: Site, context: SitePageContext): string {
  const dates = new Intl.DateTimeFormat(options.lang, { dateStyle: 'long', timeZone: 'UTC' })
  const years = byYear(newestFirst(decks))
  const sections = [...years].map(
    ([year, entries]) => `<section class="year">
${years.size === 1 && year === '' ? '' : `<h2>${year === '' ? 'Undated' : year}</h2>\n`}<ul class="decks">
${entries.map((deck) => entry(deck, { lang: options.lang, dates, urls: context.urls })).join('\n')}
</ul>
</section>`,
  )
  return sitePage(
    { title: options.title, lang: options.lang, description: options.description, links: options.links },
    `<main>\n${sections.join('\n')}\n</main>`,
    context,
  )
}

/** The page for wrong addresses. It is shown at any of them, so its own addresses begin at the base. */
export function notFoundPage({ options }: Site, context: SitePageContext): string {
  return sitePage(
    { title: 'Page not found', lang: options.lang, description: '', links: options.links },
    `<main><p>There is no page at this address. <a href="${context.urls.index()}">All decks</a></p></main>`,
    context,
  )
}

interface SitePage {
  readonly title: string
  readonly lang: string
  readonly description: string
  readonly links: Site['options']['links']
}

function sitePage({ title, lang, description, links }: SitePage, main: string, { urls, client, brand }: SitePageContext): string {
  const sheets = [client.site, ...(brand ? [brand] : [])].map((style) => `<link rel="stylesheet" href="${urls.client(style.file)}">\n`)
  const footer = Object.entries(links).flatMap(([name, address]) =>
    address === undefined ? [] : [`<a href="${escapeHtml(address)}">${name[0]?.toUpperCase()}${name.slice(1)}</a>`],
  )
  return htmlPage({
    lang,
    title,
    description,
    scripts: client.reload ? [client.reload] : [],
    connects: client.reload !== undefined,
    head: sheets.join(''),
    body: `<body class="site"${brand?.tokens ? ` style="${escapeHtml(brand.tokens)}"` : ''}>
<header class="site-header"><h1>${escapeHtml(title)}</h1>${description === '' ? '' : `<p>${escapeHtml(description)}</p>`}</header>
${main}
${footer.length === 0 ? '' : `<footer class="site-footer"><nav aria-label="About this site">${footer.join(' ')}</nav></footer>\n`}${client.reload ? `<script>${client.reload.text}</script>\n` : ''}</body>`,
  })
}

interface EntryContext {
  /** Language of the page. */
  readonly lang: string
  readonly dates: Intl.DateTimeFormat
  readonly urls: Urls
}

function entry(deck: DeckSummary, context: EntryContext): string {
  const { dates, urls } = context
  const lang = deck.lang !== undefined && deck.lang !== context.lang ? ` lang="${escapeHtml(deck.lang)}"` : ''
  const facts = [
    `<a href="${urls.page(deck.id)}"${lang}><span class="deck-title">${escapeHtml(deck.title)}</span></a>`,
    deck.date === undefined ? '' : `<time datetime="${deck.date}">${dates.format(new Date(`${deck.date}T00:00:00Z`))}</time>`,
    `<span class="deck-slides">${deck.slides} ${deck.slides === 1 ? 'slide' : 'slides'}</span>`,
    deck.headings.length === 0 ? '' : `<p class="deck-headings"${lang}>${deck.headings.slice(0, HEADINGS).map(escapeHtml).join(' · ')}</p>`,
  ]
  return `<li>${facts.filter((fact) => fact !== '').join('\n')}</li>`
}

function newestFirst(decks: readonly DeckSummary[]): DeckSummary[] {
  return decks.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id))
}

function byYear(decks: readonly DeckSummary[]): Map<string, DeckSummary[]> {
  const years = new Map<string, DeckSummary[]>()
  for (const deck of decks) {
    const year = deck.date?.slice(0, 4) ?? ''
    years.set(year, [...(years.get(year) ?? []), deck])
  }
  return years
}
