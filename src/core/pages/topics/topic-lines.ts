import { readOutline } from '../../deck-outline.ts'
import { EMPTY_HEADINGS } from './empty-words.ts'
import { normalForm, partsOf, plainText } from './normal-form.ts'
import { isByline } from './rank-headings.ts'
import type { Topic, TopicDeck } from './recurring-topics.ts'

/** What a deck says of a topic. */
export interface TopicLines {
  /** What only few decks say: headings and items of lists. */
  readonly own: readonly string[]
  /** The first item of a list where nothing is said that other decks do not say, too. */
  readonly other?: string | undefined
}

// What more decks say is no news.
const MOST_DECKS = 2
const MOST_LINES = 4
const SHORTEST_BESIDE_ADDRESS = 12
// In characters, of all together.
const LONGEST = 200

/** What each deck says of a topic, in their order. */
export function topicLines({ name, decks }: Pick<Topic, 'name' | 'decks'>): readonly TopicLines[] {
  const key = normalForm(name)
  const texts = decks.map((deck) => textsOf(deck, key))
  const counts = new Map<string, number>()
  for (const lines of texts) for (const line of new Set(lines.map(fold))) counts.set(line, (counts.get(line) ?? 0) + 1)
  return texts.map((lines) => ({ own: fitting(lines.filter((line) => (counts.get(fold(line)) ?? 0) <= MOST_DECKS)), other: lines[0] }))
}

const fold = (line: string) => line.toLowerCase()

function textsOf({ deck, all }: TopicDeck, key: string): readonly string[] {
  const numbers = new Set(all)
  const slides = readOutline(deck.outline).filter(({ number }) => numbers.has(number))
  const lines = slides.flatMap(({ headings, items }) => [
    ...headings.map(({ text }) => restOf(plainText(text), key)),
    ...items.map(itemText),
  ])
  const distinct = [...new Map(lines.map((line) => [fold(line), line])).values()]
  return distinct.filter((line) => line.length > 1 && !isByline(line) && isNews(normalForm(line), key))
}

const isNews = (own: string, key: string) => own !== key && !EMPTY_HEADINGS.has(own)

// Of "Team IaaS - Time for action", where that is the topic.
function restOf(text: string, key: string): string {
  const parts = partsOf(text)
  return parts && normalForm(parts.before) === key ? plainText(parts.after) : text
}

// Addresses are in the deck. What only introduces one says nothing.
function itemText(item: string): string {
  const text = plainText(
    item
      .replace(/[(<]?\bhttps?:\/\/\S*/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return item.includes('://') && text.length < SHORTEST_BESIDE_ADDRESS ? '' : text
}

function fitting(lines: readonly string[]): readonly string[] {
  let length = 0
  const end = lines.findIndex(
    (line, index) => index === MOST_LINES || (index > 0 && length + line.length > LONGEST) || void (length += line.length),
  )
  return end === -1 ? lines : lines.slice(0, end)
}
