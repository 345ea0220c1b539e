import { describe, expect, test } from 'vitest'
import { fold, matchWords } from '../../src/client/match-words.ts'

const deck = fold('Über Straßen und Café · 22. August 2024 2024-08-22')

describe('a query', () => {
  test.each(['uber', 'ÜBER', 'strasse', 'straße', 'cafe', '2024-08', 'august 2024', '  2024   cafe '])('finds by %s', (query) => {
    expect(matchWords(deck, query)).toBe(true)
  })

  test.each(['2023', 'cafe 2023', 'tee'])('does not find by %s', (query) => {
    expect(matchWords(deck, query)).toBe(false)
  })

  test('without words finds everything', () => {
    expect([matchWords(deck, ''), matchWords('', '  ')]).toEqual([true, true])
  })
})
