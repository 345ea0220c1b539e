import { describe, expect, test } from 'vitest'
import { splitSlides } from '../../../src/core/deck/split-slides.ts'
import { recordReports, mustEnd } from '../../support/record-reports.ts'

function split(body: string) {
  const { report, places, found } = recordReports()
  const columns = splitSlides(body, { file: 'deck.md', line: 1 }, report)
  return {
    columns: columns.map((column) => column.map(({ markdown }) => markdown.trim())),
    lines: columns.flat().map(({ line }) => line),
    places: places(),
    found,
  }
}
const columnsOf = (body: string) => split(body).columns

describe('decision 1: a separator', () => {
  test('of three dashes begins a column, of four a slide below', () => {
    expect(columnsOf('a\n\n----\n\nb\n\n---\n\nc\n\n---\n\nd\n\n----\n\ne')).toEqual([['a', 'b'], ['c'], ['d', 'e']])
  })

  test('keeps the line on which each slide begins', () => {
    expect(split('a\n\n---\n\nb\n\n----\n\nc').lines).toEqual([1, 4, 8])
  })

  test('may be the last line of the file', () => {
    expect(columnsOf('a\n\n---\n')).toEqual([['a'], ['']])
  })

  test.each([
    ['a\n---\n\nb', 2, 'the line before it is not empty'],
    ['a\n\n---\nb', 3, 'the line after it is not empty'],
    ['a\n\n--- \n\nb', 3, 'there are spaces after it'],
    ['a\n\n ---\n\nb', 3, 'there are spaces before it'],
    ['a\n\n---\n  \nb', 3, 'the line after it is not empty: it has spaces'],
    ['a\n \n---\n\nb', 3, 'the line before it is not empty: it has spaces'],
    ['a\n\n-----\n\nb', 3, 'it has more than four dashes'],
    ['a\n\n---', 3, 'the file ends without a line break'],
  ])('needs empty lines around it, and %j does not split', (body, line, reason) => {
    const { columns, found } = split(body)
    expect(columns.flat()).toHaveLength(1)
    expect(found).toMatchObject([{ code: 'separator-near-miss', severity: 'warning', line }])
    expect(found[0]?.message).toContain(reason)
  })

  test.each(['| a | b |\n| --- | --- |\n| 1 | 2 |', '- - -', '***', '-- '])('is not meant by %j', (body) => {
    expect(split(body).places).toEqual([])
  })
})

describe('decision 2: dashes', () => {
  test.each([
    ['in a code fence', '```\na\n\n---\n\nb\n```', 'a code block'],
    ['in a fence of tildes', '~~~\n\n---\n\n~~~', 'a code block'],
    ['in a longer fence around a shorter one', '````\n```\n\n---\n\n```\n````', 'a code block'],
    ['in a comment', '<!--\n\n---\n\n-->', 'a comment'],
    ['in a comment that begins behind text', 'a <!-- b\n\n---\n\n-->', 'a comment'],
    ['in a style block', '<style>\n\n---\n\n</style>', 'a style block'],
    ['in a formula', '$$\na\n\n---\n\nb\n$$', 'a formula'],
    ['in an environment', '\\begin{align*}\n\n----\n\n\\end{align*}', 'a formula'],
  ])('%s do not split', (_, body, kind) => {
    const { columns, found } = split(body)
    expect(columns.flat()).toHaveLength(1)
    expect(found).toMatchObject([{ code: 'separator-protected', severity: 'info' }])
    expect(found[0]?.message).toContain(kind)
  })

  test.each([
    ['after a fence that was closed', '```\na\n```\n\n---\n\nb'],
    ['after a fence that is never closed', '```\na\n\n---\n\nb'],
    ['after a comment that is never closed', '<!-- a\n\n---\n\nb'],
    ['after inline code of a comment', '`<!--`\n\n---\n\n`-->`'],
    ['after backticks with more on the line', '```a``` b\n\n---\n\n```c```'],
    ['after prices in dollars', '$$ = medium\n\n---\n\n$$$ = expensive'],
    ['after code in a numbered item', '1. ```\n   x\n   ```\n\n---\n\n```\ny\n```'],
    ['after code in a quote that ends with it', '> ```\n> x\n\n---\n\n```\ny\n```'],
    ['after code in an item that ends with it', '- ```\n  a\n\n---\n\n  b\n  ```'],
    ['after a comment in the code of a nested item', '- a\n  - b\n\n    ```\n    <!-- x\n    ```\n\n---\n\nc <!-- d -->'],
    ['after code in a quote in a list in a quote', '> - > ```\n> > x\n> > ```\n\n---\n\na'],
    ['after code that begins a note', 'a\n\nNote: ```\nx\n```\n\n---\n\n```\ny\n```'],
    ['before a fence that begins again', '```js\na\n\n---\n\n```js\nb\n```'],
  ])('%s split', (_, body) => {
    expect(columnsOf(body).flat()).toHaveLength(2)
  })
})

describe('decision 8: empty slides', () => {
  test('are kept, since addresses count them', () => {
    expect(columnsOf('a\n\n---\n\n---\n\nb')).toEqual([['a'], [''], ['b']])
    expect(columnsOf('\n---\n\na')).toEqual([[''], ['a']])
    expect(columnsOf('\n----\n\na')).toEqual([['', 'a']])
    expect(columnsOf('a\n\n---\n\n----\n\nb')).toEqual([['a'], ['', 'b']])
  })

  test('a deck without text is one of them', () => {
    expect(columnsOf('')).toEqual([['']])
  })
})

describe('a deck of an attacker', () => {
  test('of a hundred thousand separators splits quickly', () => {
    mustEnd(() => split('\n---\n'.repeat(50_000)))
  })

  test.each(['<!--\n', '```x\n', '- ```\n', '> ```\n', '    ```\n', '$$\n\\begin{a}\n'])('of 30000 times %j splits quickly', (line) => {
    mustEnd(() => split(line.repeat(30_000)))
  })
})
