import fc from 'fast-check'
import createMarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { fuzzyLinks } from '../../../src/core/markdown/extensions/fuzzy-links.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const whole = createMarkdownIt({ linkify: true })
whole.linkify.set({ fuzzyLink: true })
const filtered = createMarkdownIt({ linkify: true })
fuzzyLinks(filtered)

const parts = [
  'a',
  'example',
  '.',
  '.',
  ':',
  '//',
  'http',
  'https:',
  'ftp://',
  'mailto:',
  '@',
  'com',
  'COM',
  'de',
  'рф',
  'РФ',
  'xn--p1ai',
  'ſ',
  'K',
]
const others = ['localhost', '127.0.0.1', '[::1]', ' ', '-', '_', '/', '(', ')', '1', 'ä', '😀', '\n', 'www']
const text = fc.array(fc.constantFrom(...parts, ...others), { maxLength: 9 }).map((words) => words.join(''))

test('texts without any address are recognised, and no others', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(filtered.linkify.test(written)).toBe(whole.linkify.test(written))
    }),
    propertyRuns(20_000),
  )
})
