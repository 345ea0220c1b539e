import { describe, expect, test } from 'vitest'
import { backgroundStyle, isDark } from '../../../src/core/shared/background.ts'

describe('the background of a slide', () => {
  test.each([
    [{ 'data-background': 'a.png' }, 'background-image:url(a.png);background-size:cover;background-position:50%'],
    [
      { 'data-background': 'https://a.example/b?c' },
      'background-image:url(https://a.example/b?c);background-size:cover;background-position:50%',
    ],
    [
      { 'data-background-image': 'https://a.example/b(1).png' },
      'background-image:url(https://a.example/b%281%29.png);background-size:cover;background-position:50%',
    ],
    [{ 'data-background': '#123' }, 'background-color:#123'],
    [{ 'data-background-color': 'red' }, 'background-color:red'],
    [{}, ''],
  ])('%j', (attributes, expected) => {
    expect(backgroundStyle(attributes)).toBe(expected)
  })

  test.each(['#000', '#1b1b1d', 'black', 'rgb(20, 30, 40)', 'rgba(0 0 120 / 50%)'])('of %s takes light text', (colour) => {
    expect(isDark(colour)).toBe(true)
  })

  test.each(['#fff', '#50c3a5', 'white', 'rgb(200, 200, 200)', ''])('of %s does not', (colour) => {
    expect(isDark(colour)).toBe(false)
  })
})
