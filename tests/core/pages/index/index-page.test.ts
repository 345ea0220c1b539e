import { describe, expect, test } from 'vitest'
import type { DeckDetails, DeckSummary } from '../../../../src/core/model.ts'
import { indexPages } from '../../../../src/core/pages/index/index-page.ts'
import { notFoundPage } from '../../../../src/core/pages/not-found-page.ts'
import { absoluteUrls, relativeUrls } from '../../../../src/core/pages/urls.ts'
import { siteOf } from '../../../support/site-of.ts'
import { stubClient } from '../../../support/stub-client.ts'

const summary = (id: string, more: Partial<DeckSummary> = {}): DeckSummary => ({
  id,
  path: `${id}.md`,
  title: `Deck ${id}`,
  description: '',
  tags: [],
  authors: [],
  slides: 3,
  lines: [1, 5, 9],
  headings: [],
  assets: [],
  ...more,
})
const context = { urls: relativeUrls('index.html'), client: stubClient }
const page = (decks: readonly DeckSummary[], yaml = '', details: Readonly<Record<string, DeckDetails>> = {}) =>
  String([...indexPages(siteOf(decks, yaml, details), context)][0]?.content)
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found)

describe('the index', () => {
  test('has the newest first, by year, and those without a date at the end', () => {
    const html = page([
      summary('a', { date: '2023-01-05' }),
      summary('b'),
      summary('c', { date: '2024-02-01' }),
      summary('d', { date: '2024-12-01' }),
    ])
    expect(all(html, /<h2[^>]*>(.*?)<\/h2>/g)).toEqual(['2024', '2023', 'Undated'])
    expect(all(html, /<h3><a href="([^"]*)"/g)).toEqual(['d.html', 'c.html', 'a.html', 'b.html'])
    expect(all(html, /<a href="(#[^"]*)"/g)).toEqual(['#year-2024', '#year-2023', '#undated'])
  })

  test('names a group of decks without dates, and offers no ways between years where there is one', () => {
    const html = page([summary('a')])
    expect(all(html, /<h2[^>]*>(.*?)<\/h2>/g)).toEqual(['All decks'])
    expect(html).not.toContain('class="years"')
  })

  test('says on a card why its deck cannot be shown, as text, and nothing of slides that nobody knows', () => {
    const html = page([summary('a', { slides: 0, problem: 'a.md:3: <b>' }), summary('b')])
    expect(all(html, /<p class="problem" lang="en">([^<]*)</g)).toEqual(['a.md:3: &lt;b&gt;'])
    expect(all(html, /<span>(\d slides)</g)).toEqual(['3 slides'])
  })

  test.each([
    ['de', '1. Februar 2024', '1 Folie', '3 Folien', 'Ohne Datum', 'Alle Präsentationen durchsuchen', '>Impressum</a>'],
    [
      'fr',
      '1er février 2024',
      '1 diapositive<',
      '3 diapositives',
      'Sans date',
      'Rechercher dans toutes les présentations',
      '>Mentions légales</a>',
    ],
  ])('speaks the language of the site, as %s', (lang, ...words) => {
    const html = page([summary('a', { date: '2024-02-01', slides: 1 }), summary('b')], `lang: ${lang}\nlinks:\n  imprint: /impressum`)
    for (const word of words) expect(html).toContain(word)
  })

  test.each([
    ['de', 'Seite nicht gefunden'],
    ['fr', 'Page introuvable'],
  ])('has a page beside it for addresses without one, in %s too', (lang, title) => {
    const site = siteOf([], `lang: ${lang}`)
    expect(notFoundPage(site, context)).toContain(title)
  })

  test('has a page for wrong addresses that searches without the decks, from the base path', () => {
    const site = siteOf([], 'search: { also: [/calls/] }')
    const html = notFoundPage(site, { ...context, urls: absoluteUrls('/base/') })
    expect(html).toContain('"list":"/base/hedgerow/search/list.js"'.replaceAll('"', '&quot;'))
    expect(html).toContain('"src":"/base/assets/search.js"'.replaceAll('"', '&quot;'))
    expect(html).toContain('"also":["/calls/"]'.replaceAll('"', '&quot;'))
    expect(html).toContain('trusted-types hedgerow-search')
  })

  test('marks the language of a deck where it is another', () => {
    expect(page([summary('a', { lang: 'de' })])).toContain('<h3 lang="de">')
    expect(page([summary('a', { lang: 'en' })])).toContain('<h3>')
  })

  test('shows a thumbnail in a shadow root of its own, where nothing of it is reached', () => {
    const html = page([summary('a')], '', { 'a.md': { thumbnail: { html: '<div>slide</div>', sheets: ['theme.css'] } } })
    expect(html).toContain(
      '<div class="cover" aria-hidden="true" inert><template shadowrootmode="open"><link rel="stylesheet" href="assets/cover.css"><link rel="stylesheet" href="assets/theme.css"><div>slide</div></template></div>',
    )
  })

  test('links the sheets of covers once more for their fonts, each once', () => {
    const thumbnail = { html: '', sheets: ['theme.css', 'brand.css'] }
    const html = page([summary('a'), summary('b')], '', { 'a.md': { thumbnail }, 'b.md': { thumbnail } })
    expect(html.split('</main>')[1]?.match(/<link/g)).toHaveLength(2)
  })

  test('shows the title where a deck has no thumbnail', () => {
    expect(page([summary('a', { title: '<b>' })])).toContain('<div class="cover plain" aria-hidden="true"><span>&lt;b&gt;</span></div>')
  })

  test('shows five headings, and is filtered by all and by the tags', () => {
    const html = page([summary('a', { headings: ['1', '2', '3', '4', '5', 'six'], tags: ['"tag"'] })])
    expect(html).toContain('<p class="headings">1 · 2 · 3 · 4 · 5</p>')
    expect(html).toContain('<li data-also="&quot;tag&quot; six">')
  })

  test('lets its own script run and no other', () => {
    expect(page([])).toContain(`script-src 'sha256-filter' 'strict-dynamic'`)
  })
})
