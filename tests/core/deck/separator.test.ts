import { describe, expect, test } from 'vitest'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { readSeparator, separatesAt } from '../../../src/core/deck/separator.ts'
import { recordReports } from '../../support/record-reports.ts'

const separates = (pattern: string, text: string) => {
  const lines = text.split('\n')
  const separator = readSeparator(pattern)
  return separator && lines.map((_, index) => index).filter((index) => separatesAt(lines, index, separator))
}

describe('the pattern of a separator', () => {
  test.each([
    ['---', 'a\n---\nb', [1]],
    ['^---$', 'a\n---\nb\n----', [1]],
    ['\\n---\\n', 'a\n---\nb', [1]],
    ['\\r?\\n---\\r?\\n', 'a\n---\nb', [1]],
    ['^\\r?\\n---\\r?\\n$', 'a\n---\n\n\n---\n\nb', [4]],
    ['^(\\r\\n?|\\n)---(\\r\\n?|\\n)$', 'a\n---\nb\n\n---\n\nc', [4]],
    ['\n---\n', 'a\n---\nb', [1]],
    ['<!--s-->', 'a\n<!--s-->\n<!-- s -->\nb <!--s-->', [1]],
    ['<!--\\s*v\\s*-->', '<!--v-->\n<!-- v -->\n<!--  v-->', [0, 1, 2]],
    ['^\\s*---\\s*$', '  ---  \n---', [0, 1]],
    ['<!-- .slide -->', '<!-- .slide -->', [0]],
    ['\\-\\-\\-', '---', [0]],
    ['^\\*\\*\\*$', '***\n---', [0]],
    ['^\\n\\n\\n', '\n\n\n\na\n\n\nb\n\n\n\n\nc', [8]],
    ['\\n\\n\\n', 'a\n\n\nb\n\nc', [1]],
    ['^\n\n', 'a\n\n\nb\n\nc', [1]],
    ['\\n\\n', 'a\n\nb', undefined],
    ['^\\n', 'a\n\nb', undefined],
  ])('%j', (pattern, text, found) => {
    expect(separates(pattern, text)).toEqual(found)
  })

  test.each(['(a+)+$', '^(---|___)$', '^\\n\\n\\n$', '[-]{3}', '.*', '', '-', '\\w+', '---\\nx', 'a'.repeat(300), '^#{1,2} '])(
    '%j is not understood',
    (pattern) => {
      expect(readSeparator(pattern)).toBeUndefined()
    },
  )
})

const read = (text: string) => {
  const { report, places } = recordReports()
  const { columns } = parseDeck(openDocument({ path: 'deck.md', text }, report), 'decks', report)
  return { columns: columns.map((column) => column.map(({ markdown, line }) => [line, markdown.trim()])), columnsOf: columns, places }
}

test('reveal-md needs no empty lines around its separators', () => {
  const { columns, places } = read('---\nrevealOptions: {}\n---\n# A\n---\n# B\n----\n# C\n\n```\n---\n```\n')
  expect(columns).toEqual([
    [[3, '# A']],
    [
      [6, '# B'],
      [8, '# C\n\n```\n---\n```'],
    ],
  ])
  expect(places()).toEqual(['tool-recognised:2'])
})

test('the separators of a deck replace those of HedgeDoc, each for itself', () => {
  const { columns } = read('---\ntype: slide\nverticalSeparator: <!--v-->\n---\n\n# A\n\n---\n\n# B\n<!--v-->\n# C\n---\nD\n')
  expect(columns).toEqual([
    [[4, '# A']],
    [
      [9, '# B'],
      [12, '# C\n---\nD'],
    ],
  ])
})

test('notes start where the deck says', () => {
  const { columnsOf } = read('---\nseparator: <!--s-->\nnotesSeparator: "^Speaker:"\n---\n\n# A\n\nSpeaker: one\ntwo\n\n<!--s-->\n\n# B\n')
  expect(columnsOf[0]?.[0]?.notes).toEqual({ markdown: 'one\ntwo\n', line: 8 })
})

test('separators of other tools are reported once each, with the option that accepts them', () => {
  const { places } = read('---\ntype: slide\n---\n\n# A\n\n--\n\n# B\n\n--\n\n---v\n\n<!-- v -->\n\n```\n--\n```\n\nA heading\n--\n')
  expect(places()).toEqual(['separator-foreign:7', 'separator-foreign:13', 'separator-foreign:15'])
})
