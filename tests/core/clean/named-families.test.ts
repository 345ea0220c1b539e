import { expect, test } from 'vitest'
import { namedFamilies } from '../../../src/core/clean/named-families.ts'
import { createSanitizer } from '../../../src/core/clean/sanitize.ts'
import type { RenderedSlide } from '../../../src/core/model.ts'

function familiesOf(html: string, attributes: RenderedSlide['attributes'] = {}) {
  const { tree, css, lines } = createSanitizer()(html, { file: 'deck.md', markdown: html, line: 1 }, () => undefined)
  return namedFamilies({ css, columns: [[{ attributes, tree, notes: undefined, title: '', line: 1, lines }]] })
}

test.each([
  ['<style>h1 { font-family: lato }</style>', ['lato']],
  ['<style>h1 { font-family: "Source Sans Pro", Lato, sans-serif }</style>', ['source sans pro', 'lato', 'sans-serif']],
  ['<style>h1 { font-family: Source Sans  Pro }</style>', ['source sans pro']],
  ['<style>h1 { font: bold 20px/1.2 Lato }</style>', ['lato']],
  ['<style>@media print { h1 { FONT-FAMILY: LATO } }</style>', ['lato']],
  ['<style>.reveal { --r-main-font: Lato }</style>', ['lato']],
  ['<p style="font-family: lato">a</p>', ['lato']],
  ['<font face="Lato, Arial">a</font>', ['lato', 'arial']],
  ['<p style="color: red" title="lato">lato</p>', []],
  ['<style>/* lato */ h1 { color: red }</style>', []],
])('%s', (html, families) => {
  expect(familiesOf(html)).toEqual(families)
})

test('the style of a slide counts', () => {
  expect(familiesOf('', { style: 'font-family:Lato' })).toEqual(['lato'])
})
