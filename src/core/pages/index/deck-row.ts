import { safeText } from '../../diagnostics/safe-text.ts'
import { escapeHtml } from '../../escape-html.ts'
import { longDate } from '../../i18n/formats.ts'
import { fill } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import type { DeckSummary, Urls } from '../../model.ts'
import { rowDay } from '../row-day.ts'
import type { UniqueTopics } from '../topics/unique-topics.ts'

export interface RowContext {
  /** Language of the page. */
  readonly lang: string
  readonly words: Words['index']
  readonly urls: Urls
  readonly uniqueOf: (deck: DeckSummary) => UniqueTopics
  /** The pictures of months, by months such as `2024-08`, as HTML. */
  readonly pictureOf?: ((month: string) => string) | undefined
  /** The deck that the page shows above its list; the row is hidden as long as that is shown. */
  readonly shownAbove?: DeckSummary | undefined
  /** Nothing above the row says its month; nor is it filtered. */
  readonly hasWholeDates?: true
}

/** A deck in a list, as one line that is a link: day, what it is about, number of slides. */
export function deckRow(deck: DeckSummary, context: RowContext): string {
  const { urls, words, uniqueOf, shownAbove, hasWholeDates } = context
  const lang = deck.lang !== undefined && deck.lang !== context.lang ? ` lang="${escapeHtml(deck.lang)}"` : ''
  const { first, rest, titleFirst } = uniqueOf(deck)
  const day =
    deck.date !== undefined && hasWholeDates
      ? `<time datetime="${deck.date}">${longDate(deck.date, context.lang)}</time>`
      : rowDay(deck.date, context.lang)
  const draft = deck.isDraft ? ` <strong class="pill draft">${words.draft}</strong>` : ''
  const about = [
    ...(first === undefined ? [] : [`<b>${escapeHtml(first)}</b>`]),
    ...(rest.length === 0 ? [] : [`<span>${rest.map(escapeHtml).join(' · ')}</span>`]),
  ]
  const problem = deck.problem === undefined ? '' : `\n<p class="problem" lang="en">${escapeHtml(safeText(deck.problem))}</p>`
  // Further words for the filter.
  const shown = new Set([first, ...rest])
  const also = hasWholeDates
    ? ''
    : [...(titleFirst ? [] : [deck.title]), ...deck.tags, ...deck.headings.filter((heading) => !shown.has(heading))].join(' ')
  const attributes = [...(deck === shownAbove ? [' class="in-hero"'] : []), ...(also === '' ? [] : [` data-also="${escapeHtml(also)}"`])]
  return `<li${attributes.join('')}><a href="${urls.page(deck.id)}">${day}<span class="about"${lang}>${about.join(' ')}${draft}</span>${slideCount(deck, words)}</a>${problem}</li>`
}

// The word is shown in the first row of a year, and read in all.
function slideCount({ slides }: DeckSummary, words: Words['index']): string {
  if (slides === 0) return ''
  const text = slides === 1 ? words.oneSlide : fill(words.slides, slides)
  return `<span class="count">${text.replace(/^(\d+)(.*)$/, '$1<i>$2</i>')}</span>`
}
