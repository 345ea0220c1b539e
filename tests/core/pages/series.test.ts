import { describe, expect, test } from 'vitest'
import { type OutlinedDeck, seriesFolder, seriesPlaces, seriesWithPage } from '../../../src/core/pages/series.ts'

const deck = (id: string, date?: string, title = id): OutlinedDeck => ({ id, title, date })

describe('the series of a deck', () => {
  test.each([
    ['talk', ''],
    ['calls/talk', 'calls'],
    ['calls/2024/talk', 'calls'],
    ['calls/2024/03/talk', 'calls'],
    ['2024/talk', ''],
    ['a/b/talk', 'a/b'],
    ['a/20240822/talk', 'a/20240822'],
    ['calls/2024-03/talk', 'calls'],
    ['course/01/lesson', 'course/01'],
    ['course/12/lesson', 'course/12'],
  ])('of %s is the folder "%s", without those of years and months', (id, folder) => expect(seriesFolder(id)).toBe(folder))

  test('has the title that most of its decks have, else the name of its folder', () => {
    const decks = [deck('a/1', '2024-01-01', 'Call'), deck('a/2', '2024-01-02', 'Call'), deck('a/3', '2024-01-03', 'Special')]
    const others = [deck('our-talks/x'), deck('our-talks/y'), deck('alone/z'), deck('root'), deck('root-2')]
    expect(seriesWithPage([...decks, ...others]).map(({ folder, name, decks: inside }) => [folder, name, inside.length])).toEqual([
      ['a', 'Call', 3],
      ['our-talks', 'Our talks', 2],
    ])
  })

  test('has no page where a deck has its address', () => {
    expect(seriesWithPage([deck('a/index'), deck('a/b')])).toEqual([])
    expect(seriesWithPage([deck('a/Index'), deck('a/b')])).toEqual([])
    expect(seriesWithPage(['A/1', 'A/2', 'a/3', 'a/4'].map((id) => deck(id))).map(({ folder }) => folder)).toEqual(['A'])
  })
})

describe('the decks beside a deck', () => {
  const beside = (decks: readonly OutlinedDeck[]) =>
    [...seriesPlaces(decks)].map(([id, { previous, next }]) => [id, previous?.id, next?.id])

  test('are those of the days before and after, also of another year', () => {
    expect(beside([deck('c/2024/b', '2024-01-05'), deck('c/2023/a', '2023-12-20'), deck('c/2024/d', '2024-02-01')])).toEqual([
      ['c/2024/b', 'c/2023/a', 'c/2024/d'],
      ['c/2023/a', undefined, 'c/2024/b'],
      ['c/2024/d', 'c/2024/b', undefined],
    ])
  })

  test('of one day follow their names', () => {
    expect(beside([deck('b', '2024-01-05'), deck('a', '2024-01-05'), deck('c', '2024-01-06')])).toEqual([
      ['b', 'a', 'c'],
      ['a', undefined, 'b'],
      ['c', 'b', undefined],
    ])
  })

  test('follow numbers where there are no dates', () => {
    expect(beside([deck('t/10-end'), deck('t/02-middle'), deck('t/01-start'), deck('t/appendix')])).toEqual([
      ['t/10-end', 't/02-middle', undefined],
      ['t/02-middle', 't/01-start', 't/10-end'],
      ['t/01-start', undefined, 't/02-middle'],
      ['t/appendix', undefined, undefined],
    ])
  })

  test('follow numbers alone, and no number that is part of a word', () => {
    expect(beside([deck('t/02'), deck('t/01'), deck('t/3d-printing'), deck('t/20000-leagues')])).toEqual([
      ['t/02', 't/01', undefined],
      ['t/01', undefined, 't/02'],
      ['t/3d-printing', undefined, undefined],
      ['t/20000-leagues', undefined, undefined],
    ])
  })

  test('are never of another series, and a deck without an order has none', () => {
    expect(beside([deck('a/1x', '2024-01-01'), deck('b/2x', '2024-01-02'), deck('intro'), deck('outro')])).toEqual([
      ['intro', undefined, undefined],
      ['outro', undefined, undefined],
      ['a/1x', undefined, undefined],
      ['b/2x', undefined, undefined],
    ])
  })
})
