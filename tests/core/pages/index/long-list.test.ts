import { runInNewContext } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { DeckSummary } from '../../../../src/core/model.ts'
import { siteOutputAt, siteOutputs } from '../../../../src/core/outputs/site-outputs.ts'
import type { ListScript } from '../../../../src/core/shared/list-part.ts'
import { siteOf } from '../../../support/site-of.ts'
import { stubClient } from '../../../support/stub-client.ts'

const WORDS = 'a quick brown fox jumps over the lazy dog while clouds of many shapes drift along hedgerows in spring'.split(' ')
const wordAt = (number: number) => WORDS[(number * 7919 + ((number * number) % 13)) % WORDS.length] ?? ''
const textAt = (number: number, length: number) => Array.from({ length }, (_, index) => wordAt(number * 31 + index * 17)).join(' ')

function deckAt(number: number, more: Partial<DeckSummary> = {}): DeckSummary {
  const id = `talks/deck-${number}`
  return {
    ...{ id, path: `${id}.md`, title: textAt(number, 4), description: '', authors: [], tags: ['All'], slides: 20, lines: [], assets: [] },
    headings: Array.from({ length: 8 }, (_, index) => textAt(number + index * 5, 3)),
    date: `${2000 + (number % 25)}-0${1 + (number % 9)}-11`,
    ...more,
  }
}
const decksOf = (count: number, more: (number: number) => Partial<DeckSummary> = () => ({})) =>
  Array.from({ length: count }, (_, number) => deckAt(number, more(number)))

function filesOf(name: string, decks: readonly DeckSummary[]) {
  const output = siteOutputs.find((one) => one.name === name)
  if (output?.stage !== 'pages') throw new Error(`no output ${name}`)
  const made = [...output.make(siteOf(decks), { client: stubClient, base: '/' })]
  return new Map(made.map(({ path, content }) => [path, String(content)]))
}
const linked = (html = '') => [...html.matchAll(/<li[^>]*><a href="([^"]*)"><(?:time|b)/g)].map(([, address]) => address)
const beside = (html = '') =>
  Object.fromEntries([...html.matchAll(/<a class="(newer|older)" href="([^"]*)"/g)].map(([, name, to]) => [name, to]))
const scriptOf = (content = '') => {
  const page: { hedgerowLists?: Readonly<Record<string, string>> } = {}
  runInNewContext(content, { self: page })
  return JSON.parse(Object.values(page.hedgerowLists ?? {})[0] ?? '') as ListScript
}

describe('the index of a long list', () => {
  test('of few decks is one page, without links to others', () => {
    const files = filesOf('index', decksOf(61))
    expect([...files.keys()]).toEqual(['index.html'])
    expect(linked(files.get('index.html'))).toHaveLength(61)
    expect(files.get('index.html')).not.toMatch(/class="beside"|hedgerow-list/)
  })

  test.each([
    ['over many years', {}],
    ['in one year', { date: '2024-03-04' }],
    ['without dates', { date: undefined }],
  ])('has a first page of at most 30 KB with 10 000 decks %s', (_, more) => {
    const files = filesOf(
      'index',
      decksOf(10_000, () => more),
    )
    expect(brotliCompressSync(files.get('index.html') ?? '').length).toBeLessThan(30_000)
    expect(linked(files.get('index.html')).length).toBeGreaterThan(50)
  })

  test('is no larger with texts that cannot be compressed', () => {
    // Of letters in no order.
    const noise = (seed: number, length: number, from: number, span: number) => {
      let state = seed + 1
      return Array.from({ length }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return String.fromCodePoint(from + ((state >>> 8) % span))
      }).join('')
    }
    for (const [from, span] of [
      [97, 26],
      [0x4e00, 20_000],
    ] as const) {
      const decks = decksOf(500, (number) => ({ title: noise(number, 300, from, span) }))
      const files = filesOf('index', decks)
      expect(brotliCompressSync(files.get('index.html') ?? '').length).toBeLessThan(30_000)
    }
  })

  test('has all decks on pages of years, and in a script beside each', () => {
    const decks = decksOf(1700)
    const files = filesOf('index', decks)
    const pages = [...files.keys()].filter((path) => /^index\..+html$/.test(path) && path !== 'index.html')
    expect(pages.slice(0, 3)).toEqual(['index.2024-2.html', 'index.2024.html', 'index.2023-2.html'])
    const listed = pages.flatMap((path) => linked(files.get(path)))
    expect(listed).toHaveLength(1700)
    expect(new Set(listed)).toEqual(new Set(decks.map(({ id }) => `${id}.html`)))
    for (const path of pages) expect(linked(scriptOf(files.get(path.replace(/html$/, 'js'))).html)).toEqual(linked(files.get(path)))
    expect(files.get('index.html')).toContain('href="index.2000-2.html">2000</a>')
    expect(files.get('index.2000.html')).toContain('<a class="up" href="index.html">All decks</a>')
  })

  test('leads from one page to the next, from the first to what it does not have', () => {
    const files = filesOf('index', decksOf(400))
    const seen = new Set(linked(files.get('index.html')))
    let page = beside(files.get('index.html'))['older']
    expect(linked(files.get(page ?? '')).some((address) => !seen.has(address))).toBe(true)
    while (page !== undefined) {
      for (const address of linked(files.get(page))) seen.add(address)
      const next: string | undefined = beside(files.get(page))['older']
      expect(scriptOf(files.get(page.replace(/html$/, 'js'))).next).toBe(next)
      if (next !== undefined) expect(beside(files.get(next))['newer']).toBe(page)
      page = next
    }
    expect(seen.size).toBe(400)
    expect(beside(files.get('index.2024.html'))['newer']).toBe('index.html')
  })

  test('changes only the last part of a year when that has a new deck', () => {
    const before = filesOf(
      'index',
      decksOf(500, () => ({ date: '2020-01-01' })),
    )
    const after = filesOf('index', [...decksOf(500, () => ({ date: '2020-01-01' })), deckAt(500, { date: '2020-02-02' })])
    const changed = [...after].filter(([path, content]) => path.endsWith('.js') && before.get(path) !== content)
    expect(changed.map(([path]) => path)).toEqual(['index.2020-9.js'])
  })

  test('links at most 40 years', () => {
    const decks = decksOf(3000, (number) => ({ date: `${String(1000 + number).padStart(4, '0')}-01-01` }))
    expect([...(filesOf('index', decks).get('index.html') ?? '').matchAll(/>\d{4}<\/a>/g)]).toHaveLength(40)
  })
})

describe('the pages of a tag and of a folder', () => {
  test('are bounded, too, and have addresses of their own', () => {
    const tag = filesOf('tags', decksOf(1000))
    expect(brotliCompressSync(tag.get('tags/all.html') ?? '').length).toBeLessThan(30_000)
    expect(beside(tag.get('tags/all.html'))['older']).toMatch(/^all\.20\d\d\.html$/)
    expect(tag.get('tags/all.2003.html')).toContain('<h1>All – 2003</h1>')
    const series = filesOf('series', decksOf(1000))
    expect(series.get('talks/index.2003.html')).toContain('<a class="up" href="index.html">Talks</a>')
    expect(linked(series.get('talks/index.2003.html'))[0]).toMatch(/^deck-\d+\.html$/)
  })

  test('are at addresses that no deck can have', () => {
    const { options } = siteOf([])
    for (const path of ['index.2024.html', 'index.undated-2.html', 'talks/index.2024.html', 'tags/all.2024.html'])
      expect(siteOutputAt(path, options)?.title).toBeDefined()
    expect(siteOutputAt('index.notes.html', options)).toBeUndefined()
  })
})
