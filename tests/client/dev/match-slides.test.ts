import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchSlides } from '../../../src/client/dev/match-slides.ts'

const match = (before: string, after: string) => matchSlides(before.split(','), after.split(','))

test.each([
  ['nothing has changed', 'a,b,c', 'a,b,c', [0, 1, 2]],
  ['one has been put before them', 'a,b', 'x,a,b', [undefined, 0, 1]],
  ['one is gone', 'a,b,c', 'a,c', [0, 2]],
  ['one has changed', 'a,some words,c', 'a,some other words,c', [0, 1, 2]],
  ['one has changed behind a new one', 'a,the old words,c', 'a,xyz,the new words,c', [0, undefined, 1, 2]],
  ['two have changed places', 'first,second', 'second,first', [1, undefined]],
])('%s', (_, before, after, expected) => {
  expect(match(before, after)).toEqual(expected)
})

test('no slide becomes two, and their order stays', () => {
  const slides = fc.array(fc.string({ maxLength: 4 }), { maxLength: 12 })
  fc.assert(
    fc.property(slides, slides, (before, after) => {
      const found = matchSlides(before, after).filter((index) => index !== undefined)
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
      expect(found.every((index) => index < before.length)).toBe(true)
    }),
  )
})

test('a deck as long as any is matched', () => {
  const long = Array.from({ length: 5000 }, (_, index) => `slide ${index}`)
  expect(matchSlides(long, ['x', ...long.slice(0, 4000)]).length).toBe(4001)
})
