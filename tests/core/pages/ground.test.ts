import { describe, expect, test } from 'vitest'
import { groundOf, isDark } from '../../../src/core/pages/ground.ts'

describe('the ground of a slide', () => {
  test.each([
    [{ 'data-background': 'a.png' }, 'background-image:url(a.png);background-size:cover;background-position:50%'],
    [{ 'data-background': '#123' }, 'background-color:#123'],
    [{ 'data-background-color': 'red' }, 'background-color:red'],
    [{}, ''],
  ])('%j', (attributes, expected) => {
    expect(groundOf(attributes)).toBe(expected)
  })

  test.each(['#000', '#1b1b1d', 'black', 'rgb(20, 30, 40)', 'rgba(0 0 120 / 50%)'])('of %s takes light text', (colour) => {
    expect(isDark(colour)).toBe(true)
  })

  test.each(['#fff', '#50c3a5', 'white', 'rgb(200, 200, 200)', ''])('of %s does not', (colour) => {
    expect(isDark(colour)).toBe(false)
  })
})
