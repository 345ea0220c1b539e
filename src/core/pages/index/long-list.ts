import type { Words } from '../../i18n/words.ts'
import type { DeckSummary } from '../../model.ts'
import { LIST_POLICY } from '../../shared/list-part.ts'
import { encodeSegment } from '../urls.ts'
import { type RowContext, deckRow } from './deck-row.ts'
import { deckSections, idOfYear, jumpList, nameOfYear } from './deck-sections.ts'
import { type DividedList, divideList, type ListPart } from './divide-list.ts'

/** A list of decks on one page or more: `path` is that of the first, in the site. */
export interface LongList extends DividedList {
  readonly path: string
  /** Newest first; empty for decks without a date. */
  readonly years: readonly string[]
}

// More would be longer than the list; the pages of the others are reached from one to the next.
const MOST_YEARS = 40

/** Divides a list of decks into pages. */
export function longList(path: string, decks: readonly DeckSummary[], row: RowContext): LongList {
  const divided = divideList(decks, (deck) => deckRow(deck, row))
  const years = new Set((divided.parts.length === 0 ? [divided.first] : divided.parts.map((part) => part.decks)).flat().map(yearOf))
  return { ...divided, path, years: [...years] }
}

const yearOf = ({ date }: DeckSummary) => date?.slice(0, 4) ?? ''

/** The path in the site of the page of a part; with `js`, of the script with the same decks. */
export function partPath({ path }: LongList, { year, number }: ListPart, ending: 'html' | 'js' = 'html'): string {
  return path.replace(/html$/, `${year || 'undated'}${number === 1 ? '' : `-${number}`}.${ending}`)
}

/** The name of a part, for readers. */
export function nameOfPart({ year, number }: ListPart, words: Words['index']): string {
  const name = nameOfYear(year, words, false)
  return number === 1 ? name : `${name} (${number})`
}

/** The Trusted Types policies of a page of a list: `others`, and the one under which it loads further parts. */
export function policiesOf({ parts }: LongList, others: readonly string[]): readonly string[] {
  return parts.length === 0 ? others : [...others, LIST_POLICY]
}

/** Links to the years of a list, as HTML: those of which `shown` has decks are on the page. A year of which only the deck above the list is left has no rows. */
export function yearLinks(list: LongList, shown: readonly DeckSummary[], { words, shownAbove }: RowContext): string {
  const here = new Set(shown.map(yearOf))
  const inRows = new Set((list.parts.length === 0 ? shown : []).filter((deck) => deck !== shownAbove).map(yearOf))
  const years = list.years.filter((year) => list.parts.length > 0 || inRows.has(year))
  const links = years.slice(0, MOST_YEARS).map((year) => {
    const newest = list.parts.find((part) => part.year === year)
    const address = here.has(year) || !newest ? `#${idOfYear(year)}` : fileName(partPath(list, newest))
    return `<a href="${address}">${nameOfYear(year, words, list.years.length === 1)}</a>`
  })
  return jumpList(links, words.years)
}

/** The decks of the first page, and the link to those that follow, as HTML. */
export function firstDecks(list: LongList, row: RowContext): string {
  const { first, parts, years } = list
  const after = parts.find(({ decks }) => decks.some((deck) => !first.includes(deck)))
  return deckSections(first, row, years.length === 1) + partLinks(list, { older: after }, row.words)
}

/** The page of the part after a part; `undefined` after the last one. */
export function pageAfter(list: LongList, part: ListPart): string | undefined {
  const next = list.parts[list.parts.indexOf(part) + 1]
  return next && fileName(partPath(list, next))
}

/** Links from a part to those beside it, as HTML; the newest leads to the first page. */
export function linksOfPart(list: LongList, part: ListPart, words: Words['index']): string {
  const index = list.parts.indexOf(part)
  return partLinks(list, { newer: list.parts[index - 1] ?? 'first', older: list.parts[index + 1] }, words)
}

interface Neighbours {
  readonly newer?: ListPart | 'first'
  readonly older?: ListPart | undefined
}

// A script follows the link to the older ones as the page is scrolled.
function partLinks(list: LongList, { newer, older }: Neighbours, words: Words['index']): string {
  const link = (name: string, path: string, text: string) => `<a class="${name}" href="${fileName(path)}">${text}</a>`
  const links = [
    ...(newer === undefined ? [] : [link('newer', newer === 'first' ? list.path : partPath(list, newer), words.newer)]),
    ...(older === undefined ? [] : [link('older', partPath(list, older), words.older)]),
  ]
  return links.length === 0 ? '' : `\n<p class="beside">${links.join('\n')}</p>`
}

// All pages of a list are in one folder.
const fileName = (path: string) => encodeSegment(path.slice(path.lastIndexOf('/') + 1))
