import { expect, test } from 'vitest'
import { datesIn, readDate } from '../../../src/core/deck/dates-in.ts'

test.each([
  ['on 2024-08-22', '2024-08-22'],
  ['22.08.2024', '2024-08-22'],
  ['Berlin, 2. 8. 2024.', '2024-08-02'],
  ['22 August 2024', '2024-08-22'],
  ['22nd of Aug 2024', '2024-08-22'],
  ['August 22nd, 2024', '2024-08-22'],
  ['22. März 2024', '2024-03-22'],
  ['1. Mai 2024', '2024-05-01'],
  ['3. Jän. 2024', '2024-01-03'],
  ['le 22 août 2024', '2024-08-22'],
  ['1er février 2024', '2024-02-01'],
  ['2 juil. 2024', '2024-07-02'],
  ['3 JUIN 2024', '2024-06-03'],
  ['4 décembre 2024', '2024-12-04'],
])('%s names a day', (text, date) => {
  expect(datesIn(text).map((found) => found.date)).toEqual([date])
})

test.each(['August 2024', '10/12/2024', '2024-13-45', '31 June 2024', '1.2.3.2024', '10.0.2024.1', 'in 2024', 'version 22 Marble 2024'])(
  '%s names none',
  (text) => {
    expect(datesIn(text)).toEqual([])
  },
)

test('both ends of a time are found, so that it is none', () => {
  expect(datesIn('from 2024-08-22 to 23 August 2024')).toHaveLength(2)
})

test.each([
  ['2021/05/18', '2021-05-18'],
  ['2021/5/8', '2021-05-08'],
  ['2021.05.18', '2021-05-18'],
  ['20210518', '2021-05-18'],
  ['2021-05-18 10:00', '2021-05-18'],
  ['2021-05-18T10:00:00+02:00', '2021-05-18'],
  ['May 18, 2021', '2021-05-18'],
  ['Tuesday, May 18th, 2021', '2021-05-18'],
  ['18.05.2021', '2021-05-18'],
  ['18. Mai 2021', '2021-05-18'],
])('%s is a date of the front matter', (text, date) => {
  expect(readDate(text)).toBe(date)
})

test.each(['05/06/2021', 'May 2021', 'soon', '2021/13/40', '2021051', '18.05.2021 to 19.05.2021', '2021/05-18'])('%s is none', (text) => {
  expect(readDate(text)).toBeUndefined()
})
