import { readOutline } from '../../deck-outline.ts'
import type { DeckSummary } from '../../model.ts'
import { compare } from '../newest-first.ts'
import { canBeTopic, chooseTopics, needsItems } from './choose-topics.ts'
import { countHeadings, type HeadingCounts, RECURRING } from './count-headings.ts'
import { EMPTY_HEADINGS } from './empty-words.ts'
import { headingsOf, type Named, type ReadHeading } from './headings-of.ts'
import { normalForm, plainText } from './normal-form.ts'
import { type RankedHeading, rankHeadings } from './rank-headings.ts'

/** What a row of a list says of a deck: what only this one has. */
export interface UniqueTopics {
  /** Missing if the deck has nothing of its own; then `rest` has topics that recur, or if there are none, this is the title. */
  readonly first?: string
  readonly rest: readonly string[]
  /** `first` is the title of the deck: fewer than half of the decks have it, or there is nothing else to say. */
  readonly titleFirst: boolean
}

/** The unique topics of the decks of a series, by their paths. */
export interface SeriesTopics {
  readonly rows: ReadonlyMap<string, UniqueTopics>
  /** At most `most` headings of a deck that say what only it has, in the order of the deck. */
  readonly counts: HeadingCounts
  readonly leading: (deck: DeckSummary, most: number) => readonly RankedHeading[]
}

const MOST_RECURRING = 3

/** The normal forms with which rows begin, by months. */
export type FirstTopics = Map<string, Set<string>>

/** Finds what is unique in each deck of a series, whose decks are in any order. What its rows begin with is added to `firsts`. */
export function seriesTopics(decks: readonly DeckSummary[], read: ReadHeading, firsts: FirstTopics): SeriesTopics {
  const counts = countHeadings(decks, read)
  const titles = countOf(decks.map(({ title }) => normalForm(title)))
  const ranked = (deck: DeckSummary) => rankHeadings(headingsOf(deck, read), counts)
  const ordered = decks.toSorted((one, other) => compare(one.date ?? '', other.date ?? '') || compare(one.id, other.id))
  const chosen = ordered.map((deck) => {
    const used = monthOf(firsts, deck)
    const key = normalForm(deck.title)
    const count = titles.get(key) ?? 0
    const titleFirst = key !== '' && (count === 1 || count * 2 < decks.length) && !used.has(key)
    const title: Named = { text: plainText(deck.title), key }
    const taken = titleFirst ? [title] : []
    const topics = chooseTopics(
      ranked(deck).filter((topic) => topic.key !== key),
      counts,
      taken,
    )
    if (titleFirst) used.add(key)
    return { deck, taken, topics: titleFirst ? topics : newFirst(topics, used) }
  })
  const items = itemFinder(
    decks,
    chosen.filter(({ topics }) => needsItems(topics)).map(({ deck }) => deck),
  )
  const rows = chosen.map(({ deck, taken, topics }): [string, UniqueTopics] => {
    const more = needsItems(topics) ? chooseTopics(items(deck), counts, [...taken, ...topics]) : []
    const [first, ...rest] = [...taken, ...topics, ...more].map(({ text }) => text)
    if (first !== undefined) return [deck.path, { first, rest, titleFirst: taken.length > 0 }]
    const recurring = recurringOf(deck, counts, read)
    return [deck.path, recurring.length > 0 ? { rest: recurring, titleFirst: false } : { first: deck.title, rest: [], titleFirst: true }]
  })
  return {
    rows: new Map(rows),
    counts,
    leading: (deck, most) =>
      ranked(deck)
        .filter(({ key }) => !counts.isMisspelt(key))
        .slice(0, most)
        .toSorted((one, other) => one.slide - other.slide),
  }
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function monthOf(months: FirstTopics, { date = '' }: DeckSummary): Set<string> {
  const month = date.slice(0, 7)
  const firsts = months.get(month) ?? new Set()
  months.set(month, firsts)
  // Decks without a date are in no month.
  return month === '' ? new Set() : firsts
}

// Two rows of a month do not begin alike: the best one that none before begins with comes first.
function newFirst(topics: readonly Named[], used: Set<string>): readonly Named[] {
  const first = topics.find(({ key }) => !used.has(key)) ?? topics[0]
  if (!first) return topics
  used.add(first.key)
  return [first, ...topics.filter((topic) => topic !== first)]
}

// Items of lists that are in one deck only. Only those of `asked` are looked for: there are many, and few decks need any.
function itemFinder(decks: readonly DeckSummary[], asked: readonly DeckSummary[]): (deck: DeckSummary) => readonly Named[] {
  const counts = new Map<string, number>()
  for (const deck of asked) for (const item of new Set(itemsOf(deck))) if (canBeTopic(item)) counts.set(item.toLowerCase(), 0)
  for (const deck of counts.size === 0 ? [] : decks) {
    const texts = readOutline(deck.outline).flatMap(({ headings, items }) => [...headings.map(({ text }) => text), ...items])
    for (const text of new Set(texts.map((one) => plainText(one).toLowerCase()))) {
      const count = counts.get(text)
      if (count !== undefined) counts.set(text, count + 1)
    }
  }
  return (deck) =>
    itemsOf(deck)
      .filter((item) => counts.get(item.toLowerCase()) === 1)
      .map((text) => ({ text, key: normalForm(text) }))
}

function itemsOf({ outline }: DeckSummary): readonly string[] {
  return readOutline(outline)
    .filter(({ number }) => number > 1)
    .flatMap(({ items }) => items.map(plainText))
}

function recurringOf(deck: DeckSummary, counts: HeadingCounts, read: ReadHeading): readonly string[] {
  const named = headingsOf(deck, read).map(({ text, key, parts }) =>
    parts && counts.withHeading(parts.before.key) > RECURRING ? parts.before : { text, key },
  )
  const recurring = named.filter(({ key }) => !EMPTY_HEADINGS.has(key) && counts.withHeading(key) > RECURRING)
  return [...new Map(recurring.toReversed().map(({ text, key }) => [key, text])).values()].toReversed().slice(0, MOST_RECURRING)
}
