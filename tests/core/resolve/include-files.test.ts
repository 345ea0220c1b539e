import { describe, expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { includeFiles } from '../../../src/core/resolve/include-files.ts'
import { recordReports } from '../../support/record-reports.ts'

const HEAD = '---\ntype: slide\n---\n'

function include(body: string, files: Readonly<Record<string, string>>, path = 'deck.md') {
  const { report, found, places } = recordReports()
  const document = openDocument({ path, text: HEAD + body }, report)
  const read = (file: string) => (Object.hasOwn(files, file) ? { text: files[file] ?? '' } : { problem: 'it is not there' })
  const included = includeFiles(document, read, report)
  return { ...included, text: included.document.source.text.slice(HEAD.length), body: included.document.frontMatter.body, found, places }
}

describe('an included file', () => {
  test('of Markdown becomes part of the deck, without its front matter, and may include others', () => {
    const files = { 'a/part.md': '---\ntitle: x\n---\n# Part\n\n{% include "../b.md" %}\n', 'b.md': 'b\n' }
    const { text, body, files: used, places } = include('1\n\n{%include a/part.md%}\n\n2', files)
    expect(text).toBe('1\n\n\n# Part\n\nb\n\n2')
    expect(body).toBe(`\n${text}`)
    expect(used).toEqual(['a/part.md', 'b.md'])
    expect(places()).toEqual([])
  })

  test('of code becomes a block, longer than any in it', () => {
    expect(include('{%include ./a.ts %}', { 'a.ts': 'let a\n' }).text).toBe('```ts\nlet a\n```')
    expect(include('{%include ./a.ts %}', { 'a.ts': '````\n' }).text).toBe('`````ts\n````\n`````')
  })

  test('fills the block of code around it', () => {
    expect(include('```ts=5 {1}\n{%include ./a.ts %}\n```', { 'a.ts': 'let a\n' }).text).toBe('```ts=5 {1}\nlet a\n```')
  })

  test.each([
    '```\n{% include header.html %}\n```',
    '```\na\n{%include ./a.ts %}\n```',
    '{% include header.html %}',
    '<!--\n{%include ./a.ts %}\n-->',
    'a {%include ./a.ts %}',
    '    {%include ./a.ts %}',
  ])('is not meant by %j', (body) => {
    const { text, places } = include(body, { 'a.ts': 'x' })
    expect([text, places()]).toEqual([body, []])
  })

  test.each([
    ['./gone.md', 'it is not there'],
    ['../deck.md', 'it is not in the decks folder'],
    ['./.env', 'it is not in the decks folder'],
    ['./node_modules/a.js', 'it is not in the decks folder'],
    ['./deck.md', 'it includes itself'],
    ['./a.md', 'it includes itself'],
  ])('%s is refused', (address, problem) => {
    const line = `{%include ${address} %}`
    const { found, text } = include(line, { 'a.md': '{%include ./a.md %}', 'deck.md': '', '.env': 'secret' })
    expect(text).toContain('{%include')
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(problem)])
  })

  test('that ends the block around it is refused', () => {
    expect(include('```\n{%include ./a.md %}\n```', { 'a.md': 'x\n```\ny' }).places()).toEqual(['include-failed:5'])
  })

  test('is limited in depth, number and size', () => {
    const deep = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.md`, `{%include ${index + 1}.md %}`]))
    expect(include('{%include 0.md %}', deep).places()).toHaveLength(1)
    const many = include('{%include a.md %}\n'.repeat(300), { 'a.md': 'a' })
    expect(many.places().length).toBe(100)
    expect(include('{%include a.md %}\n'.repeat(3), { 'a.md': 'a'.repeat(400_000) }).places()).toHaveLength(1)
  })

  test('keeps the lines of its messages, and drops fixes outside the deck', () => {
    const { toSource, ownLine } = include('1\n\n{%include a.md %}\n2', { 'a.md': 'a\nb\nc' })
    const message = { code: 'slide-empty', severity: 'warning', file: 'deck.md', message: '', help: '' } as const
    const edits = (line: number) => [{ line, column: 1, was: 'x', text: 'y' }]
    expect(toSource({ ...message, line: 7, edits: edits(7) })).toMatchObject({ file: 'a.md', line: 2, edits: undefined })
    expect(toSource({ ...message, line: 9, edits: edits(9) })).toMatchObject({ file: 'deck.md', line: 7, edits: edits(7) })
    expect(toSource({ ...message, line: 2 })).toMatchObject({ file: 'deck.md', line: 2 })
    expect([4, 6, 7, 8, 9].map(ownLine)).toEqual([4, 6, 6, 6, 7])
  })
})
