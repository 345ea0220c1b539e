import { titleFromName } from '../deck/name-deck.ts'
import type { DeckSummary } from '../model.ts'
import { mostFrequent } from './most-frequent.ts'
import { compare, isDated } from './newest-first.ts'
import { pagePath, seriesPath } from './urls.ts'

/** What a series needs of a deck. */
export type OutlinedDeck = Pick<DeckSummary, 'id' | 'title' | 'date' | 'lang'>

/** The decks of a folder. */
export interface Series<Deck extends OutlinedDeck = DeckSummary> {
  /** Path in the site; empty for the decks that are in none. */
  readonly folder: string
  readonly name: string
  readonly decks: readonly Deck[]
}

/** Where a deck stands in its series. */
export interface SeriesPlace {
  /** Missing if it has no page. */
  readonly series?: { readonly folder: string; readonly name: string } | undefined
  readonly previous?: OutlinedDeck | undefined
  readonly next?: OutlinedDeck | undefined
  /** What no other deck of its series is about; only the whole site knows. */
  readonly topics?: readonly string[]
}

/** The folder whose decks are a series with the deck of an id. Folders of years, and of months in them, divide a series, so they are left out. */
export function seriesFolder(id: string): string {
  const folders = id.split('/').slice(0, -1)
  const isYear = (name = '') => /^(?:19|20)\d{2}(?:[-_.]?(?:0[1-9]|1[0-2]))?$/.test(name)
  if (isYear(folders.at(-2)) && /^(?:0?[1-9]|1[0-2])$/.test(folders.at(-1) ?? '')) folders.pop()
  while (isYear(folders.at(-1))) folders.pop()
  return folders.join('/')
}

/** The series of a site, by their folders. */
function seriesOf<Deck extends OutlinedDeck>(decks: readonly Deck[]): readonly Series<Deck>[] {
  const folders = new Map<string, Deck[]>()
  for (const deck of decks) {
    const folder = seriesFolder(deck.id)
    const others = folders.get(folder)
    if (others) others.push(deck)
    else folders.set(folder, [deck])
  }
  const series = [...folders].map(([folder, inside]) => ({ folder, name: nameOf(folder, inside), decks: inside }))
  return series.toSorted((one, other) => compare(one.folder, other.folder))
}

/** The series that have a page of their own: one without a folder is the index, one deck is no list, and a deck may have the address. */
export function seriesWithPage<Deck extends OutlinedDeck>(decks: readonly Deck[]): readonly Series<Deck>[] {
  // Some file systems ignore case.
  const taken = new Set(decks.map(({ id }) => pagePath(id).toLowerCase()))
  return seriesOf(decks).filter(({ folder, decks: inside }) => {
    const page = seriesPath(folder).toLowerCase()
    if (folder === '' || inside.length < 2 || taken.has(page)) return false
    taken.add(page)
    return true
  })
}

/** The places of decks in their series, by id. Only decks that have an order have neighbours: dates, or numbers at the start of their names. */
export function seriesPlaces(decks: readonly OutlinedDeck[]): ReadonlyMap<string, SeriesPlace> {
  const places = new Map<string, SeriesPlace>()
  const withPage = new Set(seriesWithPage(decks).map(({ folder }) => folder))
  for (const one of seriesOf(decks)) {
    const series = withPage.has(one.folder) ? { folder: one.folder, name: one.name } : undefined
    for (const { id } of one.decks) places.set(id, { series })
    const ordered = one.decks.filter(hasOrder).toSorted((a, b) => compare(a.date ?? '', b.date ?? '') || byNumber(a, b))
    for (const chain of [ordered.filter(isDated), ordered.filter((deck) => !isDated(deck))])
      for (const [index, { id }] of chain.entries()) places.set(id, { series, previous: chain[index - 1], next: chain[index + 1] })
  }
  return places
}

/** Whether a deck has a place among others: a date, or a number at the start of its name. */
function hasOrder(deck: OutlinedDeck): boolean {
  return isDated(deck) || numberOf(deck) !== undefined
}

function byNumber(one: OutlinedDeck, other: OutlinedDeck): number {
  return (numberOf(one) ?? 0) - (numberOf(other) ?? 0) || compare(one.id, other.id)
}

function numberOf({ id }: OutlinedDeck): number | undefined {
  const digits = /(?<=^|\/)\d{1,4}(?=[-_. ][^/]*$|$)/.exec(id)?.[0]
  return digits === undefined ? undefined : Number(digits)
}

// The title that most of its decks have, else the name of the folder.
function nameOf(folder: string, decks: readonly OutlinedDeck[]): string {
  const common = mostFrequent(decks.map(({ title }) => title))
  const isCommon = common !== undefined && common.count > 1 && common.count > decks.length / 2
  return isCommon ? common.text : titleFromName(folder.slice(folder.lastIndexOf('/') + 1))
}
