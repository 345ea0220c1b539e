import { expect, test } from 'vitest'
import { slug } from '../../../src/core/shared/slug.ts'

test.each([
  ['Team IaaS - Time for action!', 'team-iaas-time-for-action'],
  ['Überblick über Größe', 'uberblick-uber-grosse'],
  ['日本語 スライド', '日本語-スライド'],
  ['  a/b%c#d?e ', 'a-b-c-d-e'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['\ud800 x', 'x'],
  ['🎉', ''],
  ['', ''],
  ['Šťáva', 'stava'],
  ['C++', 'c'],
  ['../../etc', 'etc'],
])('of %j is %j', (text, name) => {
  expect(slug(text)).toBe(name)
})

test('is cut at the end of a word, and never within a character', () => {
  expect(slug('word '.repeat(50))).toBe('word-word-word-word-word-word-word-word-word-word-word-word')
  expect(slug('x'.repeat(500))).toHaveLength(60)
  expect(encodeURIComponent(slug('𠮷'.repeat(100)))).toMatch(/^(%\w\w)+$/)
})
