import { describe, expect, test } from 'vitest'
import { nameDeck, isPortablePath } from '../../../src/core/deck/name-deck.ts'

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

test.each([
  'aux.md',
  'AUX',
  'con',
  'talks/nul.html',
  'com1.md',
  'lpt¹.md',
  'nul.tar.md',
  'aux .md',
  'talks./a.md',
  'talks /a.md',
  'a:b.md',
  'a?.md',
  'a\\b',
])('Windows cannot hold %j', (path) => {
  expect(isPortablePath(path)).toBe(false)
})

test.each(['auxiliary.md', 'console.md', 'com10.md', 'com.md', 'talks/nullable.md', '.hidden.md', 'a.b.md', 'ü😀.md'])(
  'every system can hold %j',
  (path) => {
    expect(isPortablePath(path)).toBe(true)
  },
)
