import { dateFromPath, isDate } from './deck/deck-id.ts'
import type { DeckSummary, RenderedDeck, Slide } from './model.ts'

const HEADINGS = 8

/** What is kept of a deck after its page is written. */
export function summarizeDeck({ deck, title, columns, assets }: RenderedDeck): DeckSummary {
  const date = deckDate(deck.options.date, deck.source.path)
  const headings = columns.slice(1).flatMap(([slide]) => (slide?.title ? [slide.title] : []))
  return {
    id: deck.id,
    path: deck.source.path,
    title: title || deck.id,
    description: deck.options.description,
    ...(date === undefined ? {} : { date }),
    tags: deck.options.tags,
    authors: deck.options.author,
    ...(deck.options.lang === undefined ? {} : { lang: deck.options.lang }),
    slides: columns.flat().length,
    lines: deck.columns.flat().map(firstLine),
    headings: [...new Set(headings)].slice(0, HEADINGS),
    assets: [...assets],
  }
}

// Empty lines before it are not what anybody looks for.
function firstLine({ markdown, line }: Slide): number {
  const blank = /^\s*\n/.exec(markdown)?.[0] ?? ''
  return line + blank.split('\n').length - 1
}

/** A deck's ISO date: what its front matter says, else what its file name says. */
export function deckDate(written: string | undefined, path: string): string | undefined {
  return written !== undefined && isDate(written) ? written : dateFromPath(path)
}
