import { expect, test } from 'vitest'
import { gonePaths } from '../../../src/core/outputs/gone-paths.ts'

test('a page is held with or without its ending, and as the page of a folder', () => {
  const held = new Set(['index.html', 'a.html', 'a.pdf', 'talks/index.html'])
  expect(gonePaths(['', 'a', 'a.html', 'a.pdf', 'talks', 'talks/'], held)).toEqual([])
  expect(gonePaths(['a/', 'b', 'A.html'], held)).toEqual(['a/', 'b', 'A.html'])
})

test('a page that is gone is named once, without its other outputs, and a lost download alone is named', () => {
  const former = ['b.html', 'b', 'b.read.html', 'b.pdf', 'b.md', 'a.pdf']
  expect(gonePaths(former, new Set(['a.html']))).toEqual(['b.html', 'a.pdf'])
})

test('the page of a folder that listed others is no deck, and one that was alone is', () => {
  const former = ['calls/', 'calls/index.html', 'calls/2024/a.html', 'talk/index.html']
  expect(gonePaths(former, new Set())).toEqual(['calls/2024/a.html', 'talk/index.html'])
})

test('what has another name with each version is not named, and what other sites have in the same folders is', () => {
  const own = [
    ...['assets/deck-D5rwhF-Q.js', 'assets/look-black-b11f69d2.css', 'assets/KaTeX_Main-Bold-Cx986IdX.woff2', 'assets/licences.txt'],
    ...['assets/mermaid-11.17.2.js', 'assets/mermaid-11.17.2.js.licence.txt', 'hedgerow/card.jpg', 'hedgerow/search/2024.1x2y3z.js'],
  ]
  const others = ['assets/old-deck.html', 'assets/talk-overview.html', 'assets/flyer-overview.pdf', 'assets/x.js', 'hedgerow/talk.html']
  expect(gonePaths([...own, ...others], new Set())).toEqual(others)
})
