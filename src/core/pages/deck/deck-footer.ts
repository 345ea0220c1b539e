import { escapeHtml } from '../../escape-html.ts'

export interface DeckFooter {
  readonly title: string
  /** ISO date. */
  readonly date?: string
  /** Address of the picture. */
  readonly logo?: string
}

/** What stands below every slide, where the theme has a place for it. */
export function deckFooter({ title, date, logo }: DeckFooter): string {
  const picture = logo === undefined ? '' : `<img class="deck-logo" src="${escapeHtml(logo)}" alt="">`
  const day = date === undefined ? '' : `<time datetime="${date}">${date}</time>`
  return `<footer class="deck-footer">${picture}<span class="deck-name">${escapeHtml(title)}</span>${day}</footer>\n`
}
