import { describe, expect, test } from 'vitest'
import { readOptions } from '../../../src/core/config/read-options.ts'
import { choice, either, flag, list, number, pattern, text } from '../../../src/core/config/schema.ts'
import { recordReports } from '../../support/record-reports.ts'

const schema = {
  draft: flag(false, ''),
  title: text('Untitled', '', 10),
  theme: pattern('a small word', /^[a-z]+$/, undefined, ''),
  scale: number(0, 1, 0.5, ''),
  transition: choice(['none', 'fade'], 'none', ''),
  tags: list([], ''),
  size: either(number(1, 9, undefined, ''), choice(['auto'], undefined, '')),
} as const

function read(given: Readonly<Record<string, unknown>>) {
  const { report, codes, found } = recordReports()
  const values = readOptions(schema, new Map(Object.entries(given)), { report, locationOf: () => ({ file: 'deck.md', line: 1 }) })
  return { values, codes: codes(), messages: found.map(({ message }) => message) }
}

const defaults = { draft: false, title: 'Untitled', theme: undefined, scale: 0.5, transition: 'none', tags: [], size: undefined }

describe('options', () => {
  test('that are not given have their defaults', () => {
    expect(read({})).toMatchObject({ values: defaults, codes: [] })
  })

  test('that fit are taken', () => {
    const given = { draft: true, title: 'T', theme: 'white', scale: 1, transition: 'fade', tags: ['a', 2], size: 'auto' }
    expect(read(given)).toMatchObject({ values: { ...given, tags: ['a', '2'] }, codes: [] })
  })

  test('that are null have not been decided', () => {
    expect(read({ draft: null, title: null, size: null })).toMatchObject({ values: defaults, codes: [] })
  })

  test.each([
    [{ draft: 'yes' }, 'option "draft" must be true or false, found "yes"'],
    [{ title: 7 }, 'option "title" must be text of at most 10 characters, found 7'],
    [{ title: 'x'.repeat(11) }, 'option "title" must be text of at most 10 characters, found "xxxxxxxxxxx"'],
    [{ theme: 'White' }, 'option "theme" must be a small word, found "White"'],
    [{ scale: 2 }, 'option "scale" must be a number from 0 to 1, found 2'],
    [{ scale: Number.NaN }, 'option "scale" must be a number from 0 to 1, found NaN'],
    [{ transition: 'flip' }, 'option "transition" must be one of none, fade, found "flip"'],
    [{ tags: [['a']] }, 'option "tags" must be a list of text values, found a list'],
    [{ size: new Map() }, 'option "size" must be a number from 1 to 9, or one of auto, found a mapping'],
  ])('of a wrong type keep the default, and say what is expected: %j', (given, message) => {
    expect(read(given)).toEqual({ values: defaults, codes: ['option-type'], messages: [message] })
  })

  test('of a wrong type that decide what is published keep it back, and say so', () => {
    const { report, found } = recordReports()
    const secret = { notes: { ...flag(true, ''), whenInvalid: false } }
    expect(readOptions(secret, new Map([['notes', 'none']]), { report, locationOf: () => ({ file: 'deck.md' }) })).toEqual({ notes: false })
    expect(found).toMatchObject([{ code: 'option-publishing', message: 'option "notes" must be true or false, found "none"' }])
  })

  test('that are unknown are said with the nearest name', () => {
    expect(read({ tehme: 'white' }).messages).toEqual(['unknown option "tehme"; did you mean "theme"?'])
    expect(read({ quux: 1 }).messages).toEqual(['unknown option "quux"'])
  })

  test('named like a property of every object are unknown', () => {
    expect(read({ constructor: 1, hasOwnProperty: 1, ['__proto__']: 1 }).codes).toHaveLength(3)
  })
})
