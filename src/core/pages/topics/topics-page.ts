import { escapeHtml } from '../../escape-html.ts'
import { longMonth } from '../../i18n/formats.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { Site, Urls } from '../../model.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { sitePage, type SitePageContext, titleBand } from '../site-page.ts'
import { TOPICS_PAGE } from '../urls.ts'
import type { Topic } from './recurring-topics.ts'
import { topicSpark } from './topic-strip.ts'

/** The page of all topics: how many decks have each, and when. */
export function topicsPage(site: Site, topics: readonly Topic[], context: SitePageContext): string {
  const { options, decks } = site
  const { lang, words } = wordsIn([options.lang])
  const page = { title: words.topics.topics, description: fill(words.topics.count, topics.length), path: TOPICS_PAGE }
  const rows = topics.map((topic) => topicLink(topic, { site: decks, lang, urls: context.urls }))
  return sitePage(
    site,
    {
      ...page,
      head:
        canonicalLink(options.url, page.path) +
        sitePreview(options, { ...page, lang: options.lang }) +
        `<link rel="stylesheet" href="${context.urls.client(context.client.topics.file)}">\n`,
      main: `<main class="topic">
${titleBand(page.title, [page.description])}<ul class="topic-all hr-wide">
${rows.join('\n')}
</ul>
</main>`,
      current: 'topics',
    },
    context,
  )
}

function topicLink(
  { name, path, decks, of }: Topic,
  { site, lang, urls }: { readonly site: Site['decks']; readonly lang: string; readonly urls: Urls },
): string {
  const having = new Set(decks.map(({ deck }) => deck))
  const dates = decks.flatMap(({ deck }) => deck.date ?? [])
  const [newest, oldest] = [dates[0], dates.at(-1)]
  const months = newest === undefined || oldest === undefined ? [] : [...new Set([longMonth(oldest, lang), longMonth(newest, lang)])]
  return `<li><a href="${urls.asset(path)}"><b>${escapeHtml(name)}</b> <span class="when">${months.join(' – ')}</span>${topicSpark(site, having)}<span class="place">${decks.length}<i>/${of}</i></span></a></li>`
}
