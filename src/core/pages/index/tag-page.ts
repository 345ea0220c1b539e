import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { Site } from '../../model.ts'
import { feedLinks } from '../feeds/feed-links.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { isDated } from '../newest-first.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'
import type { Tag } from '../tags.ts'
import { tagFeedPath, tagPath } from '../urls.ts'
import { deckYears, jumpList } from './deck-years.ts'

/** The page of a tag: its decks, as on the index, but without thumbnails, whose addresses are those of the index. */
export function tagPage(site: Site, { slug, name, decks }: Tag, context: SitePageContext): string {
  const { options } = site
  const { urls } = context
  const { words } = wordsIn([options.lang])
  const { sections, jumps } = deckYears(decks, { lang: options.lang, words: words.index, urls })
  const description = decks.length === 1 ? words.index.oneDeck : fill(words.index.decks, decks.length)
  const feeds = { xml: tagFeedPath(slug, 'xml'), json: tagFeedPath(slug, 'json') }
  const hasFeed = options.url !== undefined && decks.some(isDated)
  return sitePage(
    site,
    {
      title: name,
      description,
      head:
        canonicalLink(options.url, tagPath(slug)) +
        sitePreview(options, { path: tagPath(slug), title: name, description, lang: options.lang }) +
        (hasFeed ? feedLinks(urls, `${name} – ${options.title}`, feeds) : ''),
      links: hasFeed ? [`<a href="${urls.asset(feeds.xml)}" type="application/atom+xml">${words.index.feed}</a>`] : [],
      main: `<main>
<div class="tools">
<p><a href="${urls.index()}">${words.index.allDecks}</a></p>
${jumpList(jumps, words.index.years)}</div>
${sections}
</main>`,
    },
    context,
  )
}
