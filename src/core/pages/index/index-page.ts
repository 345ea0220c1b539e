import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary, Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { isDated } from '../newest-first.ts'
import { FEED } from '../urls.ts'
import { SEARCH_POLICY } from '../../shared/search-shard.ts'
import { listShards } from '../search/search-shards.ts'
import { type CardContext, deckCard } from './deck-card.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'

/** The index page: all decks by year, newest first; those without a date at the end. */
export function indexPage(site: Site, context: SitePageContext): string {
  const { options, decks } = site
  const { client, urls } = context
  const { words } = wordsIn([options.lang])
  const card: CardContext = {
    lang: options.lang,
    words: words.index,
    urls,
    thumbnailSheet: client.thumbnail.file,
  }
  const years = [...byYear(newestFirst(decks))]
  const nameOf = (year: string) => year || (years.length === 1 ? words.index.allDecks : words.index.undated)
  const sections = years.map(
    ([year, entries]) => `<section class="year" id="${idOf(year)}" aria-labelledby="${idOf(year)}-name">
<h2 id="${idOf(year)}-name">${nameOf(year)}</h2>
<ul class="decks">
${entries.map((deck) => deckCard(deck, card)).join('\n')}
</ul>
</section>`,
  )
  const hasFeed = options.url !== undefined && decks.some(isDated)
  const jumps = years.map(([year]) => `<a href="#${idOf(year)}">${nameOf(year)}</a>`)
  return sitePage(
    site,
    {
      title: options.title,
      description: options.description,
      head:
        canonicalLink(options.url, '') + sitePreview(options, { path: '', ...options }) + (hasFeed ? feedLinks(urls, options.title) : ''),
      links: hasFeed ? [`<a href="${urls.asset(FEED)}" type="application/atom+xml">${words.index.feed}</a>`] : [],
      main: `<main>
<div class="tools">
${filter(words.index, searchOf(site, context))}${jumps.length < 2 ? '' : `<nav class="years" aria-label="${words.index.years}">${jumps.join('\n')}</nav>\n`}</div>
<section class="search" aria-labelledby="hits-name" hidden></section>
${sections.join('\n')}
</main>`,
      end: `${fontSheets(decks)
        .map((file) => `<link rel="stylesheet" href="${urls.client(file)}">\n`)
        .join('')}<script>${client.filter.text}</script>\n`,
      scripts: [client.filter],
      policies: [SEARCH_POLICY],
    },
    context,
  )
}

// The script shows it.
function filter(words: Words['index'], search: string): string {
  return `<div class="filter" role="search" data-search="${escapeHtml(search)}" hidden>
<label for="filter">${words.filter}</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search">
<p role="status" data-found="${escapeHtml(words.found)}" data-none="${escapeHtml(words.nothingFound)}"></p>
</div>
`
}

// What the search needs, for the script that loads it with the first key.
function searchOf(site: Site, { client, urls }: SitePageContext): string {
  const { file, integrity } = client.search
  return JSON.stringify({
    src: urls.client(file),
    integrity,
    sheet: urls.client(client.hits.file),
    shards: listShards(site, (file) => urls.asset(file)),
  })
}

// Fonts for a shadow root must be loaded by the page. No other rule in these style sheets matches the page.
function fontSheets(decks: readonly DeckSummary[]): string[] {
  return [...new Set(decks.flatMap(({ thumbnail }) => thumbnail?.sheets ?? []))]
}

const idOf = (year: string) => (year === '' ? 'undated' : `year-${year}`)

function newestFirst(decks: readonly DeckSummary[]): DeckSummary[] {
  return decks.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id))
}

function byYear(decks: readonly DeckSummary[]): Map<string, DeckSummary[]> {
  const years = new Map<string, DeckSummary[]>()
  for (const deck of decks) {
    const year = deck.date?.slice(0, 4) ?? ''
    const entries = years.get(year)
    if (entries) entries.push(deck)
    else years.set(year, [deck])
  }
  return years
}
