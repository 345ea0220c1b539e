import { expect, test } from 'vitest'
import { slideComment } from '../../../src/core/deck/foreign-blocks.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { recordReports } from '../../support/record-reports.ts'

const slidesOf = (text: string) =>
  parseDeck(openDocument({ path: 'deck.md', text }, recordReports().report), 'decks', recordReports().report).columns.flat()

test('dashes in the notes of a slide of Slidev do not publish what is below them', () => {
  const slides = slidesOf('---\ntheme: seriph\nmdc: true\n---\n\n# A\n\n<!-- private\n---\nmore\n-->\n\n---\n\n# B\n')
  expect(slides.map(({ markdown, notes }) => [markdown.trim(), notes?.markdown])).toEqual([
    ['# A', 'private\n---\nmore'],
    ['# B', undefined],
  ])
})

test('a remark of Marp that starts with "fit" is a note', () => {
  const [slide] = slidesOf('---\nmarp: true\n---\n\n# <!-- fit --> A\n\n<!-- fitting remark -->\n')
  expect(slide?.notes?.markdown).toBe('fitting remark')
})

test('a value cannot end the comment of a slide', () => {
  expect(slideComment({ class: 'a-"-> b' })).toBe('<!-- .slide: class="a> b" -->')
})
