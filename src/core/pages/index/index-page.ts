import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary, Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { isDated } from '../newest-first.ts'
import { FEED, tagPath } from '../urls.ts'
import { SEARCH_POLICY } from '../../shared/search-shard.ts'
import { listShards } from '../search/search-shards.ts'
import type { CardContext } from './deck-card.ts'
import { deckYears, jumpList } from './deck-years.ts'
import { tagsOf } from '../tags.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'

const MOST_TAGS = 12

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
  const { sections, jumps } = deckYears(decks, card)
  const hasFeed = options.url !== undefined && decks.some(isDated)
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
${filter(words.index, searchOf(site, context))}${jumpList(jumps, words.index.years)}${tagList(site, context, words.index)}</div>
<section class="search" aria-labelledby="hits-name" hidden></section>
${sections}
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

// A tag that all decks have, or only one, leads to nothing new.
function tagList({ decks }: Site, { urls }: SitePageContext, words: Words['index']): string {
  const useful = tagsOf(decks).filter((tag) => tag.decks.length > 1 && tag.decks.length < decks.length)
  const most = useful.toSorted((one, other) => other.decks.length - one.decks.length).slice(0, MOST_TAGS)
  const links = most.map(
    ({ slug, name, decks: tagged }) => `<a href="${urls.asset(tagPath(slug))}">${escapeHtml(name)} <span>${tagged.length}</span></a>`,
  )
  return links.length === 0 ? '' : `<nav class="years tags" aria-label="${words.tags}">${links.join('\n')}</nav>\n`
}
