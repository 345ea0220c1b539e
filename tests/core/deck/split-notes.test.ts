import { describe, expect, test } from 'vitest'
import { splitNotes } from '../../../src/core/deck/split-notes.ts'
import { recordReports } from '../../support/record-reports.ts'

function split(markdown: string) {
  const { report, places } = recordReports()
  const { notes, markdown: rest } = splitNotes({ markdown, line: 10 }, 'deck.md', report)
  return { slide: rest.trim(), notes: notes?.markdown.trim(), line: notes?.line, places: places() }
}

describe('decision 9: notes', () => {
  test('are all that follows the first "Note:" line', () => {
    expect(split('# a\n\nNote:\none\n\n- two\n\nthree')).toEqual({ slide: '# a', notes: 'one\n\n- two\n\nthree', line: 12, places: [] })
  })

  test('may begin on that line, with or without a blank', () => {
    expect(split('Note: one')).toMatchObject({ notes: 'one', slide: '' })
    expect(split('Note:one')).toMatchObject({ notes: 'one' })
  })

  test('may be written in any case', () => {
    expect(split('a\n\nnote: one')).toMatchObject({ slide: 'a', notes: 'one' })
  })

  test('a second "Note:" belongs to the first, with a warning', () => {
    expect(split('a\n\nNote: one\n\nb\n\nNote: two')).toEqual({
      slide: 'a',
      notes: 'one\n\nb\n\nNote: two',
      line: 12,
      places: ['notes-repeated:16'],
    })
  })

  test.each(['```\nNote: x\n```', '<!--\nNote: x\n-->'])('do not begin in %j', (markdown) => {
    expect(split(markdown)).toMatchObject({ notes: undefined, slide: markdown, places: [] })
  })

  test.each(['Notes: x', 'notes: x', 'Speaker notes: x'])('are not meant by %j, which warns and stays', (markdown) => {
    expect(split(markdown)).toMatchObject({ notes: undefined, slide: markdown, places: ['notes-misspelt:10'] })
  })

  test.each(['A Note: x', '> Note: x', 'Noted: x', '  Note: x'])('are not meant by %j', (markdown) => {
    expect(split(markdown)).toMatchObject({ notes: undefined, places: [] })
  })
})
