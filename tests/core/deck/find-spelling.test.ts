import { expect, test } from 'vitest'
import { findSpelling } from '../../../src/core/deck/find-spelling.ts'

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
