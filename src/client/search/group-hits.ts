import type { Hit } from './find-slides.ts'
import type { FoundDeck } from './slide-index.ts'

/** A hit as it is listed. */
export interface ListedHit {
  readonly hit: Hit
  /** How many hits of its deck could be shown after this one. */
  readonly rest: number
}

/** Hits of one deck that follow each other in the list. */
export interface HitGroup {
  readonly deck: FoundDeck
  readonly hits: readonly Hit[]
  readonly rest: number
}

// Of one deck, so that others are seen, too.
const MOST = 3

/** Of each deck the first three hits, where they are in the list. All others follow the third if the deck has been opened. */
export function limitHits(hits: readonly Hit[], isOpened: (deck: FoundDeck) => boolean): readonly ListedHit[] {
  const decks = new Map<FoundDeck, Hit[]>()
  for (const hit of hits) {
    const { deck } = hit.slide
    const own = decks.get(deck)
    if (own) own.push(hit)
    else decks.set(deck, [hit])
  }
  return hits.flatMap((hit) => {
    const { deck } = hit.slide
    const own = decks.get(deck) ?? []
    const others = own[MOST - 1] === hit ? own.slice(MOST) : []
    if (!own.slice(0, MOST).includes(hit)) return []
    return isOpened(deck) ? [hit, ...others].map((each) => ({ hit: each, rest: 0 })) : [{ hit, rest: others.length }]
  })
}

/** Puts hits of one deck that follow each other together. */
export function groupHits(listed: readonly ListedHit[]): readonly HitGroup[] {
  const groups: HitGroup[] = []
  for (const { hit, rest } of listed) {
    const { deck } = hit.slide
    const last = groups.at(-1)
    if (last?.deck === deck) groups[groups.length - 1] = { deck, hits: [...last.hits, hit], rest: last.rest + rest }
    else groups.push({ deck, hits: [hit], rest })
  }
  return groups
}
