import type { Topic } from './recurring-topics.ts'

/** The topics that the most decks of a topic have, too. */
export type RelatedTopics = (topic: Topic) => readonly Topic[]

const MOST = 6

/** Finds related topics among all. */
export function findRelated(topics: readonly Topic[]): RelatedTopics {
  const byDeck = new Map<string, Topic[]>()
  for (const topic of topics)
    for (const { deck } of topic.decks) {
      const others = byDeck.get(deck.path)
      if (others) others.push(topic)
      else byDeck.set(deck.path, [topic])
    }
  return (topic) => {
    const counts = new Map<Topic, number>()
    for (const { deck } of topic.decks)
      for (const other of byDeck.get(deck.path) ?? []) if (other !== topic) counts.set(other, (counts.get(other) ?? 0) + 1)
    // Sorting keeps the order of equals: the more frequent ones first.
    const ordered = topics.filter((other) => counts.has(other)).toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
    return ordered.slice(0, MOST)
  }
}
