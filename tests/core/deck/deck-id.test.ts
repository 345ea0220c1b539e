import { describe, expect, test } from 'vitest'
import { dateFromPath, deckId, isDate } from '../../../src/core/deck/deck-id.ts'

describe('the id of a deck', () => {
  test.each([
    ['talk.md', 'talk'],
    ['2024/talk.md', '2024/talk'],
    ['talk.markdown', 'talk'],
    ['TALK.MD', 'TALK'],
    ['a.b.md', 'a.b'],
    ['talks/index.md', 'talks'],
    ['talks/2024/index.md', 'talks/2024'],
    ['index.md', 'decks'],
    ['my-index.md', 'my-index'],
  ])('of %s is %s', (path, id) => {
    expect(deckId(path, 'decks')).toBe(id)
  })
})

describe('the date of a deck', () => {
  test.each([
    ['20240822.md', '2024-08-22'],
    ['2024-08-22-call.md', '2024-08-22'],
    ['20230831-slides.md', '2023-08-31'],
    ['call_2024.08.22.md', '2024-08-22'],
    ['2024-08-22/index.md', '2024-08-22'],
    ['20200101/20240822.md', '2024-08-22'],
    ['2024-02-29.md', '2024-02-29'],
  ])('in %s is %s', (path, date) => {
    expect(dateFromPath(path)).toBe(date)
  })

  test.each(['talk.md', '20241322.md', '2023-02-29.md', '120240822.md', '202408221.md', '18990101.md', '2024-0822.md'])(
    'is not in %s',
    (path) => {
      expect(dateFromPath(path)).toBeUndefined()
    },
  )

  test('is a day of the calendar', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '24-01-01', '2024-01-01T00:00'].map(isDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
