import type { DeckSummary } from '../model.ts'
import { slug } from '../shared/slug.ts'
import { mostFrequent } from './most-frequent.ts'
import { compare } from './newest-first.ts'

/** A tag, and the decks that have it. */
export interface Tag {
  readonly slug: string
  /** As most of the decks write it; of two spellings that are as frequent, the first one. */
  readonly name: string
  readonly decks: readonly DeckSummary[]
}

// Each tag of a deck adds it to a page and two feeds.
const MOST_TAGS_OF_DECK = 30

/** The tags of decks by their slugs: two tags with one slug are the same tag. */
export function tagsOf(decks: readonly DeckSummary[]): readonly Tag[] {
  const found = new Map<string, { readonly names: string[]; readonly decks: DeckSummary[] }>()
  for (const deck of decks) {
    for (const [key, name] of namedTags(deck.tags)) {
      const tag = found.get(key) ?? { names: [], decks: [] }
      found.set(key, tag)
      tag.names.push(name)
      tag.decks.push(deck)
    }
  }
  return [...found]
    .map(([key, { names, decks: tagged }]) => ({ slug: key, name: mostFrequent(names)?.text ?? key, decks: tagged }))
    .toSorted((one, other) => compare(one.slug, other.slug))
}

/** The tags of one deck: slugs, and names as it writes them. */
export function namedTags(tags: readonly string[]): readonly (readonly [slug: string, name: string])[] {
  const named = tags.slice(0, MOST_TAGS_OF_DECK).map((tag): [string, string] => [slug(tag), tag.trim()])
  // The first spelling wins.
  return [...new Map(named.filter(([key]) => key !== '').toReversed())].toReversed()
}
