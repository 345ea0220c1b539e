import type { HeadingCounts } from './count-headings.ts'
import type { Named } from './headings-of.ts'
import { isAddress } from './rank-headings.ts'

const MOST = 4
const MOST_CHARACTERS = 96
// With fewer characters, items of lists are added.
const ENOUGH = 46
// A word in fewer decks is rare.
const RARE = 6
const [SHORTEST_ITEM, LONGEST_ITEM] = [9, 44]

/** Those of ranked headings that a row shows, the best first; after `taken`, if these are to be in the row, too. Two with the same rare word are about the same. */
export function chooseTopics(ranked: readonly Named[], counts: HeadingCounts, taken: readonly Named[] = []): readonly Named[] {
  const chosen = [...taken]
  for (const topic of ranked) {
    if (chosen.length >= MOST) break
    const length = chosen.reduce((sum, { text }) => sum + text.length, topic.text.length)
    if (length > MOST_CHARACTERS || chosen.some((other) => sharesRareWord(topic, other, counts))) continue
    // Last, since it takes longest: most headings are never asked.
    if (!counts.isMisspelt(topic.key)) chosen.push(topic)
  }
  return chosen.slice(taken.length)
}

/** Whether headings say so little that items of lists may be added to them. */
export function needsItems(topics: readonly Named[]): boolean {
  return topics.reduce((sum, { text }) => sum + text.length, 0) < ENOUGH
}

/** Whether an item of a list can stand beside headings. */
export function canBeTopic(item: string): boolean {
  return (
    item.length >= SHORTEST_ITEM &&
    item.length <= LONGEST_ITEM &&
    /^\p{Lu}/u.test(item) &&
    /\p{L}.*\s.*[\p{L}\p{N}]/u.test(item) &&
    !item.includes('@') &&
    !isAddress(item)
  )
}

function sharesRareWord(one: Named, other: Named, { withWord }: HeadingCounts): boolean {
  const words = new Set(one.key.split(' '))
  return other.key.split(' ').some((word) => word.length > 2 && words.has(word) && withWord(word) < RARE)
}
