import { expect, test } from 'vitest'
import { revealThemeCss } from '../../src/bundle/reveal-css.ts'
import { otherScheme } from '../../src/bundle/style-sheets.ts'

test('a theme on a light background lacks the dark, and the other way round', () => {
  expect(otherScheme(revealThemeCss('sky'))).toBe('dark')
  expect(otherScheme(revealThemeCss('league'))).toBe('light')
})

test('of two backgrounds the later counts, and what it names', () => {
  const css = `${revealThemeCss('white')}:root{--night:#102030;--r-background-color:var(--night)}`
  expect(otherScheme(css)).toBe('light')
})

test('the background that a theme has for the dark says nothing about its own', () => {
  expect(otherScheme(":root{--r-background-color:#fff}:root[data-scheme='dark']{--r-background-color:#000}")).toBe('dark')
})

test('a theme that names no background stands on a light one', () => {
  expect(otherScheme('.reveal{color:red}')).toBe('dark')
})
