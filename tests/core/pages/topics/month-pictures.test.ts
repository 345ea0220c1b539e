import { expect, test } from 'vitest'
import { monthPictures } from '../../../../src/core/pages/topics/month-pictures.ts'
import { weeklyDecks } from '../../../support/outlined-deck.ts'

const covers = (...files: readonly (string | undefined)[]) =>
  weeklyDecks(files.map(() => [])).map((deck, index) => {
    const cover = files[index]
    return cover === undefined ? deck : { ...deck, cover }
  })

test('a month has the cover of its newest deck that differs from the one before', () => {
  // Four Thursdays in January, five in February.
  const decks = covers('a.jpg', 'b.jpg', 'b.jpg', undefined, 'c.jpg', 'd.jpg', 'd.jpg')
  expect([...monthPictures(decks)]).toEqual([
    ['2024-01', 'b.jpg'],
    ['2024-02', 'd.jpg'],
  ])
})

test('a month in which nothing is new has none', () => {
  expect([...monthPictures(covers('a.jpg', 'a.jpg', 'a.jpg', 'a.jpg', 'a.jpg')).keys()]).toEqual(['2024-01'])
})

test('pictures are compared by content, and a deck that is shown elsewhere gives none', () => {
  const decks = covers('a.jpg', 'copy-of-a.jpg', 'b.jpg')
  const contentOf = (path: string) => path.replace('copy-of-', '')
  expect(monthPictures(decks.slice(0, 2), { contentOf }).get('2024-01')).toBe('a.jpg')
  expect(monthPictures(decks, { contentOf, skipped: decks.slice(2) }).get('2024-01')).toBe('a.jpg')
})
