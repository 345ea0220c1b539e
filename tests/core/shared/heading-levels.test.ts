import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsInOrder } from '../../../src/core/shared/heading-levels.ts'

describe('levels in order', () => {
  test.each([
    [[1], [2]],
    [[2], [2]],
    [
      [1, 3],
      [2, 3],
    ],
    [
      [3, 1],
      [2, 2],
    ],
    [
      [1, 2, 2, 1],
      [2, 3, 3, 2],
    ],
    [
      [2, 5, 4, 5],
      [2, 3, 3, 4],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6, 6],
    ],
  ])('of %j are %j', (levels, expected) => {
    expect(levelsInOrder(levels)).toEqual(expected)
  })

  test('begin at 2 and never leave one out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (levels) => {
        const ordered = levelsInOrder(levels)
        expect(ordered[0]).toBe(2)
        for (const [index, level] of ordered.slice(1).entries()) expect(level - (ordered[index] ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
