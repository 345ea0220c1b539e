import { escapeHtml } from '../../escape-html.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { DeckSummary, EmittedFile, Site } from '../../model.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { isDated } from '../newest-first.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'
import type { CardContext } from './deck-card.ts'
import { dayWords } from './deck-sections.ts'
import { firstDecks, longList, type LongList, policiesOf, yearLinks } from './long-list.ts'
import { partPages } from './part-pages.ts'
import { searchField, searchScript } from './search-field.ts'

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

/** The pages of a tag or a series: its decks and the search, as on the index, but without thumbnails, whose addresses are those of the index. */
export function* deckListPages(site: Site, deckList: DeckList, context: SitePageContext): Generator<EmittedFile> {
  const { words } = wordsIn([site.options.lang])
  const card: CardContext = { lang: site.options.lang, words: words.index, urls: context.urls }
  const list = longList(deckList.path, deckList.decks, card)
  yield { path: deckList.path, content: firstPage(site, { ...deckList, list, card }, context) }
  yield* partPages(site, list, { name: deckList.name, up: escapeHtml(deckList.name), card }, context)
}

interface PrintedList extends DeckList {
  readonly list: LongList
  readonly card: CardContext
}

function firstPage(site: Site, { name, decks, address, feeds, list, card }: PrintedList, context: SitePageContext): string {
  const { options } = site
  const { urls } = context
  const { words } = card
  const { field, results } = searchField(site, context, words)
  const search = searchScript(context)
  const description = decks.length === 1 ? words.oneDeck : fill(words.decks, decks.length)
  const followed = options.url !== undefined && decks.some(isDated) ? feeds : undefined
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
      main: `<main${dayWords(words)}>
<p class="up"><a href="${urls.index()}">${words.allDecks}</a></p>
<div class="tools">
${field}${yearLinks(list, list.first, words)}</div>
${results}${firstDecks(list, card)}
</main>`,
      ...search,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}
