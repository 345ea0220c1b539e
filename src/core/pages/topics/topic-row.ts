import { escapeHtml } from '../../escape-html.ts'
import { fill } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import type { DeckSummary, Urls } from '../../model.ts'
import { slideHash } from '../../shared/slide-hash.ts'
import { rowDay } from '../row-day.ts'
import type { TopicDeck } from './recurring-topics.ts'
import type { TopicLines } from './topic-lines.ts'

/** A deck that has a topic, and what it says of it. */
export interface TopicEntry extends TopicDeck {
  readonly lines: TopicLines
}

export interface TopicRowContext {
  /** Language of the page. */
  readonly lang: string
  readonly words: Words
  readonly urls: Urls
}

/** A deck in the list of a topic: its day, what it says of the topic, and on which slides, as a link to the first of them. */
export function topicRow({ deck, id, slides, lines }: TopicEntry, { lang, words, urls }: TopicRowContext): string {
  const own = deck.lang !== undefined && deck.lang !== lang ? ` lang="${escapeHtml(deck.lang)}"` : ''
  const day = rowDay(deck.date, lang)
  return `<li><a href="${urls.page(deck.id)}${id === '' ? '' : slideHash({ id })}">${day}<span class="about"${own}>${aboutDeck(deck, lines, words)}</span>${spanOf(slides, words)}</a></li>`
}

function aboutDeck(deck: DeckSummary, { own, other }: TopicLines, { topics }: Words): string {
  // A day says which deck it is.
  const texts = deck.date === undefined ? [deck.title, ...own] : own
  const [first, ...rest] = texts
  const quiet = first === undefined ? [other ?? topics.headingOnly] : rest
  return [
    ...(first === undefined ? [] : [`<b>${escapeHtml(first)}</b>`]),
    ...(quiet.length === 0 ? [] : [`<span>${quiet.map(escapeHtml).join(' · ')}</span>`]),
  ].join(' ')
}

// The word is shown in the first row of a year, and read in all.
function spanOf([first, last]: TopicDeck['slides'], { topics }: Words): string {
  const text = first === last ? fill(topics.slide, first) : fill(topics.slides, first, last)
  return `<span class="place">${text.replace(/^\D+/, '<i>$&</i>')}</span>`
}
