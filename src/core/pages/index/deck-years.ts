import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary } from '../../model.ts'
import type { Words } from '../../i18n/words.ts'
import { newestFirst } from '../newest-first.ts'
import { type CardContext, deckCard } from './deck-card.ts'

/** Decks by year, the newest first and those without a date at the end: a section for each year, and a link to it. */
export function deckYears(
  decks: readonly DeckSummary[],
  card: CardContext,
): { readonly sections: string; readonly jumps: readonly string[] } {
  const years = [...byYear(newestFirst(decks))]
  const nameOf = (year: string) => year || (years.length === 1 ? card.words.allDecks : card.words.undated)
  const sections = years.map(
    ([year, entries]) => `<section class="year" id="${idOf(year)}" aria-labelledby="${idOf(year)}-name">
<h2 id="${idOf(year)}-name">${nameOf(year)}</h2>
<ul class="decks">
${entries.map((deck) => deckCard(deck, card)).join('\n')}
</ul>
</section>`,
  )
  return { sections: sections.join('\n'), jumps: years.map(([year]) => `<a href="#${idOf(year)}">${nameOf(year)}</a>`) }
}

/** Attributes of the element with such a list: what its script says of decks by the visitor's day. */
export function dayWords({ today, nextUp, latest }: Words['index']): string {
  return ` data-today="${escapeHtml(today)}" data-next="${escapeHtml(nextUp)}" data-latest="${escapeHtml(latest)}"`
}

/** Links between parts of a list; empty if there are fewer than two. */
export function jumpList(links: readonly string[], name: Words['index']['years']): string {
  return links.length < 2 ? '' : `<nav class="years" aria-label="${name}">${links.join('\n')}</nav>\n`
}

const idOf = (year: string) => (year === '' ? 'undated' : `year-${year}`)

function byYear(decks: readonly DeckSummary[]): Map<string, DeckSummary[]> {
  const years = new Map<string, DeckSummary[]>()
  for (const deck of decks) {
    const year = deck.date?.slice(0, 4) ?? ''
    const entries = years.get(year)
    if (entries) entries.push(deck)
    else years.set(year, [deck])
  }
  return years
}
