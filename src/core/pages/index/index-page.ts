import { escapeHtml } from '../../escape-html.ts'
import type { EmittedFile, Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { isDated } from '../newest-first.ts'
import { FEED, INDEX_PAGE, seriesPath, tagPath } from '../urls.ts'
import type { CardContext } from './deck-card.ts'
import { fontLinks } from './cover.ts'
import { dayWords } from './deck-sections.ts'
import { firstDecks, longList, type LongList, policiesOf, yearLinks } from './long-list.ts'
import { partPages } from './part-pages.ts'
import { type Series, seriesWithPage } from '../series.ts'
import { tagsOf } from '../tags.ts'
import { searchField, searchScript } from './search-field.ts'
import { canonicalLink } from '../html-page.ts'
import { indexPreview } from '../link-preview.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'

const MOST_TAGS = 12
const MOST_SERIES = 60

/** The index: a page with the newest decks, and where it does not have all, pages with those of each year. Decks without a date come last. */
export function* indexPages(site: Site, context: SitePageContext): Generator<EmittedFile> {
  const { words } = wordsIn([site.options.lang])
  const card: CardContext = {
    lang: site.options.lang,
    words: words.index,
    urls: context.urls,
    covers: { detailsOf: site.detailsOf, sheet: context.client.thumbnail.file },
  }
  const list = longList(INDEX_PAGE, site.decks, card)
  yield { path: INDEX_PAGE, content: firstPage(site, list, card, context) }
  yield* partPages(site, list, { name: site.options.title, up: words.index.allDecks, card }, context)
}

function firstPage(site: Site, list: LongList, card: CardContext, context: SitePageContext): string {
  const { options, decks } = site
  const { urls } = context
  const { words } = card
  const { field, results } = searchField(site, context, words)
  const search = searchScript(context)
  const hasFeed = options.url !== undefined && decks.some(isDated)
  return sitePage(
    site,
    {
      title: options.title,
      description: options.description,
      head: canonicalLink(options.url, '') + indexPreview(options) + (hasFeed ? feedLinks(urls, options.title) : ''),
      links: hasFeed ? [`<a href="${urls.asset(FEED)}" type="application/atom+xml">${words.feed}</a>`] : [],
      main: `<main${dayWords(words)}>
<div class="tools">
${field}${yearLinks(list, list.first, words)}${listsOf(site, context, words)}</div>
${results}${firstDecks(list, card)}
</main>`,
      ...search,
      end: fontLinks(list.first, card) + search.end,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}

// The first series, then the most frequent tags. One that all decks have, or only one, leads to nothing new.
function listsOf({ decks }: Site, { urls }: SitePageContext, words: Words['index']): string {
  const isUseful = (list: Pick<Series, 'decks'>) => list.decks.length > 1 && list.decks.length < decks.length
  const series = seriesWithPage(decks).filter(isUseful).slice(0, MOST_SERIES)
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
