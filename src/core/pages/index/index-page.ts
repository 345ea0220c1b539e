import type { EmittedFile, Site, Urls } from '../../model.ts'
import { formatCount, longMonth } from '../../i18n/formats.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { isDated, newestFirst } from '../newest-first.ts'
import { FEED, INDEX_PAGE } from '../urls.ts'
import type { RowContext } from './deck-row.ts'
import { dayWords } from './deck-sections.ts'
import { hero, heroDecks, isAlone } from './hero.ts'
import { firstDecks, longList, type LongList, policiesOf, yearLinks } from './long-list.ts'
import { monthPictures } from '../topics/month-pictures.ts'
import { uniqueOf } from '../topics/survey-site.ts'
import { partPages } from './part-pages.ts'
import { searchField, searchScript } from './search-field.ts'
import { listLinks, toolbar } from './toolbar.ts'
import { canonicalLink } from '../html-page.ts'
import { indexPreview } from '../link-preview.ts'
import { sitePage, type SitePageContext, titleBand } from '../site-page.ts'

/** The index: a page with the newest decks, and where it does not have all, pages with those of each year. Decks without a date come last. */
export function* indexPages(site: Site, context: SitePageContext): Generator<EmittedFile> {
  const { words } = wordsIn([site.options.lang])
  const row: RowContext = {
    lang: site.options.lang,
    words: words.index,
    urls: context.urls,
    uniqueOf: uniqueOf(site),
    shownAbove: heroDecks(site.decks)[0],
    pictureOf: monthPicture(site, context.urls),
  }
  const list = longList(INDEX_PAGE, site.decks, row)
  yield { path: INDEX_PAGE, content: firstPage(site, list, row, context) }
  yield* partPages(site, list, { name: site.options.title, up: words.index.allDecks, row: { ...row, shownAbove: undefined } }, context)
}

function firstPage(site: Site, list: LongList, row: RowContext, context: SitePageContext): string {
  const { options, decks } = site
  const { urls } = context
  const { words } = row
  const { field, results } = searchField(site, context, words)
  const search = searchScript(context)
  // The only deck is the page: its title is the heading, and the search is in the header.
  const alone = isAlone(site)
  const hasFeed = options.url !== undefined && decks.some(isDated)
  return sitePage(
    site,
    {
      title: options.title,
      description: options.description,
      isTitled: !alone,
      ...(alone && { search: field }),
      current: 'archive',
      head: canonicalLink(options.url, '') + indexPreview(options) + (hasFeed ? feedLinks(urls, options.title) : ''),
      links: hasFeed ? [`<a href="${urls.asset(FEED)}" type="application/atom+xml">${words.feed}</a>`] : [],
      main: `<main class="home${alone ? ' is-alone' : ''}"${dayWords(words)}>
${alone ? '' : titleBand(options.title, [options.description, countDecks(site)], field)}${results}${hero(site, row)}${toolbar(listLinks(site, urls, wordsIn([options.lang]).words), yearLinks(list, list.first, row))}<div class="list hr-wide">
${firstDecks(list, row)}
</div>
</main>`,
      ...search,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}

// Copies alone: the pictures themselves may be large, and a page shows one for each month.
function monthPicture({ decks }: Site, urls: Urls): RowContext['pictureOf'] {
  const copies = new Map(decks.map(({ cover, coverCopies }) => [cover, coverCopies?.[0]?.path]))
  const pictures = monthPictures(decks, { skipped: heroDecks(decks).slice(0, 1), contentOf: (path) => copies.get(path) ?? path })
  return (month) => {
    const copy = copies.get(pictures.get(month))
    return copy === undefined
      ? ''
      : `<img class="hr-photo" src="${urls.asset(copy)}" width="128" height="72" alt="" loading="lazy" decoding="async">\n`
  }
}

function countDecks({ decks, options: { lang } }: Site): string {
  const { words } = wordsIn([lang])
  const { index } = words
  if (decks.length === 0) return index.noDecks
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0)
  const counts = [
    decks.length === 1 ? index.oneDeck : fill(index.decks, formatCount(decks.length, lang)),
    slides === 1 ? index.oneSlide : fill(index.slides, formatCount(slides, lang)),
  ]
  const oldest = newestFirst(decks.filter(isDated)).at(-1)
  return oldest ? fill(index.countsSince, ...counts, longMonth(oldest.date, lang)) : fill(index.counts, ...counts)
}
