import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary, Site, Urls } from '../../model.ts'

/** How a list shows the first slides of its decks. */
export interface Covers {
  readonly detailsOf: Site['detailsOf']
  /** Their style sheet, a file of the client folder. */
  readonly sheet: string
}

interface CoverContext {
  readonly urls: Urls
  /** Without it there are no covers. */
  readonly covers?: Covers
}

/** The first slide of a deck, or a tile with its title; hidden from screen readers, since the title is text. */
export function printCover(deck: DeckSummary, { urls, covers }: CoverContext): string {
  if (!covers) return ''
  const { thumbnail } = covers.detailsOf(deck)
  if (!thumbnail) return `<div class="cover plain" aria-hidden="true"><span>${escapeHtml(deck.title)}</span></div>`
  const sheets = [covers.sheet, ...thumbnail.sheets].map((file) => `<link rel="stylesheet" href="${urls.client(file)}">`)
  // A shadow root confines the deck's style sheet.
  return `<div class="cover" aria-hidden="true" inert><template shadowrootmode="open">${sheets.join('')}${thumbnail.html}</template></div>`
}

/** Links to the sheets of covers once more, as HTML: fonts for a shadow root must be loaded by the page. No other rule in these sheets matches the page. */
export function fontLinks(decks: readonly DeckSummary[], { urls, covers }: CoverContext): string {
  const sheets = new Set(decks.flatMap((deck) => covers?.detailsOf(deck).thumbnail?.sheets ?? []))
  return [...sheets].map((file) => `<link rel="stylesheet" href="${urls.client(file)}">\n`).join('')
}
