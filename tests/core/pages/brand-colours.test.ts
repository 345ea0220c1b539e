import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { brandColours } from '../../../src/core/pages/brand-colours.ts'

test('colours without a brand are those of the style sheet', () => {
  const sheet = readFileSync(path.resolve(import.meta.dirname, '../../../src/client/styles/brand.css'), 'utf8')
  // Of a colour with two defaults, the first is that of light mode.
  const defaults = new Map(
    [...sheet.matchAll(/var\(--brand-([a-z-]+), ([^()]+)\)/g)].toReversed().map(([, name, colour]) => [name, colour]),
  )
  const names = {
    text: 'text',
    quiet: 'quiet',
    link: 'link',
    accent: 'accent',
    background: 'background',
    backgroundDark: 'background-dark',
  }
  const expected = Object.entries(names).map(([property, name]) => [property, defaults.get(name)])
  expect(brandColours(undefined)).toEqual(Object.fromEntries(expected))
})

test.each([
  ['#123456', true],
  ['#abc', true],
  ['rgb(1, 2, 3)', true],
  ['hsl(120deg, 50%, 50%)', true],
  ['White', true],
  ['rgba(1, 2, 3, 0.5)', false],
  ['#11223344', false],
  ['oklch(60% 0.1 200)', false],
  ['rebeccapurple', false],
  ['var(--x)', false],
  ['"><script>', false],
])('the colour %s: understood', (colour, isUnderstood) => {
  expect(brandColours({ tokens: `--brand-text:${colour}` }).text === colour).toBe(isUnderstood)
})
