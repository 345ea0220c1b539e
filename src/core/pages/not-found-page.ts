import { escapeHtml } from '../escape-html.ts'
import { formatCount } from '../i18n/formats.ts'
import { fill, wordsIn } from '../i18n/words-in.ts'
import type { Site } from '../model.ts'
import { deckRow, type RowContext } from './index/deck-row.ts'
import { searchField, searchScript } from './index/search-field.ts'
import { isDated, newestFirst } from './newest-first.ts'
import { sitePage, type SitePageContext } from './site-page.ts'
import { uniqueOf } from './topics/survey-site.ts'

const MOST_LATEST = 3
// Of the others, the page does not know the days.
const MOST_NEAR = 200

/** The page for addresses that do not exist. It is shown at any address, so its addresses start at the base path. */
export function notFoundPage(site: Site, context: SitePageContext): string {
  const { index } = wordsIn([site.options.lang]).words
  const { notFound, noSuchPage } = index
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
${latestDecks(site, context)}<p><a href="${home}">${linkToAll(site)}</a></p></div>
</div></main>`,
      ...searchScript(context),
    },
    context,
  )
}

function linkToAll({ decks, options: { lang } }: Site): string {
  const { index } = wordsIn([lang]).words
  return decks.length < 2 ? index.allDecks : fill(index.allOf, fill(index.decks, formatCount(decks.length, lang)))
}

// And for the script those that may be nearer to a date in the address.
function latestDecks(site: Site, { urls }: SitePageContext): string {
  const { lang } = site.options
  const words = wordsIn([lang]).words.index
  const row: RowContext = { lang, words, urls, uniqueOf: uniqueOf(site), hasWholeDates: true }
  const latest = newestFirst(site.decks.filter(isDated)).slice(0, MOST_NEAR)
  if (latest.length === 0) return ''
  const rows = latest.map((deck) => deckRow(deck, row))
  return `<h2>${words.newest}</h2>
<ul class="decks">
${rows.slice(0, MOST_LATEST).join('\n')}
</ul>
<template class="near" data-lede="${escapeHtml(words.noDeckOf)}" data-name="${escapeHtml(words.aroundDay)}">${rows.join('\n')}</template>
`
}
