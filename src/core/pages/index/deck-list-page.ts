import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { DeckSummary, Site } from '../../model.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { isDated } from '../newest-first.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'
import { dayWords, deckYears, jumpList } from './deck-years.ts'
import { searchField, searchScript } from './search-field.ts'

/** Some of the decks of a site, which have something in common. */
export interface DeckList {
  readonly name: string
  readonly decks: readonly DeckSummary[]
  /** Path of its address in the site. */
  readonly path: string
  readonly feeds?: Readonly<Record<'xml' | 'json', string>>
}

/** The page of a tag or a series: its decks and the search, as on the index, but without thumbnails, whose addresses are those of the index. */
export function deckListPage(site: Site, { name, decks, path, feeds }: DeckList, context: SitePageContext): string {
  const { options } = site
  const { urls } = context
  const { words } = wordsIn([options.lang])
  const { sections, jumps } = deckYears(decks, { lang: options.lang, words: words.index, urls })
  const { field, results } = searchField(site, context, words.index)
  const description = decks.length === 1 ? words.index.oneDeck : fill(words.index.decks, decks.length)
  const followed = options.url !== undefined && decks.some(isDated) ? feeds : undefined
  return sitePage(
    site,
    {
      title: name,
      description,
      head:
        canonicalLink(options.url, path) +
        sitePreview(options, { path, title: name, description, lang: options.lang }) +
        (followed ? feedLinks(urls, `${name} – ${options.title}`, followed) : ''),
      links: followed ? [`<a href="${urls.asset(followed.xml)}" type="application/atom+xml">${words.index.feed}</a>`] : [],
      main: `<main${dayWords(words.index)}>
<p class="up"><a href="${urls.index()}">${words.index.allDecks}</a></p>
<div class="tools">
${field}${jumpList(jumps, words.index.years)}</div>
${results}${sections}
</main>`,
      ...searchScript(context),
    },
    context,
  )
}
