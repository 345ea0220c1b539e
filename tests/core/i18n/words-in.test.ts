import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fill, LANGUAGES, wordsIn } from '../../../src/core/i18n/words-in.ts'
import { SEARCH_WORDS } from '../../../src/core/i18n/search-words.ts'
import type { Words } from '../../../src/core/i18n/words.ts'

describe('words', () => {
  test.each([
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['fr-CA', 'de'], 'fr'],
    [['pt', 'DE'], 'de'],
    [['pt', 'en-GB', 'de'], 'en'],
    [['pt'], 'en'],
    [[], 'en'],
    [[''], 'en'],
    [['constructor'], 'en'],
  ])('for %j are those of %s', (tags, lang) => {
    expect(wordsIn(tags).lang).toBe(lang)
  })

  test.each(Object.entries(LANGUAGES))('have the same places for values in %s as in English, and none is empty', (_, words) => {
    expect(placesIn(words)).toEqual(placesIn(LANGUAGES.en))
    expect(textsIn(words).filter((text) => text.trim() !== text || text === '')).toEqual([])
  })

  test.each(Object.values(SEARCH_WORDS))('of a search have the same places for values as in English', (words) => {
    expect(placesIn(words)).toEqual(placesIn(SEARCH_WORDS.en))
  })

  test('are in the table for each file that the scripts of the browser take them from', () => {
    const files = readdirSync(new URL('../../../src/core/i18n/languages/', import.meta.url))
    expect(files.map((file) => file.replace('.ts', ''))).toEqual(Object.keys(LANGUAGES).toSorted())
  })

  test('in French have a narrow space before each sign that wants one, and curved apostrophes', () => {
    const texts = [...textsIn(LANGUAGES.fr), ...textsIn(SEARCH_WORDS.fr)]
    expect(texts.filter((text) => /[^\u202f][:;!?»]|«[^\u202f]|'/.test(text))).toEqual([])
  })

  test('do not compile with a word missing', () => {
    const { shared, ...viewer } = LANGUAGES.de.viewer
    // @ts-expect-error Property 'shared' is missing
    const part: Words['viewer'] = viewer
    // @ts-expect-error Property 'shared' is missing
    const language: Words = { ...LANGUAGES.de, viewer }
    const { de, ...others } = LANGUAGES
    // @ts-expect-error Property 'de' is missing
    const all: typeof LANGUAGES = others
    expect([shared, part, language, de, all]).toHaveLength(5)
  })

  test('take values in their places, and nothing from the values', () => {
    expect(fill('{0} of {1}', '{1}', 3)).toBe('{1} of 3')
    expect(fill('{0} {2}', 1)).toBe('1 {2}')
  })

  test.each(Object.entries(LANGUAGES))('of %s on narrow buttons are part of the name that is read aloud', (_, { viewer }) => {
    const spaced = (text: string) => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
    const labels = Object.entries(viewer.short).map(([tool, label]) => ({ label, name: viewer[tool as keyof typeof viewer.short] }))
    expect(labels.filter(({ label, name }) => !spaced(name).includes(spaced(label)))).toEqual([])
  })
})

function textsIn(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value as object)))
}

function placesIn(words: object): unknown {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === 'string' ? (value.match(/\{\d\}/g) ?? []).toSorted() : placesIn(value as object),
    ]),
  )
}
