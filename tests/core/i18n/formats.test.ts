import { expect, test } from 'vitest'
import { fileSize, longDate } from '../../../src/core/i18n/formats.ts'

test.each([
  ['2024-02-01', 'en', 'February 1, 2024'],
  ['2024-02-01', 'en-GB', '1 February 2024'],
  ['2024-02-01', 'de-AT', '1. Februar 2024'],
  ['2024-02-01', 'fr', '1er février 2024'],
  ['2024-02-11', 'fr-CH', '11 février 2024'],
  ['2024-02-01', 'xx', 'February 1, 2024'],
  ['2024-02-01', 'not a language', 'February 1, 2024'],
])('%s in %s is %s', (date, lang, text) => {
  expect(longDate(date, lang)).toBe(text)
})

test.each([
  [1, 'en', '1 kB'],
  [812_400, 'de', '812 kB'],
  [812_400, 'fr', '812\u202fko'],
  [1_230_000, 'en', '1.2 MB'],
  [1_230_000, 'de', '1,2 MB'],
  [1_230_000, 'fr', '1,2\u202fMo'],
])('%i bytes in %s are %s', (bytes, lang, text) => {
  expect(fileSize(bytes, lang)).toBe(text)
})
