import { escapeHtml } from '../../escape-html.ts'
import { monthName } from '../../i18n/formats.ts'
import type { Words } from '../../i18n/words.ts'
import type { DeckSummary } from '../../model.ts'
import { deckRow, type RowContext } from './deck-row.ts'
import { byMonth, byYear } from './divide-list.ts'

/** Decks by year and month: a section for each year, in their order. `isAlone` if there is no other year besides. */
export function deckSections(decks: readonly DeckSummary[], context: RowContext, isAlone: boolean): string {
  const sections = [...byYear(decks)].map(
    ([
      year,
      entries,
    ]) => `<section class="year${year === '' ? ' undated' : ''}" id="${idOfYear(year)}" aria-labelledby="${idOfYear(year)}-name">
<h2 id="${idOfYear(year)}-name">${nameOfYear(year, context.words, isAlone)}</h2>
${[...byMonth(entries)].map(([month, own]) => monthSection(month, own, context)).join('\n')}
</section>`,
  )
  return sections.join('\n')
}

function monthSection(month: string, decks: readonly DeckSummary[], context: RowContext): string {
  const name = month === '' ? '' : `<h3>${escapeHtml(monthName(`${month}-01`, context.lang))}</h3>\n`
  return `<div class="month" data-month="${month}">
${name}${context.pictureOf?.(month) ?? ''}<ul class="decks">
${decks.map((deck) => deckRow(deck, context)).join('\n')}
</ul>
</div>`
}

/** Attributes of the element with such sections: what its script says of decks by the visitor's day. */
export function dayWords({ today, nextUp, latest, coming }: Words['index']): string {
  const words = { today, next: nextUp, latest, coming }
  return Object.entries(words)
    .map(([name, text]) => ` data-${name}="${escapeHtml(text)}"`)
    .join('')
}

/** Links between parts of a list; empty if there are fewer than two. */
export function jumpList(links: readonly string[], name: Words['index']['years']): string {
  return links.length < 2 ? '' : `<nav class="years" aria-label="${name}">${links.join('\n')}</nav>\n`
}

/** The id of the section of a year. */
export function idOfYear(year: string): string {
  return year === '' ? 'undated' : `year-${year}`
}

/** The heading of a year, which is empty for decks without a date. */
export function nameOfYear(year: string, words: Words['index'], isAlone: boolean): string {
  return year || (isAlone ? words.allDecks : words.undated)
}
