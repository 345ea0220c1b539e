import { wordsIn } from '../i18n/words-in.ts'
import type { Site } from '../model.ts'
import { searchField, searchScript } from './index/search-field.ts'
import { sitePage, type SitePageContext } from './site-page.ts'

/** The page for addresses that do not exist. It is shown at any address, so its addresses start at the base path. */
export function notFoundPage(site: Site, context: SitePageContext): string {
  const { index, viewer } = wordsIn([site.options.lang]).words
  const { notFound, noSuchPage, allDecks } = index
  const home = context.urls.index()
  const { field, results } = searchField(site, context, index)
  return sitePage(
    site,
    {
      title: notFound,
      description: '',
      main: `<main><p>${noSuchPage} <a href="${home}">${allDecks}</a> · <a href="${home}?q=">${viewer.search}</a></p>
<div class="tools">
${field}</div>
${results}</main>`,
      ...searchScript(context),
    },
    context,
  )
}
