import type { Site } from '../model.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { sitePage, type SitePageContext } from './site-page.ts'

/** The page for addresses that do not exist. It is shown at any of them, so its own addresses start at the base. */
export function notFoundPage(site: Site, context: SitePageContext): string {
  const { notFound, noSuchPage, allDecks } = wordsIn([site.options.lang]).words.index
  const main = `<main><p>${noSuchPage} <a href="${context.urls.index()}">${allDecks}</a></p></main>`
  return sitePage(site, { title: notFound, description: '', main }, context)
}
