import { describe, expect, test } from 'vitest'
import { isTextOf } from '../../../src/client/search/is-text-of.ts'
import { readOtherDecks, readOtherSite } from '../../../src/client/search/read-other-site.ts'

const shard = { src: 'hedgerow/search/2024.abc.js', year: '2024', decks: 1, slides: 2, size: 3 }
const listOf = (more: object) => JSON.stringify({ format: 1, title: 'Trainings', shards: [shard], ...more })

describe('the list of another site', () => {
  test('has its name, and shards at paths of the server', () => {
    const shards = [{ ...shard, src: '/trainings/hedgerow/search/2024.abc.js' }]
    expect(readOtherSite(listOf({ more: 1 }), '/trainings/')).toEqual({ path: '/trainings/', title: 'Trainings', shards })
    expect(readOtherSite(listOf({ title: ' ' }), '/')?.title).toBe('/')
    expect(readOtherSite(listOf({ title: 'a'.repeat(1000) }), '/')?.title).toHaveLength(200)
  })

  test.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    JSON.stringify([shard]),
    listOf({ format: 2 }),
    listOf({ shards: {} }),
    listOf({ shards: [null] }),
    listOf({ shards: [{ ...shard, src: 'https://elsewhere.example/a.js' }] }),
    listOf({ shards: [{ ...shard, src: '../hedgerow/search/a.js' }] }),
    listOf({ shards: [{ ...shard, src: 'hedgerow/search/../a.js' }] }),
    listOf({ shards: [{ ...shard, year: '<b>' }] }),
    listOf({ shards: [{ ...shard, size: '1' }] }),
  ])('is none: %s', (json) => {
    expect(readOtherSite(json, '/trainings/')).toBeUndefined()
  })

  test('is the only script, with its shards, that a page may load of that site', () => {
    const allowed = (address: string) => isTextOf('/trainings/', address)
    expect(
      ['list.js', '2024.abc.js', '2024-2.abc.js', 'undated.abc.js'].map((name) => allowed(`/trainings/hedgerow/search/${name}`)),
    ).toEqual([true, true, true, true])
    for (const address of ['a.js/../../x.js', '..%2fx.js', 'a.js?b', 'a.js#b', '.js', 'a.mjs', 'a/b.js', '\\b.js'])
      expect(allowed(`/trainings/hedgerow/search/${address}`), address).toBe(false)
    expect(allowed('/other/hedgerow/search/list.js')).toBe(false)
    expect(allowed('https://elsewhere.example/trainings/hedgerow/search/list.js')).toBe(false)
  })
})

describe('the decks of another site', () => {
  const site = { path: '/trainings/', title: 'Trainings', shards: [] }
  const deck = {
    page: 'a/b.html',
    title: 'A',
    lang: 'de',
    date: '2024-09-05',
    tags: ['x'],
    slides: [{ hash: '#/', heading: 'A', text: 'b' }],
  }
  const read = (more: object) => readOtherDecks(JSON.stringify({ decks: [{ ...deck, ...more }] }), site, 'https://example.org')

  test('have absolute addresses and the name of the site', () => {
    expect(read({})).toEqual([{ ...deck, page: 'https://example.org/trainings/a/b.html', site: 'Trainings' }])
    expect(read({ page: 'b.html?x#y' })?.[0]?.page).toBe('https://example.org/trainings/b.html')
  })

  test.each([
    'javascript:alert(1)',
    '//elsewhere.example/a.html',
    'https://elsewhere.example/trainings/',
    '../a.html',
    '/a.html',
    '\\\\x/a',
    1,
  ])('are left out if their page is not below that site: %s', (page) => expect(read({ page })).toEqual([]))

  test('are left out if they have no slides, or slides that are none', () => {
    for (const slides of [undefined, {}, [], [null], [{ hash: 'x', heading: '', text: '' }], [{ hash: '#', heading: 1, text: '' }]])
      expect(read({ slides })).toEqual([])
    expect(read({ title: {} })).toEqual([])
  })

  test('lose only a picture that is not below that site', () => {
    const imageOf = (image: unknown) => read({ slides: [{ hash: '#', heading: '', text: '', image }] })?.[0]?.slides
    const address = 'https://example.org/trainings/a/b%20c.png'
    expect(imageOf('a/b%20c.png')).toEqual([{ hash: '#', heading: '', text: '', image: address }])
    for (const image of ['../a.png', '/a.png', '//x.example/trainings/a.png', 'data:image/png,', 'a/../../b.png', 1, {}, undefined])
      expect(imageOf(image), JSON.stringify(image)).toEqual([{ hash: '#', heading: '', text: '' }])
  })

  test('lose only a date, a language or tags that are none', () => {
    expect(read({ date: '2024-99-99', lang: '"><b>', tags: [1, 'x'] })?.[0]).toMatchObject({ date: undefined, lang: '', tags: ['x'] })
    expect(read({ date: {}, lang: 1, tags: 'x' })?.[0]).toMatchObject({ date: undefined, lang: '', tags: undefined })
  })

  test('are missing if the file has another form', () => {
    for (const json of [undefined, 'x', '[]', '{"decks":{}}']) expect(readOtherDecks(json, site, 'https://example.org')).toBeUndefined()
  })
})
