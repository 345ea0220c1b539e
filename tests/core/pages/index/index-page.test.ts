import { describe, expect, test } from 'vitest'
import type { DeckDetails, DeckSummary } from '../../../../src/core/model.ts'
import { indexPages } from '../../../../src/core/pages/index/index-page.ts'
import { calendarFile } from '../../../../src/core/pages/index/calendar-file.ts'
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
    expect(all(html, /<h2 id[^>]*>(.*?)<\/h2>/g)).toEqual(['2024', '2023', 'Undated'])
    expect(all(html, /<li[^>]*><a href="([^"]*)"/g)).toEqual(['d.html', 'c.html', 'a.html', 'b.html'])
    expect(all(html, /<h3>(.*?)<\/h3>/g)).toEqual(['December', 'February', 'January'])
    expect(all(html, /<a href="(#[^"]+)"/g)).toEqual(['#year-2024', '#year-2023', '#undated'])
  })

  test('names a group of decks without dates, and offers no ways between years where there is one', () => {
    const html = page([summary('a')])
    expect(all(html, /<h2 id[^>]*>(.*?)<\/h2>/g)).toEqual(['All decks'])
    expect(html).not.toContain('class="years"')
  })

  test('says in a row why its deck cannot be shown, as text, and nothing of slides that nobody knows', () => {
    const html = page([summary('a', { slides: 0, problem: 'a.md:3: <b>' }), summary('b')])
    expect(all(html, /<p class="problem" lang="en">([^<]*)</g)).toEqual(['a.md:3: &lt;b&gt;'])
    expect(all(html, /class="count">(.*?)<\/span>/g)).toEqual(['3<i> slides</i>'])
  })

  test.each([
    ['de', '1. Februar 2024', '1<i> Folie</i>', '3<i> Folien</i>', 'Ohne Datum', 'Alle Präsentationen durchsuchen', '>Impressum</a>'],
    [
      'fr',
      '1er février 2024',
      '1<i> diapositive</i>',
      '3<i> diapositives</i>',
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

  test('has the latest decks on the page for wrong addresses', () => {
    const decks = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'].map((date) => summary(date, { date }))
    const html = notFoundPage(siteOf(decks), { ...context, urls: absoluteUrls('/') })
    expect(all(html.slice(0, html.indexOf('<template')), /<li><a href="([^"]*)"><time[^>]*>([^<]*)/g)).toEqual([
      '/2024-04-01.html',
      '/2024-03-01.html',
      '/2024-02-01.html',
    ])
    expect(html).toContain('>All 4 decks</a>')
    expect(html).toContain('>April 1, 2024</time>')
    // For the script.
    expect(html.slice(html.indexOf('<template class="near"'))).toContain('<li><a href="/2024-01-01.html"')
  })

  test('of one deck has its title as heading, and the search in the header', () => {
    const html = page([summary('a', { date: '2024-02-01' })], 'title: Talks')
    expect(all(html, /<h1>(.*?)<\/h1>/g)).toEqual([expect.stringMatching(/^<a href="a.html"[^>]*>Deck a<\/a>$/)])
    expect(html).not.toContain('class="band')
    expect(html.slice(0, html.indexOf('</header>'))).toContain('id="filter"')
    expect(all(page([summary('a'), summary('b')], 'title: Talks'), /<h1>(.*?)<\/h1>/g)).toEqual(['Talks'])
  })

  test.each([
    ['title: Talks', '<b>Talks</b>'],
    ['title: Talks\norganisation: Club', '<b>Club</b>'],
    ['title: Talks\nlogo: l.svg', '<img src="l.svg" alt="Talks">'],
  ])('has in its header a name, or a picture that the site has chosen: %s', (yaml, owner) => {
    const decks = [summary('a'), summary('b')]
    expect(all(page(decks, yaml), /<a class="hr-home"[^>]*>(.*)<\/a>/g)).toEqual([owner])
  })

  test('without dates has no deck above the list, unless it is alone', () => {
    expect(page([summary('a'), summary('b')])).not.toContain('class="hero')
    expect(page([summary('a')])).toContain('class="hero')
    expect(page([])).toContain('<p>No deck yet</p>')
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
    expect(page([summary('a', { lang: 'de' }), summary('b')])).toMatch(/<li[^>]*><a href="a.html">.*<span class="about" lang="de">/)
    expect(page([summary('a', { lang: 'en' })])).toContain('<span class="about">')
  })

  test('says what decks have in common once: a row has what is only in its deck, and is filtered by title, headings and tags, too', () => {
    const call = (name: string) =>
      summary(name, { title: 'Call', headings: ['Agenda', `Only ${name}`], tags: ['"tag"'], outline: `/2 x\n1Agenda\n/3 y\n1Only ${name}` })
    const html = page(['a', 'b', 'c'].map(call).concat(summary('d', { title: '<i>' })))
    expect(html).toContain('<span class="about"><b>Only a</b></span>')
    expect(html).toContain('<b>&lt;i&gt;</b>')
    expect(html).toContain('data-also="Call &quot;tag&quot; Agenda"')
  })

  test('counts what it has, and shows the last deck above the others with what it is about', () => {
    const decks = [
      summary('a', { date: '2023-01-05', slides: 1400 }),
      summary('b', { date: '2024-02-01', outline: '/1 \n1Start\n/2 one\n1Growing oats\n/5 two\n2Feeding birds' }),
    ]
    const html = page(decks)
    expect(html).toContain('<p>2 decks and 1,403 slides since January 2023</p>')
    expect(all(html, /<article class="last" data-date="([^"]*)">/g)).toEqual(['2024-02-01'])
    expect(html).toContain('<a href="b.html#/one"><span>Growing oats</span> <i>2</i></a></li>')
    expect(html).toContain('<a href="b.html#/two"><span>Feeding birds</span> <i>5</i></a></li>')
    expect(html).toContain('<li class="in-hero"><a href="b.html">')
  })

  test('says when the next call is, where the site knows it, with a file for calendars', () => {
    const yaml = 'next:\n  date: 2026-09-03\n  time: 15:05 CEST\n  place: Room <1>\n  join: https://example.org/room'
    const html = page([summary('a')], yaml)
    expect(html).toMatch(/<aside class="next" [^>]*data-date="2026-09-03">/)
    expect(html).toContain('<b>3</b><span>Thursday\nSeptember</span>')
    expect(html).toContain('15:05 CEST, Room &lt;1&gt;')
    expect(html).toContain('<a href="calendar.ics" download>')
    const { options } = siteOf([], `${yaml}\ntitle: Calls, all`)
    expect(calendarFile(options)).toContain('DTSTART:20260903T130500Z\r\nDTEND:20260903T140500Z\r\nSUMMARY:Calls\\, all\r\n')
    expect(calendarFile({ ...options, next: { ...options.next, time: 'noon' } })).toContain('DTSTART;VALUE=DATE:20260903')
    expect(page([summary('a')])).toMatch(/<aside class="next" [^>]* hidden>/)
  })

  test('lets its own script run and no other', () => {
    expect(page([])).toContain(`script-src 'sha256-scheme' 'sha256-filter' 'strict-dynamic'`)
  })
})
