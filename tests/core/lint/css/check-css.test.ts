import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCssChecker } from '../../../../src/core/lint/css/check-css.ts'
import { hostileCss } from '../../../support/hostile-css.ts'
import { propertyRuns } from '../../../support/property-runs.ts'

const check = createCssChecker()
const whysOf = (css: string) => check(css, 'declarationList').map(({ why }) => why)

describe('a way out is named', () => {
  test.each([
    ['color: "#50c3a5"', '"#50c3a5" is not a valid value for color; did you mean #50c3a5, without quotes?'],
    ['color: ##0e56cb', '"##0e56cb" is not a valid value for color; did you mean #0e56cb?'],
    ['color: fff', '"fff" is not a valid value for color; did you mean #fff?'],
    ['margin: 10 px', '"10 px" is not a valid value for margin; did you mean 10px?'],
    ['width: 300', '"300" is not a valid value for width; did you mean 300px?'],
    ['backgroud-color: red', 'unknown property backgroud-color; did you mean background-color?'],
    ['text-color: red', 'unknown property text-color; did you mean color?'],
  ])('%s', (css, why) => {
    expect(whysOf(css)).toEqual([why])
  })
})

test.each([
  'color: light-dark(red, blue)',
  'color: color-mix(in oklab, red, blue)',
  'color: var(--x)',
  'width: anchor-size(width)',
  'interpolate-size: allow-keywords',
  'reading-flow: flex-visual',
  'margin: 0',
  'flex: 1',
  'font: 12px/1.5 "A B", serif',
  'grid-area: 1 / 2 / 3 / 4',
  'text-shadow: -1px 1px 0 #FFF, 1px 1px 0 #FFF',
  '-moz-osx-font-smoothing: grayscale',
])('nothing is said about %s', (css) => {
  expect(whysOf(css)).toEqual([])
})

test('any text is checked without a fault, and what is named stands in it', () => {
  fc.assert(
    fc.property(hostileCss, (css) => {
      for (const { at, from, declaration } of check(css, 'stylesheet')) {
        expect(css.slice(from, from + declaration.length)).toBe(declaration)
        expect(at).toBeGreaterThanOrEqual(from)
      }
    }),
    propertyRuns(500),
  )
})

test.each([
  ['p { color red; }', 'missing ":"', 'color red'],
  ['p { // a\n color: red }', 'write comments as', '// a'],
  ['p { # a: b; }', 'write comments as', '# a: b'],
  ['p { color: red } }', 'unexpected "}"', '}'],
  ['p { color: red', 'missing "}"', '{'],
])('what is no CSS is named: %s', (css, why, part) => {
  const [problem, ...more] = check(css, 'stylesheet')
  expect(problem).toMatchObject({ code: 'css-broken', why: expect.stringContaining(why) as unknown, at: css.lastIndexOf(part) })
  expect(problem?.declaration.startsWith(part)).toBe(true)
  expect(more).toEqual([])
})
