import { safeText } from '../../diagnostics/safe-text.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary, Urls } from '../../model.ts'
import { longDate } from '../../i18n/formats.ts'
import { fill } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import { type Covers, printCover } from './cover.ts'

export interface CardContext {
  /** Language of the page. */
  readonly lang: string
  readonly words: Words['index']
  readonly urls: Urls
  /** Without it cards have no covers. */
  readonly covers?: Covers
}

const HEADINGS = 5

/** A deck in the index: thumbnail, title, date, number of slides and headings. */
export function deckCard(deck: DeckSummary, context: CardContext): string {
  const { urls, words } = context
  const lang = deck.lang !== undefined && deck.lang !== context.lang ? ` lang="${escapeHtml(deck.lang)}"` : ''
  const title = escapeHtml(deck.title)
  const facts = [
    ...(deck.isDraft ? [`<strong class="draft">${words.draft}</strong>`] : []),
    ...(deck.date === undefined ? [] : [`<time datetime="${deck.date}">${longDate(deck.date, context.lang)}</time>`]),
    ...(deck.slides === 0 ? [] : [`<span>${deck.slides === 1 ? words.oneSlide : fill(words.slides, deck.slides)}</span>`]),
  ]
  const problem = deck.problem === undefined ? '' : `\n<p class="problem" lang="en">${escapeHtml(safeText(deck.problem))}</p>`
  const headings = deck.headings.slice(0, HEADINGS).map(escapeHtml).join(' · ')
  // Further words for the filter.
  const also = [...deck.tags, ...deck.headings.slice(HEADINGS)].join(' ')
  return `<li${also === '' ? '' : ` data-also="${escapeHtml(also)}"`}>
${printCover(deck, context)}
<h3${lang}><a href="${urls.page(deck.id)}">${title}</a></h3>${problem}
<p class="facts">${facts.join('\n')}</p>${headings === '' ? '' : `\n<p class="headings"${lang}>${headings}</p>`}
</li>`
}
