import { expect, test } from 'vitest'
import { looksUnfinished } from '../../src/dev/unfinished-text.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n'

test.each([
  ['a file that is gone', DECK, undefined, true],
  ['an empty file', DECK, '', true],
  ['the beginning of what it was', DECK, DECK.slice(0, 30), true],
  ['front matter that cannot be read any more', DECK, DECK.replace('slide', '[slide'), true],
  ['front matter that never could', DECK.replace('slide', '[slide'), DECK.replace('slide', '[slides'), false],
  ['other words', DECK, DECK.replace('# A', '# C'), false],
  ['more words', DECK, `${DECK}more`, false],
  ['the same', DECK, DECK, false],
  ['a file that nobody has read', undefined, '', false],
])('%s', (_, before, now, expected) => {
  expect(looksUnfinished('talk.md', before, now)).toBe(expected)
})
