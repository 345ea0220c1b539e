import { describe, expect, test } from 'vitest'
import { fill, wordsIn } from '../../../src/core/i18n/words-in.ts'

describe('words', () => {
  test.each([
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['fr', 'DE'], 'de'],
    [['fr', 'en-GB', 'de'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
    [[''], 'en'],
    [['constructor'], 'en'],
  ])('for %j are those of %s', (tags, lang) => {
    expect(wordsIn(tags).lang).toBe(lang)
  })

  test('have the same places for values in every language', () => {
    const places = (words: object): unknown =>
      Object.fromEntries(
        Object.entries(words).map(([name, value]) => [
          name,
          typeof value === 'string' ? (value.match(/\{\d\}/g) ?? []).toSorted() : places(value as object),
        ]),
      )
    expect(places(wordsIn(['de']).words)).toEqual(places(wordsIn(['en']).words))
  })

  test('take values in their places, and nothing from the values', () => {
    expect(fill('{0} of {1}', '{1}', 3)).toBe('{1} of 3')
    expect(fill('{0} {2}', 1)).toBe('1 {2}')
  })
})
