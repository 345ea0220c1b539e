import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { DeckDetails, DeckSummary } from '../../../../src/core/model.ts'
import { siteOutputs } from '../../../../src/core/outputs/site-outputs.ts'
import { sitemap } from '../../../../src/core/pages/sitemap.ts'
import { readXml, type XmlElement } from '../../../support/read-xml.ts'
import { siteOf } from '../../../support/site-of.ts'
import { stubClient } from '../../../support/stub-client.ts'

const deckOf = (id: string, more: Partial<DeckSummary> = {}): DeckSummary => ({
  id,
  path: `${id}.md`,
  title: `Title of ${id}`,
  description: '',
  tags: [],
  authors: [],
  slides: 3,
  lines: [],
  headings: ['One', 'Two'],
  assets: [],
  ...more,
})
const URL_LINE = 'url: https://a.example/\n'

interface Beside {
  readonly details?: Readonly<Record<string, DeckDetails>>
  readonly files?: readonly string[]
}
const filesOf = (decks: readonly DeckSummary[], siteYaml = URL_LINE, { details, files }: Beside = {}) => {
  const site = { ...siteOf(decks, siteYaml, details), files: new Set(files) }
  const made = siteOutputs.flatMap((output) =>
    output.stage === 'pages' && output.isWanted(site.options) ? [...output.make(site, { client: stubClient, base: '/' })] : [],
  )
  return new Map(made.map(({ path, content }) => [path, String(content)]))
}
const childrenOf = (element: XmlElement | undefined, name: string) => element?.children.filter((child) => child.name === name) ?? []
const textOf = (element: XmlElement | undefined, name: string) => childrenOf(element, name).map(({ text }) => text)
const entriesOf = (feed = '') => childrenOf(readXml(feed), 'entry')

// https://www.rfc-editor.org/rfc/rfc4287 and https://www.jsonfeed.org/version/1.1/, as far as a feed of decks can break them.
const INSTANT = /^\d{4}-\d{2}-\d{2}T00:00:00Z$/
function atomFaults(text: string): string[] {
  const feed = readXml(text)
  const once = (element: XmlElement, ...names: readonly string[]) =>
    names.filter((name) => childrenOf(element, name).length !== 1).map((name) => `${element.name} needs one ${name}`)
  const dates = (element: XmlElement) =>
    ['updated', 'published'].flatMap((name) =>
      textOf(element, name).filter((date) => !INSTANT.test(date) || Number.isNaN(Date.parse(date))),
    )
  const addresses = (element: XmlElement) =>
    [...textOf(element, 'id'), ...childrenOf(element, 'link').map(({ attributes }) => attributes['href'] ?? '')].filter(
      (address) => !URL.canParse(address) || !address.startsWith('https:'),
    )
  const entries = childrenOf(feed, 'entry')
  const ids = entries.flatMap((entry) => textOf(entry, 'id'))
  return [
    ...(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom' ? [] : ['not a feed']),
    ...once(feed, 'id', 'title', 'updated', 'author'),
    ...entries.flatMap((entry) => once(entry, 'id', 'title', 'updated', 'published')),
    ...entries.filter((entry) => childrenOf(entry, 'content').length + childrenOf(entry, 'summary').length === 0).map(() => 'empty entry'),
    ...entries.flatMap((entry) =>
      childrenOf(entry, 'category').flatMap((one) => (one.attributes['term'] ? [] : ['category without term'])),
    ),
    ...[feed, ...entries].flatMap((element) => [...dates(element), ...addresses(element)]),
    ...[feed, ...entries].filter((element) => !/^[\w-]+$/.test(element.attributes['xml:lang'] ?? '')).map(() => 'no language'),
    ...childrenOf(feed, 'author')
      .flatMap((author) => textOf(author, 'name'))
      .filter((name) => name === ''),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
  ]
}

const text = { type: 'string' } as const
const address = { type: 'string', pattern: '^https://' } as const
const instant = { type: 'string', pattern: INSTANT.source } as const
const authors = {
  type: 'array',
  minItems: 1,
  items: { type: 'object', properties: { name: { ...text, minLength: 1 } }, required: ['name'], additionalProperties: false },
} as const
const jsonFaults = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['version', 'title', 'items', 'home_page_url', 'feed_url'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    icon: address,
    authors,
    language: text,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'url', 'title', 'date_published'],
        oneOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        additionalProperties: false,
        properties: {
          id: address,
          url: address,
          title: text,
          content_html: text,
          content_text: text,
          summary: text,
          date_published: instant,
          date_modified: instant,
          authors,
          tags: { type: 'array', items: text },
          language: text,
        },
      },
    },
  },
})

const HOSTILE = 'A ]]> <b>&amp;</b> "q" \u0000\u0008\u001b\ufffe \ud800 x \udc00 🎉 </title><script>'
const CLEANED = 'A ]]> <b>&amp;</b> "q"   x  🎉 </title><script>'

describe('feeds', () => {
  test('are valid whatever decks are called, and say the same', () => {
    const hostile = deckOf('x/ä ö&"<', {
      title: HOSTILE,
      description: HOSTILE,
      authors: [HOSTILE, ' '],
      tags: [HOSTILE, 'AT&T'],
      date: '2026-01-02',
    })
    const files = filesOf(
      [hostile, deckOf('b', { date: '2025-01-01' })],
      `${URL_LINE}title: 'a ]]> & b'\ndescription: 'c "&" d'\nlang: de\n`,
      { details: { [hostile.path]: { article: `<p>${HOSTILE}</p>` } } },
    )
    const feeds = [...files].filter(([path]) => /^(feed|tags\/.*)\.(xml|json)$/.test(path))
    expect(feeds).toHaveLength(6)
    for (const [path, content] of feeds) {
      if (path.endsWith('.xml')) expect(atomFaults(content)).toEqual([])
      else expect(jsonFaults(JSON.parse(content)) || jsonFaults.errors).toBe(true)
    }
    const [entry] = entriesOf(files.get('feed.xml'))
    expect(textOf(entry, 'id')).toEqual(['https://a.example/x/%C3%A4%20%C3%B6%26%22%3C.html'])
    expect(textOf(entry, 'title')).toEqual([`${CLEANED} – 2026-01-02`])
    expect(textOf(entry, 'content')).toEqual([`<p>${CLEANED}</p>`])
    expect(childrenOf(entry, 'author').flatMap((author) => textOf(author, 'name'))).toEqual([CLEANED])
    const json = JSON.parse(files.get('feed.json') ?? '') as { items: Record<string, unknown>[] }
    expect(json.items[0]).toMatchObject({
      title: `${CLEANED} – 2026-01-02`,
      content_html: `<p>${CLEANED}</p>`,
      summary: CLEANED,
      language: 'de',
    })
  })

  test('list the newest 50 decks that have a date, by date and then by id', () => {
    const decks = Array.from({ length: 60 }, (_, index) =>
      deckOf(`d${index}`, { date: `2026-01-${String(1 + (index % 30)).padStart(2, '0')}` }),
    )
    const entries = entriesOf(filesOf([deckOf('undated'), ...decks]).get('feed.xml'))
    expect(entries).toHaveLength(50)
    expect(entries.slice(0, 3).flatMap((entry) => textOf(entry, 'id'))).toEqual(
      ['d29', 'd59', 'd28'].map((id) => `https://a.example/${id}.html`),
    )
  })

  test('have the date of the newest deck, and ids that a new title leaves as they are', () => {
    const [before, after] = ['A', 'B'].map((title) => filesOf([deckOf('a', { title, date: '2026-01-02' })]).get('feed.xml') ?? '')
    expect(textOf(readXml(before ?? ''), 'updated')).toEqual(['2026-01-02T00:00:00Z'])
    expect(before).not.toBe(after)
    expect(before?.match(/<id>.*<\/id>/g)).toEqual(after?.match(/<id>.*<\/id>/g))
  })

  test('of a tag list its decks, in all spellings of the tag', () => {
    const files = filesOf([
      deckOf('a', { date: '2026-01-02', tags: ['Größe', 'x'] }),
      deckOf('b', { date: '2026-01-03', tags: ['grösse'] }),
      deckOf('c', { date: '2026-01-04', tags: ['…'] }),
    ])
    expect([...files.keys()].filter((path) => path.startsWith('tags/') && !path.endsWith('.html'))).toEqual([
      'tags/grosse.xml',
      'tags/grosse.json',
      'tags/x.xml',
      'tags/x.json',
    ])
    const feed = readXml(files.get('tags/grosse.xml') ?? '')
    expect(textOf(feed, 'title')).toEqual(['grösse – Slides'])
    expect(childrenOf(feed, 'link').map(({ attributes }) => attributes['href'])).toEqual([
      'https://a.example/tags/grosse.xml',
      'https://a.example/tags/grosse.html',
    ])
    expect(entriesOf(files.get('tags/grosse.xml'))).toHaveLength(2)
  })

  test('are bounded: what is beyond has its summary alone', () => {
    const decks = Array.from({ length: 50 }, (_, index) => deckOf(`d${index}`, { date: '2026-01-02' }))
    const details = Object.fromEntries(decks.map(({ path }) => [path, { article: 'x'.repeat(100_000) }]))
    const entries = entriesOf(filesOf(decks, URL_LINE, { details }).get('feed.xml'))
    expect(entries.filter((entry) => childrenOf(entry, 'content').length > 0)).toHaveLength(20)
    expect(textOf(entries[49], 'summary')).toEqual(['One · Two'])
  })

  test('are there only with an address and a date, and so are the links to them', () => {
    const dated = deckOf('a', { date: '2026-01-02' })
    expect([...filesOf([dated], '').keys()].filter((path) => /xml$|^feed/.test(path))).toEqual([])
    expect([...filesOf([deckOf('a')]).keys()].filter((path) => /xml$|^feed/.test(path))).toEqual(['sitemap.xml'])
    expect(filesOf([dated]).get('index.html')).toContain(
      '<link rel="alternate" type="application/atom+xml" href="feed.xml" title="Slides">',
    )
    expect(filesOf([dated]).get('index.html')).toContain('<a href="feed.xml" type="application/atom+xml">Feed</a>')
    for (const index of [filesOf([dated], '').get('index.html'), filesOf([deckOf('a')]).get('index.html')])
      expect(index).not.toContain('feed')
  })
})

describe('the sitemap', () => {
  const locations = (xml = '') => readXml(xml).children.map((entry) => [...textOf(entry, 'loc'), ...textOf(entry, 'lastmod')].join(' '))

  test('lists what search engines may list, with the dates of decks', () => {
    const files = filesOf([
      deckOf('a&b', { date: '2026-01-02', tags: ['T'] }),
      deckOf('c'),
      deckOf('d', { date: '2026-02-02', robots: 'noindex, nofollow', tags: ['U'] }),
      deckOf('e', { robots: 'nofollow' }),
      deckOf('f', { robots: 'NONE' }),
    ])
    expect(locations(files.get('sitemap.xml'))).toEqual([
      'https://a.example/ 2026-01-02',
      'https://a.example/a%26b.html 2026-01-02',
      'https://a.example/c.html',
      'https://a.example/e.html',
      'https://a.example/tags/t.html 2026-01-02',
    ])
    expect(files.get('feed.xml')).toContain('https://a.example/d.html')
  })

  test('lists others where it would be too large', () => {
    const three = ['a', 'b', 'c'].map((id) => deckOf(id))
    const made = sitemap(siteOf(three, URL_LINE), { addresses: 2, characters: 1000 })
    expect(made.map(({ path }) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
    expect(locations(String(made[0]?.content))).toEqual(['https://a.example/sitemap-1.xml', 'https://a.example/sitemap-2.xml'])
    expect(locations(String(made[2]?.content))).toEqual(['https://a.example/b.html', 'https://a.example/c.html'])
    const small = sitemap(siteOf([deckOf('a')], URL_LINE), { addresses: 5, characters: 60 })
    expect(small).toHaveLength(3)
  })

  test('is named by robots.txt at the root of an origin, unless the folder has one', () => {
    expect(filesOf([]).get('robots.txt')).toBe('User-agent: *\nDisallow:\n\nSitemap: https://a.example/sitemap.xml\n')
    expect(filesOf([], 'url: https://a.example\n').get('robots.txt')).toContain('Sitemap: https://a.example/sitemap.xml')
    expect(filesOf([], 'url: https://a.example/slides/\n').has('robots.txt')).toBe(false)
    expect(filesOf([], URL_LINE, { files: ['robots.txt'] }).has('robots.txt')).toBe(false)
  })
})

describe('the list for programs', () => {
  test('names the sources of decks by year, with and without an address', () => {
    const decks = [
      deckOf('u', { description: 'About\n# u' }),
      deckOf('x/a b', { date: '2025-01-02', title: '[A] \\ b' }),
      deckOf('c', { date: '2026-01-02', headings: [] }),
      deckOf('d', { date: '2026-01-02', robots: 'noindex' }),
    ]
    const list = (base: string) => `# My talks

> All of them.

## 2026

- [Title of c – 2026-01-02](${base}c.md)

## 2025

- [\\[A\\] \\\\ b – 2025-01-02](${base}x/a%20b.md): One · Two

## Undated

- [Title of u](${base}u.md): About # u
`
    const about = 'title: My talks\ndescription: All of them.\n'
    expect(filesOf(decks, about).get('llms.txt')).toBe(list(''))
    expect(filesOf(decks, about + URL_LINE).get('llms.txt')).toBe(list('https://a.example/'))
    expect(filesOf(decks, about, { files: ['llms.txt'] }).has('llms.txt')).toBe(false)
  })
})
