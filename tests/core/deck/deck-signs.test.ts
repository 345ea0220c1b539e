import { expect, test } from 'vitest'
import { deckSigns } from '../../../src/core/deck/deck-signs.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'

const signsOf = (text: string, path = 'notes.md') => deckSigns(path, text).found
const isDeck = (text: string) => openDocument({ path: 'notes.md', text }, () => undefined).isDeck

test.each([
  ['three separators before headings', '# A\n\n---\n\n## B\n\n---\n\n## C\n\n----\n\n## D\n', ['3 slide separators']],
  ['separators of other tools', '# A\n\n--\n\n# B\n\n---v\n\n# C\n\n<!--v-->\n\n# D\n', ['3 slide separators']],
  ['a separator and a note', '# A\n\n---\n\nB\n\nNote: hi\n', ['1 slide separator', '1 "Note:" line']],
  ['a comment for a slide', '# A\n\n<!-- .slide: class="a" -->\n', ['1 ".slide:" comment']],
  [
    'options in front matter that is broken',
    '---\ntitle: a: b\nslideOptions:\n  theme: white\n---\n\n# A\n',
    ['the option "slideOptions"'],
  ],
  ['options of other tools', '---\nmarp: true\n---\n\n# A\n', ['the option "marp"']],
])('%s make a file look like a deck', (_, text, found) => {
  expect(signsOf(text)).toEqual(found)
})

test.each([
  ['rules between paragraphs', 'A\n\n---\n\nB\n\n---\n\nC\n\n---\n\nD\n'],
  ['the front matter of a page', '---\nlayout: post\ntype: post\n---\n\n# A\n\n---\n\nB\n'],
  ['what only its code shows', '# A\n\n```md\n---\n\n# B\n\n---\n\n# C\n\n<!-- .slide: class="a" -->\n\n---\n\n# D\n```\n'],
  ['code in a line', 'Write `<!-- .element: class="fragment" -->` behind it.\n\n---\n\nB\n'],
])('%s do not', (_, text) => {
  expect(signsOf(text)).toEqual([])
  expect(isDeck(text)).toBe(false)
})

test('a file about its repository needs more than rules', () => {
  const text = '# A\n\n---\n\n## B\n\n---\n\n## C\n\n---\n\n## D\n'
  expect(signsOf(text, 'docs/README.md')).toEqual([])
  expect(signsOf(text, 'LICENSE.md')).toEqual([])
  expect(signsOf(`${text}\n<!-- .slide: class="a" -->\n`, 'README.md')).not.toEqual([])
})

test('separators together with comments for slides make a deck without front matter, as in HackMD', () => {
  const text = '# A\n\n---\n\n<!-- .slide: data-background="red" -->\n\n# B\n'
  expect(isDeck(text)).toBe(true)
  expect(isDeck(`---\ntitle: A\n---\n\n${text}`)).toBe(true)
  expect(isDeck(`---\ntype: page\n---\n\n${text}`)).toBe(false)
  expect(isDeck('# A\n\n<!-- .slide: data-background="red" -->\n')).toBe(false)
})
