import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { DeckSummary, EmittedFile, Site } from '../../model.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { isDated } from '../newest-first.ts'
import { sitePage, type SitePageContext, titleBand } from '../site-page.ts'
import type { RowContext } from './deck-row.ts'
import { dayWords } from './deck-sections.ts'
import { firstDecks, longList, type LongList, policiesOf, yearLinks } from './long-list.ts'
import { uniqueOf } from '../topics/survey-site.ts'
import { partPages } from './part-pages.ts'
import { searchField, searchScript } from './search-field.ts'
import { toolbar } from './toolbar.ts'

/** Some of the decks of a site, which have something in common. */
export interface DeckList {
  readonly name: string
  readonly decks: readonly DeckSummary[]
  /** Path of its first page in the site. */
  readonly path: string
  /** The same as its address ends: that of a folder is without the name of the page. */
  readonly address: string
  readonly feeds?: Readonly<Record<'xml' | 'json', string>>
}

/** The pages of a tag or a series: its decks and the search, as on the index. */
export function* deckListPages(site: Site, deckList: DeckList, context: SitePageContext): Generator<EmittedFile> {
  const { words } = wordsIn([site.options.lang])
  const row: RowContext = {
    lang: site.options.lang,
    words: words.index,
    urls: context.urls,
    uniqueOf: uniqueOf(site),
  }
  const list = longList(deckList.path, deckList.decks, row)
  yield { path: deckList.path, content: firstPage(site, { ...deckList, list, row }, context) }
  yield* partPages(site, list, { name: deckList.name, up: deckList.name, row }, context)
}

interface PrintedList extends DeckList {
  readonly list: LongList
  readonly row: RowContext
}

function firstPage(site: Site, { name, decks, address, feeds, list, row }: PrintedList, context: SitePageContext): string {
  const { options } = site
  const { urls } = context
  const { words } = row
  const { field, results } = searchField(site, context, words)
  const search = searchScript(context)
  const description = decks.length === 1 ? words.oneDeck : fill(words.decks, decks.length)
  const followed = options.url !== undefined && decks.some(isDated) ? feeds : undefined
  const back = `<nav aria-label="${words.archive}"><a class="up" href="${urls.index()}">${words.allDecks}</a></nav>`
  return sitePage(
    site,
    {
      title: name,
      description,
      head:
        canonicalLink(options.url, address) +
        sitePreview(options, { path: address, title: name, description, lang: options.lang }) +
        (followed ? feedLinks(urls, `${name} – ${options.title}`, followed) : ''),
      links: followed ? [`<a href="${urls.asset(followed.xml)}" type="application/atom+xml">${words.feed}</a>`] : [],
      search: field,
      main: `<main${dayWords(words)}>
${titleBand(name, [description])}${results}${toolbar(back, yearLinks(list, list.first, row))}<div class="list hr-wide">
${firstDecks(list, row)}
</div>
</main>`,
      ...search,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}
