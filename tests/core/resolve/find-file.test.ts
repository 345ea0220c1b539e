import { expect, test, describe } from 'vitest'
import { findSpelling } from '../../../src/core/resolve/find-spelling.ts'
import { resolvePath } from '../../../src/core/resolve/resolve-path.ts'

const ONE = 'Gr\u00fcn'
const TWO = 'Gru\u0308n'

test.each([
  [`${ONE}.png`, `${TWO}.png`],
  [`${TWO}.png`, `${ONE}.png`],
  [`${ONE}/${ONE}.png`, `${ONE}/${TWO}.png`],
  [`${ONE}/${ONE}.png`, `${TWO}/${ONE}.png`],
  [`${ONE}/${ONE}.png`, `${TWO}/${TWO}.png`],
  ['a.png', 'a.png'],
])('%j means the file %j', (written, file) => {
  expect(findSpelling(written, new Set(['b.png', file]))).toBe(file)
})

test('of two files that differ in nothing else, the one that is written is meant', () => {
  const both = new Set([`${ONE}.png`, `${TWO}.png`])
  expect([findSpelling(`${ONE}.png`, both), findSpelling(`${TWO}.png`, both)]).toEqual([`${ONE}.png`, `${TWO}.png`])
})

test('another name is none', () => {
  expect(findSpelling('Grun.png', new Set([`${ONE}.png`]))).toBeUndefined()
})

describe('a local address', () => {
  test.each([
    ['a.png', 'a/deck.md', 'a/a.png'],
    ['./a.png', 'a/deck.md', 'a/a.png'],
    ['../a.png', 'a/deck.md', 'a.png'],
    ['/a.png', 'a/b/deck.md', 'a.png'],
    ['./b//c/./a.png', 'deck.md', 'b/c/a.png'],
    ['a.png?v=1#x', 'deck.md', 'a.png'],
    ['a%20b.png', 'deck.md', 'a b.png'],
    ['%C3%BC.png', 'deck.md', 'ü.png'],
    ['b%2fa.png', 'deck.md', 'b/a.png'],
    ['a..b.png', 'deck.md', 'a..b.png'],
    [' a.png ', 'deck.md', 'a.png'],
  ])('%s in %s means %s', (address, from, path) => {
    expect(resolvePath(address, from)).toBe(path)
  })

  test.each([
    '../a.png',
    './../../etc/passwd',
    '%2e%2e/a.png',
    '%2e%2e%2fa.png',
    '..%5ca.png',
    'b\\a.png',
    '.env',
    '.git/config',
    'a/.hidden/x.png',
    '%2egit/config',
    'a%00.png',
    'a%0a.png',
    'C:/a.png',
    'c%3a/a.png',
    '%E0%A4%A.png',
    '%',
    '',
    '#a',
  ])('%j is no file of the site', (address) => {
    expect(resolvePath(address, 'deck.md')).toBeUndefined()
  })
})
