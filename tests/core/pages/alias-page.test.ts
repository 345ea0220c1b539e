import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ALIAS_SCRIPT, aliasPage } from '../../../src/core/pages/alias-page.ts'

const deck = {
  id: '2024/täglich',
  path: 'x.md',
  title: '<b>&',
  description: '',
  authors: [],
  tags: [],
  slides: 1,
  assets: [],
  lines: [1],
  headings: [],
}

test('the hash of the script is that of its text', () => {
  expect(ALIAS_SCRIPT.hash).toBe(`'sha256-${createHash('sha256').update(ALIAS_SCRIPT.text).digest('base64')}'`)
})

test('the page leads to the deck from where it is, and is no page for search engines', () => {
  const page = aliasPage(deck, { path: 'old/a/b.html', lang: 'de', site: 'https://a.example' })
  expect(page).toContain('<p>Diese Präsentation hat eine neue Adresse: <a href="../../2024/t%C3%A4glich.html">&lt;b&gt;&amp;</a></p>')
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=../../2024/t%C3%A4glich.html">')
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).toContain('<link rel="canonical" href="https://a.example/2024/t%C3%A4glich.html">')
})
