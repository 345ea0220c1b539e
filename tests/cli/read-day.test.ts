import { expect, test } from 'vitest'
import { readDay } from '../../src/cli/read-day.ts'

// A Monday.
const NOW = new Date(2026, 10, 23, 23, 30)

test.each([
  ['2026-12-01', '2026-12-01'],
  ['today', '2026-11-23'],
  ['Tomorrow', '2026-11-24'],
  ['monday', '2026-11-23'],
  ['thursday', '2026-11-26'],
  ['Sunday', '2026-11-29'],
  ['next monday', '2026-11-30'],
  ['next Thursday', '2026-11-26'],
  ['heute', '2026-11-23'],
  ['Morgen', '2026-11-24'],
  ['übermorgen', '2026-11-25'],
  ['Donnerstag', '2026-11-26'],
  ['nächsten Montag', '2026-11-30'],
  ['aujourd’hui', '2026-11-23'],
  ["aujourd'hui", '2026-11-23'],
  ['demain', '2026-11-24'],
  ['jeudi', '2026-11-26'],
  ['lundi prochain', '2026-11-30'],
  ['26.11.2026', '2026-11-26'],
  ['26 November 2026', '2026-11-26'],
  ['20261126', '2026-11-26'],
])('%s is %s', (written, day) => {
  expect(readDay(written, NOW)).toBe(day)
})

test('a month ends', () => {
  expect(readDay('wednesday', new Date(2027, 11, 30))).toBe('2028-01-05')
})

test.each(['2026-02-30', 'someday', '', 'next', 'next week', '10/12/2026'])('%j is no day', (written) => {
  expect(() => readDay(written, NOW)).toThrow(/^--date must be a date such as/)
})
