import { escapeHtml } from '../escape-html.ts'
import { dayAndMonth, longDate } from '../i18n/formats.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { COMMON_HEAD, datedTitle } from './html-page.ts'
import { insertAt } from './insert-at.ts'
import { FOOTER_START, HEAD_START, UP_START } from './reading/reading-page.ts'
import type { OutlinedDeck, SeriesPlace } from './series.ts'
import { absoluteAddress, pagePath, relativeUrls, seriesPath } from './urls.ts'

/** The page that gets the links. */
export interface PlacedPage {
  /** In the site. */
  readonly path: string
  /** Title of its deck. */
  readonly title: string
  readonly date?: string | undefined
  /** Language of its labels. */
  readonly lang: string
  /** The address of the site. */
  readonly site?: string | undefined
}

/** Adds links to the decks before and after it to the head of a deck's page, for its toolbar and its keys. */
export function withNeighbours(page: string, place: SeriesPlace, target: PlacedPage): string {
  return withLinks(page, place, { ...target, addressOf: (id) => relativeUrls(target.path).page(id) })
}

/** Adds the same links to a single file, which is in the language of its deck, if the other decks are on a site with an address. */
export function withNeighboursOnline(page: string, place: SeriesPlace, target: PlacedPage): string {
  const { site } = target
  return site === undefined
    ? page
    : withLinks(page, place, { ...target, addressOf: (id) => escapeHtml(absoluteAddress(site, pagePath(id))) })
}

function withLinks(
  page: string,
  { previous, next }: SeriesPlace,
  target: PlacedPage & { readonly addressOf: (id: string) => string },
): string {
  const link = (rel: string, deck: OutlinedDeck | undefined) => {
    if (!deck) return ''
    const { text, date } = nameOf(deck, target)
    const day = date === undefined ? '' : ` data-date="${date}"`
    return `<link rel="${rel}" href="${target.addressOf(deck.id)}" title="${escapeHtml(text)}"${day}>\n`
  }
  // Before all content of the author.
  return insertAt(page, page.indexOf(COMMON_HEAD), link('prev', previous) + link('next', next))
}

/** Adds to a reading view what only its deck is about, and links to the page of its series and to the reading views before and after it. */
export function withNeighboursBelow(page: string, { series, previous, next, topics = [] }: SeriesPlace, target: PlacedPage): string {
  const urls = relativeUrls(target.path)
  const { lang: spoken, words } = wordsIn([target.lang])
  const link = (rel: string, label: string, deck: OutlinedDeck | undefined) => {
    if (!deck) return ''
    const { text, lang } = nameOf(deck, target)
    const own = lang === undefined || lang === spoken ? '' : ` lang="${escapeHtml(lang)}"`
    return `<a rel="${rel}" href="${urls.reading(deck.id)}">${label} <strong${own}>${escapeHtml(text)}</strong></a>\n`
  }
  const links = link('prev', words.viewer.previousDeck, previous) + link('next', words.viewer.nextDeck, next)
  const nav = links === '' ? '' : `<nav class="hr-neighbours" lang="${spoken}" aria-label="${words.index.series}">\n${links}</nav>\n`
  const short = (rel: string, label: string, deck: OutlinedDeck | undefined) => {
    if (!deck) return ''
    const { text } = nameOf(deck, target)
    const day = deck.date !== undefined && target.date?.slice(0, 4) === deck.date.slice(0, 4) ? dayAndMonth(deck.date, spoken) : undefined
    const date = deck.date === undefined ? text : (day ?? longDate(deck.date, spoken))
    return `<a rel="${rel}" href="${urls.reading(deck.id)}"><span class="hr-hidden">${label}:</span> ${escapeHtml(date)}</a>\n`
  }
  const beside =
    nav === ''
      ? ''
      : `\n<p class="hr-beside" lang="${spoken}">${short('prev', words.viewer.previousDeck, previous)}${short('next', words.viewer.nextDeck, next)}</p>`
  const about = topics.length === 0 ? '' : `\n<p class="hr-topics">${topics.map(escapeHtml).join(' · ')}</p>`
  // Before and after all content of the author.
  const below = insertAt(page, page.lastIndexOf(FOOTER_START), nav)
  const headed = insertAt(below, endOf(below, HEAD_START, '</h1>'), about)
  const whole = insertAt(headed, endOf(headed, UP_START, '</p>'), beside)
  const up = endOf(whole, UP_START, '</a>')
  const named = series ? insertAt(whole, up, ` <a href="${urls.asset(seriesPath(series.folder))}">${escapeHtml(series.name)}</a>`) : whole
  // Decks of one title differ by their dates.
  const isRepeated = [previous, next].some((deck) => deck?.title === target.title)
  return isRepeated ? insertAt(named, named.indexOf(HEAD_START) + HEAD_START.length, ' hr-dated') : named
}

// The end of the first such tag in a part of a page.
function endOf(page: string, part: string, tag: string): number {
  return page.indexOf(tag, page.indexOf(part)) + tag.length
}

interface DeckName {
  readonly text: string
  /** Language of a title. */
  readonly lang?: string | undefined
  /** The text is this date. */
  readonly date?: string
}

// In a series with one title, the date says which deck it is.
function nameOf({ title, date, lang }: OutlinedDeck, target: PlacedPage): DeckName {
  if (date !== undefined && title === target.title) return { text: longDate(date, wordsIn([target.lang]).lang), date }
  return { text: datedTitle(title, date), lang: lang ?? target.lang }
}
