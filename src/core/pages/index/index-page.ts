import { escapeHtml } from '../../escape-html.ts'
import type { Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { isDated } from '../newest-first.ts'
import { FEED, seriesPath, tagPath } from '../urls.ts'
import type { CardContext } from './deck-card.ts'
import { dayWords, deckYears, jumpList } from './deck-years.ts'
import { type Series, seriesWithPage } from '../series.ts'
import { tagsOf } from '../tags.ts'
import { searchField, searchScript } from './search-field.ts'
import { canonicalLink } from '../html-page.ts'
import { indexPreview } from '../link-preview.ts'
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
    covers: { detailsOf: site.detailsOf, sheet: client.thumbnail.file },
  }
  const { sections, jumps } = deckYears(decks, card)
  const { field, results } = searchField(site, context, words.index)
  const search = searchScript(context)
  const hasFeed = options.url !== undefined && decks.some(isDated)
  return sitePage(
    site,
    {
      title: options.title,
      description: options.description,
      head: canonicalLink(options.url, '') + indexPreview(options) + (hasFeed ? feedLinks(urls, options.title) : ''),
      links: hasFeed ? [`<a href="${urls.asset(FEED)}" type="application/atom+xml">${words.index.feed}</a>`] : [],
      main: `<main${dayWords(words.index)}>
<div class="tools">
${field}${jumpList(jumps, words.index.years)}${listsOf(site, context, words.index)}</div>
${results}${sections}
</main>`,
      ...search,
      end:
        fontSheets(site)
          .map((file) => `<link rel="stylesheet" href="${urls.client(file)}">\n`)
          .join('') + search.end,
    },
    context,
  )
}

// Fonts for a shadow root must be loaded by the page. No other rule in these style sheets matches the page.
function fontSheets({ decks, detailsOf }: Site): string[] {
  return [...new Set(decks.flatMap((deck) => detailsOf(deck).thumbnail?.sheets ?? []))]
}

// Series, then the most frequent tags. One that all decks have, or only one, leads to nothing new.
function listsOf({ decks }: Site, { urls }: SitePageContext, words: Words['index']): string {
  const isUseful = (list: Pick<Series, 'decks'>) => list.decks.length > 1 && list.decks.length < decks.length
  const series = seriesWithPage(decks).filter(isUseful)
  const tags = tagsOf(decks)
    .filter(isUseful)
    .toSorted((one, other) => other.decks.length - one.decks.length)
  const link = (path: string, { name, decks: listed }: Pick<Series, 'name' | 'decks'>) =>
    `<a href="${urls.asset(path)}">${escapeHtml(name)} <span>${listed.length}</span></a>`
  const print = (name: string, links: readonly string[]) =>
    links.length === 0 ? '' : `<nav class="years tags" aria-label="${name}">${links.join('\n')}</nav>\n`
  return (
    print(
      words.series,
      series.map((one) => link(seriesPath(one.folder), one)),
    ) +
    print(
      words.tags,
      tags.slice(0, MOST_TAGS).map((tag) => link(tagPath(tag.slug), tag)),
    )
  )
}
