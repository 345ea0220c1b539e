import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { splitDecks } from '../../../src/node/content/split-decks.ts'
import { buildOne, buildWhole, makePlace, mergeAt, type Place, readAll } from '../../support/build-parts.ts'

// Cards and single files take some seconds, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const deck = (text: string, options = '') => `---\ntype: slide\n${options}---\n\n${text}\n`

// What one part cannot know of the others: series, aliases, tags, files that several decks show, and addresses that two want.
const FILES = {
  'site.yaml':
    'title: Talks\nurl: https://a.example/slides/\nlogo: logo.svg\nsingleFile: true\npdf: true\npadLinks: true\nignore: [alt-missing]\n',
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
  'robots.txt': 'User-agent: *\n',
  'series/20250101.md': deck('# First <b>\n\n![](../shared.png)', 'tags: [one, two]\n'),
  'series/20250108.md': deck('# Second\n\n![](../shared.png)\n\n![](../drawing.svg)', 'tags: [two]\naliases: [old.html]\n'),
  'series/20250115.md': deck('# Third\n\n![](../drawing.svg)\n\n![](../shared.png)', 'aliases: [old.html, a.html]\n'),
  'series/20250122.md': deck('# Viertens und noch etwas Text der deutsch ist, damit man es erkennt', 'lang: de\n'),
  'series/20990101.md': deck('# Future'),
  'a.md': deck('# A\n\n[the file](b.pdf) and [B](b.md)\n\n![](c.card.jpg)\n\n![](none.png)', 'notes: false\n') + '\nNote:\nsecret\n',
  'b.md': deck('# B\n\n<style>h1 { color: re }</style>\n\n[draft](draft.md)'),
  'c.md': deck('# C\n\n![](large.svg)\n\nhttps://outside.example/'),
  'd.md': deck('# D\n\n![](large.svg)\n\n$x$\n\n```mermaid\nlater\n```'),
  'draft.md': deck('# Draft', 'draft: true\n'),
  'same/index.md': deck('# Same'),
  'same.md': deck('# Same'),
  'broken.md': '---\ntitle: [\ntype: slide\n---\n\n# Broken\n',
  'empty.md': '',
  'notes.md': '# No deck\n',
  'shared.png': 'GIF89a\u0001\0\u0001\0\0\0',
  'c.card.jpg': 'picture',
  'b.pdf': 'a file of the author',
  'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><rect width="1" height="1"/></svg>',
  'large.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(6_000_000)}--></svg>`,
  'pads.lock.yaml': '',
}

async function buildParts(place: Place, count: number): Promise<readonly string[]> {
  const folders: string[] = []
  for (let number = 1; number <= count; number += 1) folders.push(await buildOne(place, number, count))
  return folders
}

describe('a site of parts', () => {
  test.each([1, 2, 3, 4, 20])('of %i is the same to the last byte as one that is built at once, with the same messages', async (count) => {
    const place = makePlace(FILES)
    const whole = await buildWhole(place)
    // In any order.
    const merged = await mergeAt(place, (await buildParts(place, count)).toReversed())
    const [expected, found] = ['whole', 'merged'].map((name) => readAll(path.join(place.holder, name)))
    expect([...(found?.keys() ?? [])]).toEqual([...(expected?.keys() ?? [])])
    for (const [file, bytes] of expected ?? []) expect(found?.get(file) === bytes, file).toBe(true)
    expect(merged.diagnostics).toEqual(whole.diagnostics)
    expect(merged.decks).toEqual(whole.decks)
    expect(new Map(merged.files)).toEqual(new Map(whole.files))
    expect(merged.content.drafts).toEqual(whole.content.drafts)
  })

  test('the example has what parts do not know of each other', async () => {
    const { diagnostics, files } = await buildWhole(makePlace(FILES))
    const codes = new Set(diagnostics.map(({ code, file }) => `${file} ${code}`))
    for (const code of [
      'b.md pdf-missing',
      'c.md card-missing',
      'series/20250115.md alias-taken',
      'large.svg asset-too-large',
      'site.yaml pdf-missing',
      'broken.md front-matter-yaml',
      'b.md css-invalid',
      'a.md asset-missing',
    ])
      expect(codes).toContain(code)
    expect(files.has('old.html')).toBe(true)
  })
})

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('a site of real decks (set HEDGEROW_CORPUS)', () => {
  test('of 1 to 4 parts is the same as one that is built at once', { timeout: 300_000 }, async () => {
    const place = { ...makePlace({}), root: path.join(corpus ?? '.', 'community-call') }
    const whole = await buildWhole(place)
    const expected = readAll(path.join(place.holder, 'whole'))
    for (const count of [1, 2, 3, 4]) {
      const merged = await mergeAt(place, await buildParts(place, count))
      expect(merged.diagnostics).toEqual(whole.diagnostics)
      const found = readAll(path.join(place.holder, 'merged'))
      expect([...found.keys()].filter((file) => found.get(file) !== expected.get(file))).toEqual([])
      expect([...found.keys()]).toEqual([...expected.keys()])
    }
  })
})

describe('the decks of a site', () => {
  const paths = Array.from({ length: 103 }, (_, index) => `talks/${index}.md`)

  test('are split into parts that differ by one deck at most, and each is in one', () => {
    const parts = [1, 2, 3, 4].map((number) => [...splitDecks(paths, { number, count: 4 })])
    expect(parts.map(({ length }) => length)).toEqual([25, 26, 26, 26])
    expect(parts.flat().toSorted()).toEqual(paths.toSorted())
  })

  test('mostly stay in their part when there is one more', () => {
    const partsOf = (all: readonly string[]) =>
      new Map([1, 2, 3, 4].flatMap((number) => [...splitDecks(all, { number, count: 4 })].map((path) => [path, number] as const)))
    const [before, after] = [partsOf(paths), partsOf([...paths, 'talks/new.md'])]
    expect(paths.filter((path) => before.get(path) !== after.get(path)).length).toBeLessThanOrEqual(3)
  })
})
