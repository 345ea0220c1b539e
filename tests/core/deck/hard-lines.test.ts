import { describe, expect, test } from 'vitest'
import { deckSigns } from '../../../src/core/deck/deck-signs.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { composeText } from '../../support/compose-text.ts'
import { recordReports } from '../../support/record-reports.ts'

const HEDGEDOC = '---\ntype: slide\n---\n\n'
const MARP = '---\nmarp: true\n---\n\n'
const SLIDEV = '---\ntheme: seriph\nmdc: true\n---\n\n'
const QUARTO = '---\nformat: revealjs\n---\n\n# a\n\n'

const parse = (text: string) => parseDeck(openDocument({ path: 'deck.md', text }, recordReports().report), 'decks', recordReports().report)

// In milliseconds. Each took longer when its time grew with the square of the text; now all take a fraction of it.
const LIMIT = 15_000

describe('a deck of 95 KB is read in time with', () => {
  test.each([
    ['code that a separator divides', `${HEDGEDOC}${'```js\n'.repeat(15_800)}\n---\n\n\`\`\`js\n`],
    ['a line of backquotes', `${HEDGEDOC}a ${'`'.repeat(95_000)}\n`],
    ['a line of backquotes and a comment', `${HEDGEDOC}a <!-- ${'`'.repeat(95_000)}\n`],
    ['indented notes that are none', `${HEDGEDOC}\n${' note:\n\n'.repeat(11_800)}`],
    ['spaces after the start of notes', `${HEDGEDOC}::: notes${' '.repeat(95_000)}!\n`],
    ['line breaks in a comment of Marp', `${MARP}<!-- a:${'\n'.repeat(95_000)}x -->\n`],
    [
      'a long address in a directive of Marp',
      `---\nmarp: true\nbackgroundImage: "url(${' '.repeat(15_000)}!"\n---\n\n${'a\n\n---\n\n'.repeat(2000)}`,
    ],
    ['a long header in Marp', `---\nmarp: true\nheader: "${'word '.repeat(3000)}"\n---\n\n${'a\n\n---\n\n'.repeat(2000)}`],
    ['separators of Slidev that are none', `${SLIDEV}${'---x\ny: 1\n'.repeat(9000)}---\n`],
    ['many separators of Slidev', `${SLIDEV}${'---\nx\n'.repeat(15_800)}`],
    ['a tag and backquotes in Slidev', `${SLIDEV}a\n\n---\n\n<b> ${'`'.repeat(95_000)}\n`],
    ['a line of colons in Quarto', `${QUARTO}${':'.repeat(95_000)}!\n`],
    ['spaces after colons in Quarto', `${QUARTO}:::${' '.repeat(95_000)}!\n`],
    ['spaces in a heading of Quarto', `${QUARTO}# a${' '.repeat(95_000)}!\n`],
    ['a long word in the attributes of a heading of Quarto', `${QUARTO}# a {${'a'.repeat(95_000)}}\n`],
  ])(
    '%s',
    (_, text) => {
      deckSigns('deck.md', text)
      expect(parse(text).columns.length).toBeGreaterThan(0)
    },
    LIMIT,
  )
})

describe('a slide of 95 KB is rendered in time with', () => {
  test.each([
    ['spaces after the name of a box', `:::tip${' '.repeat(95_000)}!\n`],
    ['colons after the name of a box', `:::tip ${':'.repeat(95_000)}!\n`],
    ['brackets in the title of a box', `:::tip[${']{'.repeat(47_000)}\n`],
  ])(
    '%s',
    (_, text) => {
      expect(composeText(HEDGEDOC + text).slides).not.toBe('')
    },
    LIMIT,
  )
})

describe('what is repeated on every slide has at most 1000 characters, and is reported otherwise:', () => {
  test.each([
    ['the header of Marp', '---\nmarp: true\nheader: "TEXT"\n---\n\na\n', '"header" with more than 1000 characters'],
    ['the footer of Quarto', '---\nformat:\n  revealjs:\n    footer: "TEXT"\n---\n\n# a\n', 'a footer with more than 1000 characters'],
  ])('%s', (_, text, expected) => {
    const found = (length: number) =>
      composeText(text.replace('TEXT', 'x'.repeat(length))).found.filter(({ message }) => message.includes(expected))
    expect([found(1000).length, found(1001).length]).toEqual([0, 1])
  })
})

test(
  'many images with spaces in their names may be on one line',
  () => {
    expect(composeText(HEDGEDOC + '![a](b c.png) '.repeat(4000)).places()).toContain('address-spaces:5')
  },
  LIMIT,
)
