import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../../src/core/config/read-site-options.ts'
import type { DeckSummary } from '../../../../src/core/model.ts'
import { topicsOf } from '../../../../src/core/pages/topics/survey-site.ts'
import { topicLines } from '../../../../src/core/pages/topics/topic-lines.ts'
import { weeklyDecks } from '../../../support/outlined-deck.ts'

const topics = (decks: readonly DeckSummary[], yaml = '') => topicsOf({ options: readSiteOptions(yaml, () => undefined), decks })
const times = (count: number, ...slides: readonly (readonly string[])[]) => Array.from({ length: count }, () => slides)

describe('topics that recur', () => {
  test('are headings in more than three decks, the most frequent first', () => {
    const found = topics(
      weeklyDecks([...times(3, ['1Team Ops'], ['1SIG Release']), ...times(2, ['1Team Ops'], ['1Team IaaS']), ...times(3, ['1Team IaaS'])]),
    )
    expect(found.map(({ name, slug, path, decks, of }) => [name, slug, path, decks.length, of])).toEqual([
      ['Team IaaS', 'team-iaas', 'hedgerow/topics/team-iaas.html', 5, 8],
      ['Team Ops', 'team-ops', 'hedgerow/topics/team-ops.html', 5, 8],
    ])
  })

  test('are counted once in a deck, also as the name in front of others', () => {
    const [topic] = topics(weeklyDecks([...times(2, ['1Team Ops'], ['2Team Ops']), ...times(2, ['2Team Ops - Zuul'], ['2TEAM OPS: more'])]))
    expect([topic?.name, topic?.decks.length]).toEqual(['Team Ops', 4])
  })

  test('are not titles, questions, empty words, addresses or sentences', () => {
    const headings = [
      '1Community call',
      '1Any news from you?',
      '1Next steps',
      '1scs.community',
      '1A heading that is far too long for a name of something',
      '12024-01-04',
    ]
    expect(topics(weeklyDecks(times(5, ...headings.map((heading) => [heading]))))).toEqual([])
  })

  test('have their other names', () => {
    const decks = weeklyDecks([...times(3, ['1Team IAM']), ...times(3, ['1Identity'])])
    expect(topics(decks)).toEqual([])
    const [topic] = topics(decks, 'topics: { synonyms: { IAM & Security: [Team IAM, identity] } }')
    expect([topic?.name, topic?.slug, topic?.decks.length]).toEqual(['IAM & Security', 'iam-security', 6])
  })

  test('have no page of the name of the page of all', () => {
    expect(topics(weeklyDecks(times(5, ['1Index'])))).toEqual([])
  })

  test.each([
    ['up to the next topic', [['1Team Ops'], ['2Zuul'], ['2Team IaaS'], ['2Ceph']], [2, 3]],
    ['up to a heading of the first level', [['1Team Ops'], ['2Zuul'], ['1Something else']], [2, 3]],
    [
      'over headings that begin with it, and slides with neither headings nor lists',
      [['1Team Ops'], [], ['2Team Ops - Zuul'], [], ['1Team IaaS']],
      [2, 5],
    ],
    ['to the end of the deck', [['1Team IaaS'], ['1Team Ops'], []], [3, 4]],
    ['only the first passage, where there are several', [['1Team Ops'], ['1Team IaaS'], ['1Team Ops']], [2, 2]],
  ])('reach %s', (_, slides, span) => {
    const decks = weeklyDecks([slides, ...times(4, ['1Team IaaS'], ['1Team Ops'])])
    const [deck] = decks
    const topic = topics(decks).find(({ name }) => name === 'Team Ops')
    expect(topic?.decks.find((entry) => entry.deck === deck)?.slides).toEqual(span)
  })
})

describe('what decks say of a topic', () => {
  const linesOf = (decks: readonly DeckSummary[]) => {
    const [topic] = topics(decks)
    return topic ? topicLines(topic).toReversed() : []
  }

  test('are headings and items that at most two of them have, in their order', () => {
    const decks = weeklyDecks([
      [['1Team Ops'], ['2Team Ops - Zuul upgrade', '-Welcome back', '-Ceph is slow', '-More: https://example.org/a']],
      ...times(4, ['1Team Ops', '-Welcome back']),
    ])
    expect(linesOf(decks).slice(0, 2)).toEqual([
      { own: ['Zuul upgrade', 'Ceph is slow'], other: 'Zuul upgrade' },
      { own: [], other: 'Welcome back' },
    ])
  })

  test('are nothing where there is only the heading, or who reports', () => {
    expect(linesOf(weeklyDecks(times(4, ['1Team Ops', '-Report by @garloff'])))[0]).toEqual({ own: [], other: undefined })
  })
})
