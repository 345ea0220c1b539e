import { describe, expect, test } from 'vitest'
import { catalogue, type Code } from '../../../src/core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts'
import { limitMessages, countMessages, MOST_KEPT } from '../../../src/core/diagnostics/limit-messages.ts'
import { recordReports } from '../../support/record-reports.ts'

const messages = (code: Code, count: number, file = 'deck.md'): Diagnostic[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ code, severity: catalogue[code].severity, file, line: index + 1 },
    ...{ message: 'm', help: 'h' },
  }))

describe('messages for people', () => {
  test('of one code and file are the first twenty, and how many more there are', () => {
    const shown = limitMessages(messages('element-unbalanced', 50_000))
    expect(shown).toHaveLength(21)
    expect(shown.slice(0, 20).map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(shown[20]).toEqual({
      code: 'element-unbalanced',
      severity: 'warning',
      file: 'deck.md',
      message: '49980 more element-unbalanced messages in this file are not listed',
      help: 'Correct those that are listed, and check again. The formats "json" and "sarif" list up to 10000.',
      omitted: 49_980,
    })
  })

  test('of one file are a hundred, and those of the next are not fewer', () => {
    const codes = (Object.keys(catalogue) as Code[]).filter((code) => catalogue[code].severity === 'warning').slice(0, 10)
    const found = codes.flatMap((code) => messages(code, 15))
    const shown = limitMessages([...found, ...messages('slide-empty', 3, 'other.md')])
    const inDeck = shown.filter(({ file }) => file === 'deck.md')
    expect(inDeck.filter(({ omitted }) => omitted === undefined)).toHaveLength(100)
    expect(countMessages(inDeck)).toBe(150)
    expect(shown.filter(({ file }) => file === 'other.md')).toHaveLength(3)
  })

  test('show an error below any number of warnings', () => {
    const codes = (Object.keys(catalogue) as Code[]).filter((code) => catalogue[code].severity === 'warning').slice(0, 10)
    const shown = limitMessages([...codes.flatMap((code) => messages(code, 20)), ...messages('slide-too-large', 1)])
    expect(shown.map(({ code }) => code)).toContain('slide-too-large')
  })

  test('that are few are all there, in their order', () => {
    const found = [...messages('slide-empty', 20), ...messages('image-alt', 20)]
    expect(limitMessages(found)).toEqual(found)
  })
})

describe('messages that are kept', () => {
  test('are so many of one code and file, and a count of the others, which are no strings in memory', () => {
    const { report, found } = recordReports()
    for (let line = 1; line <= MOST_KEPT + 500; line += 1) report('element-unbalanced', { file: 'deck.md', line }, 'b')
    report('element-unbalanced', { file: 'other.md', line: 1 }, 'b')
    report('image-alt', { file: 'deck.md', line: 1 })
    expect(found).toHaveLength(MOST_KEPT + 3)
    expect(found[MOST_KEPT]).toMatchObject({ code: 'element-unbalanced', severity: 'warning', file: 'deck.md', omitted: 500 })
    expect(countMessages(found, 'warning')).toBe(MOST_KEPT + 502)
    expect(limitMessages(found).find(({ omitted }) => omitted)?.omitted).toBe(MOST_KEPT + 480)
  })

  test('are all errors: they decide whether a deck is what was meant', () => {
    const { report, found } = recordReports()
    for (let line = 1; line <= MOST_KEPT + 5; line += 1) report('slide-too-large', { file: 'deck.md', line }, 'x')
    expect(found).toHaveLength(MOST_KEPT + 5)
  })
})
