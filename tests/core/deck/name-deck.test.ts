import { describe, expect, test } from 'vitest'
import { nameDeck } from '../../../src/core/deck/name-deck.ts'

describe('the name of a new deck', () => {
  test.each([
    ['Release planning: 2027 & more', undefined, 'release-planning-2027-more', 'Release planning: 2027 & more'],
    ['Über uns', undefined, 'über-uns', 'Über uns'],
    ['my-first_talk', undefined, 'my-first_talk', 'My first talk'],
    ['talks/intro.md', undefined, 'talks/intro', 'Intro'],
    ['talks/Some Words', '2026-11-26', 'talks/20261126-some-words', 'Some Words'],
    ['call', '2026-11-26', '20261126-call', 'Call'],
    ['20261126', '2026-11-26', '20261126', ''],
    ['20261126', undefined, '20261126', ''],
    ['2026-11-26-call', '2026-11-27', '2026-11-26-call', 'Call'],
  ])('%j on %s is %s, called %j', (typed, day, path, title) => {
    expect(nameDeck(typed, day)).toEqual({ path, title })
  })
})
