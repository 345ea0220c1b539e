import { escapeHtml } from '../../escape-html.ts'
import { longDate } from '../../i18n/formats.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import type { DeckSummary, EmittedFile, Site } from '../../model.ts'
import { canonicalLink } from '../html-page.ts'
import { divideList, type ListPart } from '../index/divide-list.ts'
import { linksOfPart, type LongList, nameOfPart, partPath } from '../index/long-list.ts'
import { sitePreview } from '../link-preview.ts'
import { isDated, newestFirst } from '../newest-first.ts'
import { sitePage, type SitePageContext, titleBand } from '../site-page.ts'
import { relativeUrls, TOPICS_PAGE } from '../urls.ts'
import type { Topic } from './recurring-topics.ts'
import { type RelatedTopics } from './related-topics.ts'
import { topicLines } from './topic-lines.ts'
import { type TopicEntry, topicRow, type TopicRowContext } from './topic-row.ts'
import { topicSections } from './topic-sections.ts'
import { topicStrip } from './topic-strip.ts'

/** The pages of a topic: what its decks say of it, and where that is too much for one page, pages of years. */
export function* topicPages(
  site: Site,
  topic: Topic,
  { related, ...given }: Omit<SitePageContext, 'urls'> & { readonly related: RelatedTopics },
): Generator<EmittedFile> {
  const context: SitePageContext = { ...given, urls: relativeUrls(topic.path) }
  const lines = topicLines(topic)
  const entries = new Map(
    topic.decks.map((entry, index): [DeckSummary, TopicEntry] => [entry.deck, { ...entry, lines: lines[index] ?? { own: [] } }]),
  )
  const { lang, words } = wordsIn([site.options.lang])
  const row: TopicRowContext = { lang, words, urls: context.urls }
  const rowOf = (deck: DeckSummary) => entries.get(deck) ?? []
  const divided = divideList([...entries.keys()], (deck) =>
    [rowOf(deck)]
      .flat()
      .map((entry) => topicRow(entry, row))
      .join(''),
  )
  const list: LongList = {
    ...divided,
    path: topic.path,
    years: [...new Set([...entries.keys()].map(({ date }) => date?.slice(0, 4) ?? ''))],
  }
  const printed: PrintedTopic = { topic, list, sections: (decks) => topicSections(decks.flatMap(rowOf), row), row }
  yield { path: topic.path, content: firstPage(site, printed, related, context) }
  for (const part of list.parts) yield { path: partPath(list, part), content: partPage(site, printed, part, context) }
}

interface PrintedTopic {
  readonly topic: Topic
  readonly list: LongList
  /** Decks as HTML. */
  readonly sections: (decks: readonly DeckSummary[]) => string
  readonly row: TopicRowContext
}

function firstPage(site: Site, { topic, list, sections, row }: PrintedTopic, related: RelatedTopics, context: SitePageContext): string {
  const { words, urls, lang } = row
  const { name, decks, path } = topic
  const description = sentenceOf(topic, words, lang)
  const having = new Set(decks.map(({ deck }) => deck))
  const links = related(topic).map((other) => `<a href="${urls.asset(other.path)}">${escapeHtml(other.name)}</a>`)
  const all = `<a href="${urls.asset(TOPICS_PAGE)}">${words.topics.all}</a>`
  const nav = `<nav class="topic-related" aria-label="${words.topics.related}"><b aria-hidden="true">${words.topics.related}</b>\n${[...links, all].join('\n')}</nav>\n`
  const after = list.parts.find((part) => part.decks.some((deck) => !list.first.includes(deck)))
  const older = after ? `\n<p class="beside"><a class="older" href="${fileName(partPath(list, after))}">${words.index.older}</a></p>` : ''
  return topicPage(site, { title: name, description, path }, context, {
    content: `${topicStrip(site.decks, having, description)}${nav}${sections(list.first)}${older}`,
  })
}

function partPage(site: Site, { topic, list, sections, row }: PrintedTopic, part: ListPart, context: SitePageContext): string {
  const { words, urls } = row
  return topicPage(
    site,
    { title: `${topic.name} – ${nameOfPart(part, words.index)}`, description: '', path: partPath(list, part) },
    context,
    {
      up: { address: urls.asset(topic.path), name: topic.name },
      content: sections(part.decks) + linksOfPart(list, part, words.index),
    },
  )
}

interface TopicContent {
  /** The page above it. */
  readonly up?: { readonly address: string; readonly name: string }
  /** HTML. */
  readonly content: string
}

/** A page of the site with its place above it. */
function topicPage(
  site: Site,
  page: { readonly title: string; readonly description: string; readonly path: string },
  context: SitePageContext,
  { up, content }: TopicContent,
): string {
  const { options } = site
  const above = up === undefined ? '' : `<p class="topic-up"><a href="${up.address}">${escapeHtml(up.name)}</a></p>\n`
  const sheet = `<link rel="stylesheet" href="${context.urls.client(context.client.topics.file)}">\n`
  return sitePage(
    site,
    {
      ...page,
      head: canonicalLink(options.url, page.path) + sitePreview(options, { ...page, lang: options.lang }) + sheet,
      main: `<main class="topic">
${titleBand(page.title, [page.description])}<div class="hr-wide">
${above}${content}
</div>
</main>`,
      current: 'topics',
    },
    context,
  )
}

/** In how many decks a topic is, and from when to when. */
export function sentenceOf({ decks, of }: Topic, { topics }: Words, lang: string): string {
  const dated = newestFirst(decks.map(({ deck }) => deck).filter(isDated))
  const [newest, oldest] = [dated[0], dated.at(-1)]
  if (!newest || !oldest || newest === oldest) return fill(topics.inDecks, decks.length, of)
  return fill(topics.from, decks.length, of, longDate(oldest.date, lang), longDate(newest.date, lang))
}

// All pages of a topic are in one folder.
const fileName = (path: string) => encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
