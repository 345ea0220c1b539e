import { describe, expect, test } from 'vitest'
import { nameLikeNeighbours } from '../../../src/core/pads/name-like-neighbours.ts'

const DAY = '2026-12-03'
const today = '2026-11-29'
const name = (typed: string, paths: readonly string[], given?: string) =>
  nameLikeNeighbours(typed, { given, today, neighbours: paths.map((path) => ({ path, title: 'Community Call' })) })

describe('a new deck is called like those that are there', () => {
  test.each([
    ['20261203', ['20240822.md', '20240919.md'], undefined, '20261203', 'Community Call'],
    ['20261203', ['2024-08-22.md'], undefined, '2026-12-03', 'Community Call'],
    ['2026-12-03', ['call-20240822.md'], undefined, 'call-20261203', 'Community Call'],
    ['20261203', ['2024/20240822.md', '2025/20250822.md'], undefined, '2026/20261203', 'Community Call'],
    ['20261203', ['2024-08-22-one.md', '2024-09-19-two.md'], undefined, '20261203', ''],
    ['20261203', [], undefined, '20261203', ''],
    ['Community Call', ['20240822.md'], DAY, '20261203', 'Community Call'],
    ['Community Call', ['calls/2024-08-22.md', 'talk.md'], DAY, 'calls/2026-12-03', 'Community Call'],
    ['Community Call', ['20240822.md'], undefined, '20261129', 'Community Call'],
    ['community call', ['2024-08-22-call.md'], DAY, '2026-12-03-call', 'community call'],
    ['Release planning', ['2024-08-22-one.md', '2024-09-19-two.md'], DAY, '2026-12-03-release-planning', 'Release planning'],
    ['Release planning', ['20240822.md'], undefined, 'release-planning', 'Release planning'],
    ['talks/Intro', ['20240822.md', 'talks/2024-08-22.md'], DAY, 'talks/2026-12-03', 'Intro'],
    ['talks/Intro', ['2024-08-22.md'], DAY, 'talks/20261203-intro', 'Intro'],
    ['2026-12-03-call', ['20240822.md'], undefined, '2026-12-03-call', 'Call'],
    ['My talk', ['about.md'], DAY, '20261203-my-talk', 'My talk'],
    ['My talk', [], undefined, 'my-talk', 'My talk'],
  ])('%j beside %j on %s', (typed, paths, given, path, title) => {
    expect(name(typed, paths, given)).toEqual({ path, title })
  })
})

test.each([
  [['20240822.md'], DAY, '20261203', 'Community Call'],
  [['2024-08-22-call.md'], DAY, '2026-12-03-call', 'Community Call'],
  [['20240822.md'], undefined, 'call', 'Call'],
  [['about.md'], DAY, '20261203-call', 'Call'],
])('called like a template beside %j on %s, it has their title', (paths, given, path, title) => {
  const neighbours = paths.map((known) => ({ path: known, title: 'Community Call' }))
  expect(nameLikeNeighbours('call', { given, today, neighbours, isTemplate: true })).toEqual({ path, title })
})
