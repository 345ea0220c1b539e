import { describe, expect, test } from 'vitest'
import { splitNotes } from '../../../src/core/deck/split-notes.ts'
import { composeText } from '../../support/compose-text.ts'
import { recordReports } from '../../support/record-reports.ts'

function split(markdown: string) {
  const { report, places } = recordReports()
  const { notes, markdown: rest } = splitNotes({ markdown, line: 10 }, 'deck.md', report)
  return { slide: rest.trim(), notes: notes?.markdown.trim(), line: notes?.line, places: places() }
}

describe('notes', () => {
  test('are all that follows the first "Note:" line', () => {
    expect(split('# a\n\nNote:\none\n\n- two\n\nthree')).toEqual({ slide: '# a', notes: 'one\n\n- two\n\nthree', line: 12, places: [] })
  })

  test('may begin on that line, with or without a space', () => {
    expect(split('Note: one')).toMatchObject({ notes: 'one', slide: '' })
    expect(split('Note:one')).toMatchObject({ notes: 'one' })
  })

  test('may be written in any case', () => {
    expect(split('a\n\nnote: one')).toMatchObject({ slide: 'a', notes: 'one', places: [] })
  })

  test('a second "Note:" belongs to the first, with a warning', () => {
    expect(split('a\n\nNote: one\n\nb\n\nNote: two')).toEqual({
      slide: 'a',
      notes: 'one\n\nb\n\nNote: two',
      line: 12,
      places: ['notes-repeated:16'],
    })
  })

  test.each(['```\nNote: x\n```', '<!--\nNote: x\n-->', '<!--\nNotes: x -->', '<pre>\nNotes: x\n</pre>', '```yaml\nnotes: x\n```'])(
    'do not begin in %j',
    (markdown) => {
      expect(split(markdown)).toMatchObject({ notes: undefined, slide: markdown, places: [] })
    },
  )

  test.each([
    ['Notes: x', 'x'],
    ['notes:x', 'x'],
    ['NOTES:\nx', 'x'],
    ['Note : x', 'x'],
    ['Notes\u00a0: x', 'x'],
    ['Note：x', 'x'],
    ['Speaker notes: x', 'x'],
    ["Presenter's note: x", 'x'],
    ['a\n\n  Notes: x', 'x'],
    ['Notes:\n\n```\nNote: y\n```', '```\nNote: y\n```'],
  ])('also begin with %j, of which HedgeDoc knows nothing', (markdown, notes) => {
    expect(split(markdown)).toMatchObject({ notes, places: [expect.stringMatching(/^notes-misspelt:1[0-2]$/)] })
  })

  test('another spelling in notes is part of them', () => {
    expect(split('a\n\nNote: one\n\nNotes: two')).toMatchObject({ notes: 'one\n\nNotes: two', places: [] })
  })

  test('"Note:" in notes of another spelling is reported, since HedgeDoc shows what is between them', () => {
    expect(split('a\n\nNotes: one\n\nNote: two')).toMatchObject({
      notes: 'one\n\nNote: two',
      places: ['notes-misspelt:12', 'notes-repeated:14'],
    })
  })

  test.each(['A Note: x', '> Note: x', 'Noted: x', '**Notes:** x', '- a\n  Notes: x', '- a\n\n  Notes: x', 'a\n Notes: x', '    Notes: x'])(
    'are not meant by %j',
    (markdown) => {
      expect(split(markdown)).toMatchObject({ notes: undefined, places: [] })
    },
  )
})

describe('blocks of notes', () => {
  const notesOf = (text: string) => /<aside class="notes">([^]*?)<\/aside>/.exec(composeText(text).page)?.[1]?.trim()
  const shown = (text: string) => composeText(text).slides.replace(/<aside[^]*?<\/aside>/g, '')

  test.each([
    ['::: notes\n\nsecret\n\n:::\n\nshown', '<p>secret</p>'],
    ['::: {.notes}\nsecret\n:::\n\nshown', '<p>secret</p>'],
    [':::: Notes\n::: tip\nsecret\n:::\nmore\n::::\n\nshown', 'secret'],
    [':::columns\nshown\n+++\n::: notes\nsecret\n:::\n:::', '<p>secret</p>'],
    ['<aside class="notes">\n\nsecret\n\n</aside>\n\nshown', '<p>secret</p>'],
    ['- shown\n  <aside class="notes">secret</aside>', 'secret'],
  ])('%j', (text, notes) => {
    expect(notesOf(text)).toContain(notes)
    expect(shown(text)).not.toContain('secret')
    expect(shown(text)).toContain('shown')
    expect(composeText(text).reading).toMatch(/<details class="hr-notes">[^]*secret/)
  })

  test('come before the notes after "Note:"', () => {
    expect(notesOf('::: notes\none\n:::\n\nNote: two')).toBe('<p>one</p>\n<div><p>two</p>\n</div>')
  })

  test('are reported with their line, and not inside code', () => {
    expect(composeText('# A\n\n::: notes\nb\n:::\n').places()).toEqual(['notes-misspelt:3'])
    expect(composeText('# A\n\n```\n::: notes\nb\n:::\n```\n').places()).toEqual([])
  })

  test('that are not closed hide the rest of the slide', () => {
    expect(shown('# A\n\n::: notes\nsecret\n\nsecret\n')).not.toContain('secret')
  })
})
