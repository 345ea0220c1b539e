import fc from 'fast-check'
import { francAll } from 'franc-min'
import { data } from 'franc-min/data.js'
import { expect, test } from 'vitest'
import { createLanguageRanking } from '../../../src/core/deck/rank-languages.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const LANGUAGES = ['bul', 'deu', 'ell', 'eng', 'fra', 'nld', 'rus', 'swe', 'ukr']
const rank = createLanguageRanking(LANGUAGES)

// Texts of the trigrams that a language uses most, and of characters of other scripts.
const trigrams = Object.values(data).flatMap((models) => Object.values(models).map((model) => model.split('|')))
const text = fc
  .tuple(
    fc.constantFrom(...trigrams),
    fc.array(fc.tuple(fc.nat(299), fc.constantFrom('', '', ' ', "'", '’', 'ε', 'ж', 'क', '漢')), { minLength: 10 }),
  )
  .map(([model, parts]) => parts.map(([index, other]) => `${model[index] ?? ''}${other}`).join(''))

test('languages are ranked as franc ranks them', () => {
  fc.assert(
    fc.property(text, (written) => {
      const ranked = rank(written)
      // Without a language of the script, franc calls it undetermined.
      const expected = francAll(written, { only: LANGUAGES, minLength: 0 }).filter(([language]) => language !== 'und')
      expect(ranked).toEqual(expected)
    }),
    propertyRuns(1000),
  )
})

test('a text of another script is in none of the languages', () => expect(rank('これは日本語の文章です')).toEqual([]))
