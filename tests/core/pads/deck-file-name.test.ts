import { describe, expect, test } from 'vitest'
import { deckFileName, type NewDeck } from '../../../src/core/pads/deck-file-name.ts'

const call: NewDeck = { title: 'SCS Community Call', day: '2026-12-03', firstSlide: '', id: 'scs-call' }
const named = (paths: readonly string[], deck: Partial<NewDeck> = {}, title = 'Community') =>
  deckFileName(
    { ...call, ...deck },
    paths.map((path) => ({ path, title })),
  )

describe('a new deck has a name like those beside it', () => {
  test.each([
    [['20240822.md', '20240919.md'], '20261203.md'],
    [['2024-08-22.md'], '2026-12-03.md'],
    [['2024_08_22.md', 'about.md'], '2026_12_03.md'],
    [['2024-08-22-call.md', '2024-09-19-call.md'], '2026-12-03-call.md'],
    [['2024-08-22-one.md', '2024-09-19-two.md'], '2026-12-03-scs-community-call.md'],
    [['one-20240822.md', 'two-20240919.md'], 'scs-community-call-20261203.md'],
    [['calls/20240822.md', 'calls/20240919.md', 'talk.md'], 'calls/20261203.md'],
    [['20240822.md', '20240919.md', '20230831-slides.md'], '20261203.md'],
    [['calls/20240822/index.md', 'calls/20240919/index.md'], 'calls/20261203/index.md'],
    [['calls/20240822.md', 'calls/20240919.md', 'talks/2020-01-01-x.md'], 'calls/20261203.md'],
    [[], '20261203-scs-community-call.md'],
    [['about.md'], '20261203-scs-community-call.md'],
  ])('%j', (paths, expected) => expect(named(paths)).toBe(expected))

  test('the decks of the same title say where', () => {
    const neighbours = [
      { path: 'a/20240101.md', title: 'Other' },
      { path: 'a/20240102.md', title: 'Other' },
      { path: 'b/2024-01-01.md', title: 'SCS community call, 1 January 2024' },
    ]
    expect(deckFileName(call, neighbours)).toBe('b/2026-12-03.md')
    expect(deckFileName({ ...call, day: undefined }, neighbours)).toBe('b/scs-community-call.md')
  })
})

describe('the date of a deck', () => {
  test.each([
    ['its title', { title: 'Call of 3 December 2026' }],
    ['its title, as a number', { title: 'Call 20261203' }],
    ['its first slide', { firstSlide: '# Call\n\n03.12.2026' }],
    ['the name of its pad', { id: 'call-2026-12-03' }],
  ])('is in %s', (_, deck) => expect(named(['20240822.md'], { day: undefined, ...deck })).toBe('20261203.md'))

  test('is not one of several', () =>
    expect(named(['20240822.md'], { day: undefined, firstSlide: '2026-12-03, next 2027-01-01' })).toBe('scs-community-call.md'))
})

test.each(['../../x', '.git/config', '/etc/passwd', 'a/b', '<script>', 'CON', '', '...', '💥'])(
  'the title "%s" makes a plain name',
  (title) => {
    expect(named([], { title, day: undefined, id: 'pad' })).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.md$/u)
  },
)
