import { expect, test } from 'vitest'
import { lostPages } from '../../../src/core/outputs/outputs-of-deck.ts'

const pagesOf = (...ids: readonly string[]) => ids.flatMap((id) => [`${id}.html`, `${id}.read.html`, `${id}.md`])
const site = ['index.html', '404.html', 'hedgerow/speaker.html', 'assets/deck-1.js', 'x.png']

test.each<[readonly string[], readonly string[], readonly string[]]>([
  [[], [...site, ...pagesOf('a')], []],
  [[...site, ...pagesOf('a')], [...site, ...pagesOf('a', 'b')], []],
  [
    [...site, ...pagesOf('b', 'sub/a', 'c')],
    [...site, ...pagesOf('c')],
    ['b.html', 'sub/a.html'],
  ],
  [
    [...site, 'a.pdf', 'a.single.html', 'b.pdf', ...pagesOf('a', 'b')],
    [...site, 'b.pdf', ...pagesOf('a', 'b')],
    ['a.pdf', 'a.single.html'],
  ],
  [[...site, 'sub/a.pdf', ...pagesOf('sub/a')], site, ['sub/a.html', 'sub/a.pdf']],
  // Files that are named by their content, and what decks show, are nothing that somebody has kept the address of.
  [[...site, 'assets/old.js', 'paper.pdf', ...pagesOf('a')], pagesOf('a'), []],
])('of %j, in %j is lost: %j', (before, after, lost) => {
  expect(lostPages(before, after)).toEqual(lost)
})
