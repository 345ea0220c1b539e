import { describe, expect, test } from 'vitest'
import { didYouMean, nearest } from '../../../src/core/diagnostics/nearest.ts'
import { mustEnd } from '../../support/record-reports.ts'

const names = ['theme', 'transition', 'title', 'tags', 'h']

describe('the nearest name', () => {
  test.each([
    ['tehme', 'theme'],
    ['Theme', 'theme'],
    ['transiton', 'transition'],
    ['titel', 'title'],
    ['tag', 'tags'],
    ['themes', 'theme'],
  ])('to %s is %s', (name, found) => {
    expect(nearest(name, names)).toBe(found)
  })

  test.each(['xyz', 'a', '', 'backgroundColour', 'x'.repeat(100)])('to %j is none', (name) => {
    expect(nearest(name, names)).toBeUndefined()
  })

  test('is a question, or nothing', () => {
    expect([didYouMean('tehme', names), didYouMean('xyz', names)]).toEqual(['; did you mean "theme"?', ''])
  })

  test('to a very long name is not looked for', () => {
    mustEnd(() => nearest('x'.repeat(1_000_000), names))
  })
})
