import { datesIn } from '../deck/dates-in.ts'
import { isTemplate } from '../deck/is-template.ts'
import type { Document } from '../deck/open-document.ts'
import { outlineDeck } from '../summarize-deck.ts'

/** The decks of a folder that belong together. */
export interface Series {
  /** The title that they share, without dates; missing if most have one of their own. */
  readonly title?: string
  /** Those with a date, the newest last. */
  readonly dated: readonly Document[]
  /** Decks that people copy and fill in. */
  readonly templates: readonly Document[]
}

/** The title of a deck without the date in it. */
export function titleWithoutDate(title: string): string {
  const dates = datesIn(title).map(({ written }) => written)
  return dates
    .reduce((text, date) => text.replace(date, ' '), title)
    .replace(/(?<!\d)(?:19|20)\d{6}(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—:,|/]+|[\s\-–—:,|/]+$/g, '')
    .replace(/\s*\(\s*\)$/, '')
}

/** What the decks of a folder have in common: the title that at least half of them have, and those of them that have a date. */
export function findSeries(decks: readonly Document[]): Series {
  const templates = decks.filter(isForCopying)
  const rows = decks
    .filter((deck) => !templates.includes(deck))
    .map((deck) => {
      const { title, date, id } = outlineDeck(deck, '')
      return { deck, date, title: title === id ? '' : titleWithoutDate(title) }
    })
  const counts = new Map<string, number>()
  for (const { title } of rows) if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one)
  const isShared = best !== undefined && best[1] >= 2 && best[1] * 2 >= rows.length
  const title = isShared ? best[0] : undefined
  const dated = rows
    .filter((row) => row.date !== undefined && (title === undefined || row.title === title))
    .toSorted(
      (one, other) => (one.date ?? '').localeCompare(other.date ?? '') || one.deck.source.path.localeCompare(other.deck.source.path),
    )
    .map(({ deck }) => deck)
  return { ...(title !== undefined && { title }), dated, templates }
}

/** Whether a deck is one that people copy and fill in. */
export function isForCopying({ source, frontMatter: { data, body } }: Document): boolean {
  return isTemplate({ path: source.path, date: data.get('date'), title: data.get('title'), body })
}
