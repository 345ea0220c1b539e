import { escapeHtml } from '../escape-html.ts'
import { longDate } from '../i18n/formats.ts'
import type { Words } from '../i18n/words.ts'
import type { Urls } from '../model.ts'
import type { OutlinedDeck, SeriesPlace } from './series.ts'
import { datedTitle } from './html-page.ts'
import { seriesPath } from './urls.ts'

interface LinkContext {
  readonly urls: Urls
  /** Of the deck that has the links. */
  readonly title: string
  /** Language of dates. */
  readonly lang: string
}

/** Links in the head of a deck's page to the decks before and after it, for its toolbar and its keys. */
export function neighbourLinks({ previous, next }: SeriesPlace, context: LinkContext): string {
  const link = (rel: string, deck: OutlinedDeck | undefined) =>
    deck ? `<link rel="${rel}" href="${context.urls.page(deck.id)}" title="${escapeHtml(nameOf(deck, context))}">\n` : ''
  return link('prev', previous) + link('next', next)
}

/** The same at the end of a reading view, between reading views; `attributes` are those of its element. */
export function neighbourNav(
  { previous, next }: SeriesPlace,
  { words, attributes, ...context }: LinkContext & { readonly words: Words; readonly attributes: string },
): string {
  const link = (rel: string, label: string, deck: OutlinedDeck | undefined) =>
    deck
      ? `<a rel="${rel}" href="${context.urls.reading(deck.id)}">${label} <strong>${escapeHtml(nameOf(deck, context))}</strong></a>\n`
      : ''
  const links = link('prev', words.viewer.previousDeck, previous) + link('next', words.viewer.nextDeck, next)
  return links === '' ? '' : `<nav class="hr-neighbours" aria-label="${words.index.series}"${attributes}>\n${links}</nav>\n`
}

/** The link to the page of the series of a deck. */
export function seriesLink({ series }: SeriesPlace, urls: Urls): string {
  return series ? `<a href="${urls.asset(seriesPath(series.folder))}">${escapeHtml(series.name)}</a>` : ''
}

// In a series with one title, the date says which deck it is.
function nameOf({ title, date }: OutlinedDeck, { title: own, lang }: LinkContext): string {
  return date !== undefined && title === own ? longDate(date, lang) : datedTitle(title, date)
}
