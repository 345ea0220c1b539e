import { expect, test } from 'vitest'
import { aliasesOf } from '../../../src/core/outputs/aliases-of.ts'
import type { DeckSummary } from '../../../src/core/model.ts'

const deck = (id: string, aliases: readonly string[] = []): DeckSummary => ({
  ...{ id, title: id, path: `${id}.md`, description: '', tags: [], authors: [], slides: 1, lines: [], headings: [], assets: [], aliases },
})

test('the paths of pads lead to decks after all aliases, and what is taken or no address is left out without a word', () => {
  const decks = [deck('a'), deck('b', ['/p/one', '/c.html'])]
  const pads = new Map([
    ['a.md', { pad: 'https://pad.example/one' }],
    ['b.md', { pad: 'https://pad.example/ONE' }],
    ['c.md', { pad: 'https://pad.example/of-no-deck' }],
  ])
  const found = aliasesOf(decks, { paths: ['a.html', 'b.html', 'c.html'], isReserved: (path) => path === 's' }, pads)
  expect(found.map(({ path, deck: { id }, isTaken }) => [path, id, isTaken])).toEqual([
    ['p/one.html', 'b', undefined],
    ['c.html', 'b', true],
    ['one.html', 'a', undefined],
    ['n/one.html', 'a', undefined],
  ])
})

test('a pad whose name is that of a file, or of nothing that a file system has, has no page', () => {
  for (const name of ['release-7.r', 'aux', '.hidden']) {
    const pads = new Map([['a.md', { pad: `https://pad.example/s/${name}` }]])
    expect(aliasesOf([deck('a')], { paths: [], isReserved: () => false }, pads)).toEqual([])
  }
})

test('the path of a pad does not lead to a deck whose notes are not published', () => {
  const pads = new Map([['a.md', { pad: 'https://pad.example/one' }]])
  const decks = [{ ...deck('a', ['/old.html']), isWithoutSource: true as const }]
  expect(aliasesOf(decks, { paths: [], isReserved: () => false }, pads).map(({ path }) => path)).toEqual(['old.html'])
})
