import { describe, expect, test } from 'vitest'
import { type Hit, newestFirst } from '../../../src/client/search/find-slides.ts'
import { groupHits, limitHits } from '../../../src/client/search/group-hits.ts'
import type { FoundDeck } from '../../../src/client/search/slide-index.ts'

const deckOf = (page: string, date?: string): FoundDeck => ({ page, title: page, date, lang: 'en', slides: [] })
const hitOf = (deck: FoundDeck, number: number): Hit => ({
  slide: { id: number, deck, number, slide: { hash: `#/${number}`, heading: '', text: '' } },
  score: 1,
  isMarked: () => false,
})
const [a, b] = [deckOf('a'), deckOf('b')]
const namesOf = (hits: readonly Hit[]) => hits.map(({ slide }) => `${slide.deck.page}${slide.number}`)

describe('a list of hits', () => {
  const hits = [hitOf(a, 1), hitOf(a, 2), hitOf(b, 1), hitOf(a, 3), hitOf(a, 4), hitOf(b, 2), hitOf(a, 5)]

  test('has three of each deck, where they are by rank, and says how many more there are', () => {
    const listed = limitHits(hits, () => false)
    expect(namesOf(listed.map(({ hit }) => hit))).toEqual(['a1', 'a2', 'b1', 'a3', 'b2'])
    expect(listed.map(({ rest }) => rest)).toEqual([0, 0, 0, 2, 0])
  })

  test('has the others of a deck that has been opened after the third', () => {
    const listed = limitHits(hits, (deck) => deck === a)
    expect(namesOf(listed.map(({ hit }) => hit))).toEqual(['a1', 'a2', 'b1', 'a3', 'a4', 'a5', 'b2'])
    expect(listed.every(({ rest }) => rest === 0)).toBe(true)
  })

  test('names a deck once for those that follow each other', () => {
    const groups = groupHits(limitHits(hits, () => false))
    expect(groups.map(({ deck, hits: own, rest }) => [deck.page, namesOf(own), rest])).toEqual([
      ['a', ['a1', 'a2'], 0],
      ['b', ['b1'], 0],
      ['a', ['a3'], 2],
      ['b', ['b2'], 0],
    ])
    expect(groupHits([])).toEqual([])
  })

  test('has the newest decks first if that is wanted, and those of one day do not mix', () => {
    const [old, one, two] = [deckOf('old', '2023-01-01'), deckOf('one', '2024-01-01'), deckOf('two', '2024-01-01')]
    const mixed = [hitOf(a, 1), hitOf(two, 1), hitOf(old, 1), hitOf(one, 2), hitOf(two, 2), hitOf(one, 1)]
    expect(namesOf(newestFirst(mixed))).toEqual(['one1', 'one2', 'two1', 'two2', 'old1', 'a1'])
  })
})
