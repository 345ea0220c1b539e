import { type OutlinedSlide, readOutline } from '../../deck-outline.ts'
import type { DeckSummary } from '../../model.ts'
import { slug } from '../../shared/slug.ts'
import { mostFrequent } from '../most-frequent.ts'
import { compare, newestFirst } from '../newest-first.ts'
import { topicPath } from '../urls.ts'
import { RECURRING } from './count-headings.ts'
import { EMPTY_HEADINGS } from './empty-words.ts'
import type { Named, ReadHeading } from './headings-of.ts'
import { normalForm } from './normal-form.ts'
import { isAddress } from './rank-headings.ts'

/** What recurs: a heading that several decks have. */
export interface Topic {
  readonly name: string
  readonly slug: string
  /** Path of its page in the site. */
  readonly path: string
  /** Newest first. */
  readonly decks: readonly TopicDeck[]
  /** How many decks there are in the series that have it. */
  readonly of: number
}

/** A deck that has a topic. */
export interface TopicDeck {
  readonly deck: DeckSummary
  /** Numbers of the first and the last slide of the passage; a deck may have others after it. */
  readonly slides: readonly [first: number, last: number]
  /** The id of that first slide. */
  readonly id: string
  /** Numbers of all its slides. */
  readonly all: readonly number[]
}

const LONGEST = 40
const MOST_TOPICS = 60
/** The page of all topics has its name in the same folder. */
const OVERVIEW = 'index'

interface RecurringContext {
  readonly seriesOf: (deck: DeckSummary) => string
  /** Whether a normal form can be in more than three decks: most are not, and need not be counted once more. */
  readonly mayRecur: (key: string) => boolean
}

/** The topics that recur in decks, the most frequent first. */
export function recurringTopics(
  decks: readonly DeckSummary[],
  read: ReadHeading,
  { seriesOf, mayRecur }: RecurringContext,
): readonly Topic[] {
  const sizes = new Map<string, number>()
  for (const deck of decks) sizes.set(seriesOf(deck), (sizes.get(seriesOf(deck)) ?? 0) + 1)
  const titles = new Set(decks.map(({ title }) => normalForm(title)))
  const names = new Map([...recurringNames(decks, read, mayRecur)].filter(([key]) => !titles.has(key)))
  const found = new Map<string, TopicDeck[]>()
  for (const deck of newestFirst(decks))
    for (const [key, passage] of passagesOf(deck, (slide) => topicsOfSlide(slide, read, names))) {
      const others = found.get(key)
      if (others) others.push({ deck, ...passage })
      else found.set(key, [{ deck, ...passage }])
    }
  const taken = new Set([OVERVIEW])
  return [...found]
    .toSorted(([one, { length }], [other, { length: otherLength }]) => otherLength - length || compare(one, other))
    .flatMap(([key, with_]) => {
      const name = names.get(key) ?? key
      const own = slug(name)
      if (own === '' || taken.has(own) || with_.length <= RECURRING) return []
      taken.add(own)
      const of = [...new Set(with_.map(({ deck }) => seriesOf(deck)))].reduce((sum, series) => sum + (sizes.get(series) ?? 0), 0)
      return [{ name, slug: own, path: topicPath(own), decks: with_, of }]
    })
    .slice(0, MOST_TOPICS)
}

/** The names of what recurs, by normal forms: the spelling that most decks have. */
function recurringNames(
  decks: readonly DeckSummary[],
  read: ReadHeading,
  mayRecur: RecurringContext['mayRecur'],
): ReadonlyMap<string, string> {
  const spellings = new Map<string, string[]>()
  for (const { outline } of decks) {
    const slides = readOutline(outline).filter(({ number }) => number > 1)
    const named = slides.flatMap(({ headings }) => headings.flatMap((heading) => namesIn(heading, read)))
    const own = new Map(named.flatMap((one) => (mayRecur(one.key) && isTopic(one) ? [[one.key, one.text]] : [])))
    for (const [key, text] of own) {
      const others = spellings.get(key)
      if (others) others.push(text)
      else spellings.set(key, [text])
    }
  }
  return new Map([...spellings].flatMap(([key, texts]) => (texts.length > RECURRING ? [[key, mostFrequent(texts)?.text ?? key]] : [])))
}

function namesIn(heading: OutlinedSlide['headings'][number], read: ReadHeading): readonly Named[] {
  const { text, key, parts } = read(heading)
  return parts ? [{ text, key }, parts.before, parts.after] : [{ text, key }]
}

function isTopic({ text, key }: Named): boolean {
  return (
    key.length > 1 &&
    text.length <= LONGEST &&
    !/[?!]$/.test(text) &&
    !/^[\d\s]+$/.test(key) &&
    !EMPTY_HEADINGS.has(key) &&
    !isAddress(text) &&
    !text.startsWith('@')
  )
}

function topicsOfSlide({ headings }: OutlinedSlide, read: ReadHeading, names: ReadonlyMap<string, string>): readonly string[] {
  return headings.flatMap((heading) => namesIn(heading, read)).flatMap(({ key }) => (names.has(key) ? [key] : []))
}

/** The slides of each topic of a deck: from a slide with its heading to the one before the next topic or heading of the first level. */
function passagesOf(
  deck: DeckSummary,
  topicsOf: (slide: OutlinedSlide) => readonly string[],
): ReadonlyMap<string, Omit<TopicDeck, 'deck'>> {
  const passages = new Map<string, { id: string; all: number[] }>()
  const slides = readOutline(deck.outline).filter(({ number }) => number > 1)
  let open = new Set<string>()
  for (const [index, slide] of slides.entries()) {
    const topics = topicsOf(slide)
    const ends = topics.length > 0 || slide.headings.some(({ level }) => level === 1)
    if (ends) open = new Set(topics)
    // A slide without headings and lists, such as a picture, is in no outline.
    const next = slides[index + 1]?.number ?? deck.slides + 1
    for (const topic of open) {
      const passage = passages.get(topic) ?? { id: slide.id, all: [] }
      passages.set(topic, passage)
      for (let number = slide.number; number < Math.max(next, slide.number + 1); number += 1) passage.all.push(number)
    }
  }
  return new Map([...passages].map(([topic, { id, all }]) => [topic, { id, all, slides: firstRun(all) }]))
}

function firstRun(numbers: readonly number[]): readonly [number, number] {
  const [first = 1] = numbers
  const end = numbers.findIndex((number, index) => number !== first + index)
  return [first, first + (end === -1 ? numbers.length : end) - 1]
}
