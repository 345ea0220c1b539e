import { describe, expect, test } from 'vitest'
import { type StripDeck, stripOf } from '../../../src/core/shared/strip-of.ts'

const decksOn = (...dates: readonly (string | undefined)[]): readonly StripDeck[] => dates.map((date) => ({ date }))

describe('the strip of a search', () => {
  const decks = decksOn('2024-01-11', '2023-12-14', '2024-03-07', '2024-03-08', undefined, '2024-02-01')

  test('has a bar for each week with decks, and the dates of the first and the last that was found', () => {
    const found = new Set(decks.filter(({ date }) => date === '2024-03-07' || date === '2024-01-11' || date === undefined))
    expect(stripOf(decks, found)).toEqual({
      columns: 13,
      bars: [
        { column: 1, share: 0 },
        { column: 5, share: 1 },
        { column: 8, share: 0 },
        { column: 13, share: 0.5 },
      ],
      years: [
        { year: '2023', column: 1, span: 2 },
        { year: '2024', column: 3, span: 11 },
      ],
      from: '2024-01-11',
      to: '2024-03-07',
    })
  })

  test('has a bar for each year if there are many decks, the highest where most were found', () => {
    const many = decksOn(...Array.from({ length: 80 }, (_, index) => `${2005 + (index % 20)}-01-0${1 + (index % 7)}`))
    const strip = stripOf(many, new Set(many.filter(({ date }) => date?.startsWith('2010')).slice(0, 2)))
    expect(strip?.columns).toBe(20)
    expect(strip?.bars.filter(({ share }) => share > 0)).toEqual([{ column: 6, share: 1 }])
    expect(strip?.years.map(({ year }) => year)).toEqual(['2007', '2010', '2013', '2016', '2019', '2022'])
  })

  test('is left out for few decks, without dates, and if nothing was found', () => {
    expect(stripOf(decks, new Set())).toBeUndefined()
    expect(stripOf(decks.slice(0, 5), new Set(decks))).toBeUndefined()
    expect(stripOf(decksOn(undefined, undefined, undefined, undefined, undefined), new Set(decks))).toBeUndefined()
  })
})
