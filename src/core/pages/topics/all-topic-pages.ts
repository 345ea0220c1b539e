import type { EmittedFile, Site } from '../../model.ts'
import type { SitePageContext } from '../site-page.ts'
import { relativeUrls, TOPICS_PAGE } from '../urls.ts'
import { findRelated } from './related-topics.ts'
import { topicsOf } from './survey-site.ts'
import { topicPages } from './topic-pages.ts'
import { topicsPage } from './topics-page.ts'

/** The page of all topics, then those of each, one after the other; none if nothing recurs. */
export function* allTopicPages(site: Site, context: Omit<SitePageContext, 'urls'>): Generator<EmittedFile> {
  const topics = topicsOf(site)
  if (topics.length === 0) return
  yield { path: TOPICS_PAGE, content: topicsPage(site, topics, { ...context, urls: relativeUrls(TOPICS_PAGE) }) }
  const related = findRelated(topics)
  for (const topic of topics) yield* topicPages(site, topic, { ...context, related })
}
