import { expect, test } from 'vitest'
import { likelyDeck } from '../../../src/core/outputs/likely-deck.ts'
import type { DeckSummary } from '../../../src/core/model.ts'
import { dateFromPath } from '../../../src/core/deck/deck-id.ts'

const deck = (id: string, title = id): DeckSummary => ({
  ...{ id, title, path: `${id}.md`, description: '', tags: [], authors: [], slides: 1, lines: [], headings: [], assets: [] },
  date: dateFromPath(id),
})

const find = (page: { path: string; title?: string }, ids: readonly DeckSummary[], former: readonly string[] = [], isList = false) =>
  likelyDeck(page, { decks: ids, former: new Set(former), mayIncludePresent: isList })?.id

test('the title of a page counts most, and a different date rules a deck out', () => {
  const decks = [deck('calls/20240905', 'Call'), deck('calls/20240912', 'Call'), deck('intro', 'Welcome')]
  expect(find({ path: 'x.html', title: 'Welcome' }, decks)).toBe('intro')
  expect(find({ path: 'old/2024-09-12.html', title: 'Call' }, decks)).toBe('calls/20240912')
  expect(find({ path: 'old/2024-09-19.html', title: 'Call' }, decks)).toBeUndefined()
})

test('the title of a page has the date of its deck, as browsers show it', () => {
  const decks = [deck('calls/20240905', 'Storage'), deck('calls/20240912', 'Network')]
  expect(find({ path: 'old/talk.html', title: 'Network \u2013 2024-09-12' }, decks)).toBe('calls/20240912')
  expect(find({ path: 'old/talk.html', title: 'Network \u2013 2024-09-19' }, decks)).toBeUndefined()
})

test('then the date, and among several decks of a day the nearest name', () => {
  const decks = [deck('2024-09-05-storage'), deck('2024-09-05-network'), deck('2024-09-06-networks')]
  expect(find({ path: '20240905-networks.html' }, decks)).toBe('2024-09-05-network')
  expect(find({ path: '20240905.html' }, [deck('talks/2024-09-05-on-something-quite-different')])).toBe(
    'talks/2024-09-05-on-something-quite-different',
  )
})

test('then the same name in another folder, with other punctuation, or as the page of a folder', () => {
  expect(find({ path: 'a/My_Talk.html' }, [deck('my-talks'), deck('b/my-talk')])).toBe('b/my-talk')
  expect(find({ path: 'a/my-talk/index.html' }, [deck('b/my-talk')])).toBe('b/my-talk')
  expect(find({ path: 'a/my-talk/' }, [deck('b/my-talk')])).toBe('b/my-talk')
})

test('then a similar name, and no deck if none is similar', () => {
  expect(find({ path: 'kubernets.html' }, [deck('storage'), deck('kubernetes')])).toBe('kubernetes')
  expect(find({ path: 'kubernetes.html' }, [deck('storage')])).toBeUndefined()
  expect(find({ path: 'a.html' }, [])).toBeUndefined()
})

test('a deck that was there before is not a renamed one, unless the list may be of present addresses', () => {
  const decks = [deck('talk-2')]
  expect(find({ path: 'talk-1.html' }, decks, ['talk-1.html', 'talk-2.html'])).toBeUndefined()
  expect(find({ path: 'old/talk-2.html' }, decks, ['old/talk-2.html', 'talk-2.html'])).toBeUndefined()
  expect(find({ path: 'old/talk-2.html' }, decks, ['old/talk-2.html', 'talk-2.html'], true)).toBe('talk-2')
})
