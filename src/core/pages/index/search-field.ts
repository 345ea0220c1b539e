import { escapeHtml } from '../../escape-html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Site } from '../../model.ts'
import { SEARCH_FOLDER, SEARCH_POLICY, SHARD_LIST } from '../../shared/search-shard.ts'
import { drawIcon } from '../page-icons.ts'
import type { SitePage, SitePageContext } from '../site-page.ts'

/** HTML of a search. */
export interface SearchField {
  readonly field: string
  readonly results: string
}

/**
 * The field that filters the decks of a page and searches those of the site, and the section for what is found. The script of `searchScript`
 * shows them. Pages name the list of the texts, not the texts, so that no page changes or grows with each deck.
 */
export function searchField(site: Site, context: SitePageContext, words: Words['index']): SearchField {
  const search = escapeHtml(JSON.stringify(searchOf(site, context)))
  const { filter } = words
  return {
    field: `<div class="filter" role="search" data-search="${search}" hidden>
<div class="hr-field">${drawIcon('search')}<label for="filter">${filter}</label>
<input id="filter" type="search" placeholder="${filter}" autocomplete="off" spellcheck="false" enterkeyhint="search"><kbd aria-hidden="true">/</kbd></div>
<p role="status" data-found="${escapeHtml(words.found)}" data-none="${escapeHtml(words.nothingFound)}" data-so-far="${escapeHtml(words.foundSoFar)}"></p>
</div>
`,
    results: '<section class="search hr-wide" aria-labelledby="hits-name" hidden></section>\n',
  }
}

/** What a page with that field has besides. */
export function searchScript({ client }: SitePageContext): Required<Pick<SitePage, 'end' | 'scripts' | 'policies'>> {
  return { end: `<script>${client.filter.text}</script>\n`, scripts: [client.filter], policies: [SEARCH_POLICY] }
}

// What the search needs, for the script that loads it when the field is used.
function searchOf({ options }: Site, { client, urls }: SitePageContext): object {
  const { file, integrity } = client.search
  const { also } = options.search
  const list = urls.asset(SEARCH_FOLDER + SHARD_LIST)
  return { src: urls.client(file), integrity, sheet: urls.client(client.hits.file), list, ...(also.length > 0 && { also }) }
}
