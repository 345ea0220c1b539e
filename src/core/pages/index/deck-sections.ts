import { escapeHtml } from '../../escape-html.ts'
import type { Words } from '../../i18n/words.ts'
import type { DeckSummary } from '../../model.ts'
import { type CardContext, deckCard } from './deck-card.ts'
import { byYear } from './divide-list.ts'

/** Decks by year: a section for each, in their order. `isAlone` if there is no other year besides. */
export function deckSections(decks: readonly DeckSummary[], card: CardContext, isAlone: boolean): string {
  const sections = [...byYear(decks)].map(
    ([year, entries]) => `<section class="year" id="${idOfYear(year)}" aria-labelledby="${idOfYear(year)}-name">
<h2 id="${idOfYear(year)}-name">${nameOfYear(year, card.words, isAlone)}</h2>
<ul class="decks">
${entries.map((deck) => deckCard(deck, card)).join('\n')}
</ul>
</section>`,
  )
  return sections.join('\n')
}

/** Attributes of the element with such sections: what its script says of decks by the visitor's day. */
export function dayWords({ today, nextUp, latest }: Words['index']): string {
  return ` data-today="${escapeHtml(today)}" data-next="${escapeHtml(nextUp)}" data-latest="${escapeHtml(latest)}"`
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
