import { wordsIn } from '../i18n/words-in.ts'
import type { Site } from '../model.ts'
import { searchField, searchScript } from './index/search-field.ts'
import { sitePage, type SitePageContext } from './site-page.ts'

/** The page for addresses that do not exist. It is shown at any address, so its addresses start at the base path. */
export function notFoundPage(site: Site, context: SitePageContext): string {
  const { index } = wordsIn([site.options.lang]).words
  const { notFound, noSuchPage, allDecks } = index
  const home = context.urls.index()
  const { field, results } = searchField(site, context, index)
  return sitePage(
    site,
    {
      title: notFound,
      description: '',
      search: field,
      main: `<main>${results}<div class="lost hr-wide">
<p class="lost-code" aria-hidden="true">404</p>
<div><h1>${notFound}</h1>
<p class="lede">${noSuchPage}</p>
<p><a href="${home}">${allDecks}</a></p></div>
</div></main>`,
      ...searchScript(context),
    },
    context,
  )
}
