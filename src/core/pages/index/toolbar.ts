import { escapeHtml } from '../../escape-html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Site, Urls } from '../../model.ts'
import { type Series, seriesWithPage } from '../series.ts'
import { tagsOf } from '../tags.ts'
import { topicsOf } from '../topics/survey-site.ts'
import { seriesPath, tagPath, TOPICS_PAGE } from '../urls.ts'

const MOST_TAGS = 12
const MOST_SERIES = 60
const MOST_TOPICS = 5

/** The bar above a list, which stays in the window: links to other lists, and to the years of this one, as HTML. Empty if there are none. */
export function toolbar(lists: string, years: string): string {
  return lists + years === '' ? '' : `<div class="bar"><div class="hr-wide">\n<div class="lists">${lists}</div>\n${years}</div></div>\n`
}

/** Links to the series, the most frequent tags, then topics. One that all decks have, or only one, leads to nothing new. */
export function listLinks(site: Site, urls: Urls, words: Words): string {
  const { decks } = site
  const isUseful = (list: Pick<Series, 'decks'>) => list.decks.length > 1 && list.decks.length < decks.length
  const series = seriesWithPage(decks).filter(isUseful).slice(0, MOST_SERIES)
  const tags = tagsOf(decks)
    .filter(isUseful)
    .toSorted((one, other) => other.decks.length - one.decks.length)
  const link = (path: string, { name, decks: listed }: { readonly name: string; readonly decks: readonly unknown[] }) =>
    `<a href="${urls.asset(path)}">${escapeHtml(name)} <span>${listed.length}</span></a>`
  return (
    listNav(
      words.index.series,
      series.map((one) => link(seriesPath(one.folder), one)),
    ) +
    listNav(
      words.index.tags,
      tags.slice(0, MOST_TAGS).map((tag) => link(tagPath(tag.slug), tag)),
    ) +
    listNav(words.topics.topics, topicLinks(site, { urls, words, link }))
  )
}

interface TopicContext {
  readonly urls: Urls
  readonly words: Words
  readonly link: (path: string, list: { readonly name: string; readonly decks: readonly unknown[] }) => string
}

function topicLinks(site: Site, { urls, words, link }: TopicContext): readonly string[] {
  const topics = topicsOf(site)
  if (topics.length === 0) return []
  return [
    ...topics.slice(0, MOST_TOPICS).map((topic) => link(topic.path, topic)),
    `<a href="${urls.asset(TOPICS_PAGE)}">${words.topics.all}</a>`,
  ]
}

/** Some links of the bar with their name, as HTML; empty if there are none. */
export function listNav(name: string, links: readonly string[]): string {
  return links.length === 0 ? '' : `<nav aria-label="${name}"><b aria-hidden="true">${name}</b>${links.join('\n')}</nav>\n`
}
