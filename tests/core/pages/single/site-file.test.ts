import { expect, test } from 'vitest'
import { siteFile } from '../../../../src/core/pages/single/site-file.ts'

test.each([
  ['a.png', 'deck.html', { path: 'a.png', rest: '' }],
  ['a%20b.png', 'x/deck.html', { path: 'x/a b.png', rest: '' }],
  ['../pictures/a.png', 'x/deck.html', { path: 'pictures/a.png', rest: '' }],
  ['./a.woff2', 'assets/theme.css', { path: 'assets/a.woff2', rest: '' }],
  ['other.html#/3/1', 'deck.html', { path: 'other.html', rest: '#/3/1' }],
  ['a%2Fb%23.png?x', 'deck.html', { path: 'a/b#.png', rest: '?x' }],
  ['%E0%A4%A.png', 'deck.html', { path: '%E0%A4%A.png', rest: '' }],
])('%s in %s is a file of the site', (address, from, expected) => {
  expect(siteFile(address, from)).toEqual(expected)
})

test.each([
  '#/3',
  '',
  'https://a.example/b.png',
  '//a.example/b.png',
  '/etc/passwd',
  '../../etc/passwd',
  'data:image/png;base64,aa',
  'mailto:a@b',
])('%j is none', (address) => {
  expect(siteFile(address, 'x/deck.html')).toBeUndefined()
})
