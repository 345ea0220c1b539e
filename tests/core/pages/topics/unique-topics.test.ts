import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../../src/core/config/read-site-options.ts'
import type { DeckSummary } from '../../../../src/core/model.ts'
import { leadingHeadings, uniqueOf } from '../../../../src/core/pages/topics/survey-site.ts'
import { weeklyDecks } from '../../../support/outlined-deck.ts'

const optionsOf = (yaml = '') => readSiteOptions(yaml, () => undefined)

// Five calls in which all recurs, and one that is asked about, with the slides given.
const USUAL = [['1Team IaaS'], ['1Team Ops'], ['1Agenda']]
function rowOf(slides: readonly (readonly string[])[], { yaml, ...more }: Partial<DeckSummary> & { readonly yaml?: string } = {}) {
  const others = weeklyDecks(Array.from({ length: 5 }, () => USUAL))
  const [asked = others[0]] = weeklyDecks([slides]).map((deck) => ({ ...deck, id: 'asked', path: 'asked.md', ...more }))
  const row = asked && uniqueOf({ options: optionsOf(yaml), decks: [...others, asked] })(asked)
  return [...(row?.first === undefined ? [] : [row.first]), ...(row?.rest ?? [])]
}

describe('the unique topics of a deck', () => {
  test.each([
    ['a heading that no other deck has', [['1Team IaaS'], ['1Road to R7']], ['Road to R7']],
    [
      'not those of the first slide, nor a part number, a number in front, or closing punctuation',
      [['2Road to R7 (1/2)'], ['23. Keystone roles:']],
      ['Road to R7', 'Keystone roles'],
    ],
    [
      'only what follows a name that recurs',
      [['2Team IaaS - Time for action'], ['2Team Ops: Zuul upgrade']],
      ['Time for action', 'Zuul upgrade'],
    ],
    ['the whole where that name does not recur', [['1Cluster Stacks - usability feedback']], ['Cluster Stacks - usability feedback']],
    ['no typing mistake of a heading that recurs', [['1Taem Iaas'], ['1Road to R7']], ['Road to R7']],
    ['a heading that differs by a number', [['1Team IaaS 2']], ['Team IaaS 2']],
    [
      'no addresses, names and empty words',
      [
        ['1https://scs.community/summit'],
        ['1@garloff'],
        ['2Report by @garloff'],
        ['1Next steps'],
        ['1Vielen Dank!'],
        ['1Merci'],
        ['1Team IaaS'],
      ],
      ['Team IaaS'],
    ],
    ['nothing longer than 70 characters', [[`1${'A very long heading '.repeat(4)}`], ['1Team Ops']], ['Team Ops']],
    ['no date', [['12024-01-04'], ['1Summit 2024-01-04']], ['Summit 2024-01-04']],
  ])('are %s', (_, slides, topics) => {
    const row = rowOf(slides)
    expect(row.slice(0, topics.length)).toEqual(topics)
    expect(row).toHaveLength(topics.length)
  })

  test('are ranked by rare words, level and place on the slide', () => {
    expect(rowOf([['3Keystone roles'], ['1Grafana boards'], ['1Team Ops', '2Zuul upgrade']])).toEqual([
      'Grafana boards',
      'Keystone roles',
      'Zuul upgrade',
    ])
    // Of the team's words only one is rare.
    expect(rowOf([['1Team Ops Zuul'], ['1Grafana boards']])).toEqual(['Grafana boards', 'Team Ops Zuul'])
  })

  test('are at most four, with at most 96 characters, and none like another', () => {
    expect(rowOf([['1Alpha one'], ['1Beta two'], ['1Gamma three'], ['1Delta four'], ['1Epsilon five']])).toHaveLength(4)
    const long = ['Alpha', 'Beta', 'Gamma'].map((word) => [`1${word} ${'abcdefghi'.repeat(4)}${word}`])
    expect(rowOf(long)).toHaveLength(2)
    expect(rowOf([['1Keystone roles'], ['1Keystone federation']])).toEqual(['Keystone roles'])
  })

  test('with few characters, are followed by items of lists that only this deck has', () => {
    const items = [
      '-Zuul upgrade',
      '-lower case words',
      '-Word',
      '-Ask @garloff today',
      '-3 open points',
      '-See https://example.org now',
      '-Far too long for a row of an archive, which has little room',
    ]
    expect(rowOf([['1Road to R7', ...items], ['1Team Ops']])).toEqual(['Road to R7', 'Zuul upgrade'])
    expect(rowOf([['1A heading that is long enough to stand there alone', '-Zuul upgrade']])).toEqual([
      'A heading that is long enough to stand there alone',
    ])
  })

  test('where there is nothing, are the first three topics that recur', () => {
    const decks = weeklyDecks(
      Array.from({ length: 6 }, () => [['1Agenda'], ['1Team IaaS'], ['1Team Ops'], ['1Team Container'], ['1SIG Release']]),
    )
    const [deck] = decks
    expect(deck && uniqueOf({ options: optionsOf(), decks })(deck)).toEqual({
      rest: ['Team IaaS', 'Team Ops', 'Team Container'],
      titleFirst: false,
    })
  })

  test('without anything are the title', () => {
    const decks = weeklyDecks([[], []])
    const [deck] = decks
    expect(deck && uniqueOf({ options: optionsOf(), decks })(deck)).toEqual({ first: 'Community call', rest: [], titleFirst: true })
  })

  test('begin with the title where fewer than half of the decks have it', () => {
    const others = weeklyDecks(Array.from({ length: 5 }, () => USUAL))
    const [deck] = weeklyDecks([[['1Road to R7']]], { title: 'Summit 2024', id: 'b', path: 'b.md' })
    expect(deck && uniqueOf({ options: optionsOf(), decks: [...others, deck] })(deck)).toEqual({
      first: 'Summit 2024',
      rest: ['Road to R7'],
      titleFirst: true,
    })
    // Dates in titles do not make them different.
    const dated = weeklyDecks(Array.from({ length: 5 }, () => [['1Road to R7']])).map((one) => ({ ...one, title: `Call of ${one.date}` }))
    expect(dated.map(uniqueOf({ options: optionsOf(), decks: dated })).some(({ titleFirst }) => titleFirst)).toBe(false)
  })

  test('of two rows of a month do not begin alike', () => {
    const decks = weeklyDecks([
      [['1Road to R7'], ['2Grafana boards']],
      [['1Road to R7'], ['2Zuul upgrade']],
      ...Array.from({ length: 4 }, () => USUAL),
    ])
    const unique = uniqueOf({ options: optionsOf(), decks })
    expect(decks.slice(0, 2).map((deck) => unique(deck).first)).toEqual(['Road to R7', 'Zuul upgrade'])
  })

  test('are those of the series of a deck', () => {
    const calls = weeklyDecks(Array.from({ length: 5 }, () => USUAL)).map((deck) => ({
      ...deck,
      id: `calls/${deck.id}`,
      path: `calls/${deck.path}`,
    }))
    const talks = weeklyDecks([[['1Team IaaS'], ['1Grafana boards']], []]).map((deck) => ({
      ...deck,
      id: `talks/${deck.id}`,
      path: `talks/${deck.path}`,
    }))
    const [talk] = talks
    expect(talk && uniqueOf({ options: optionsOf(), decks: [...calls, ...talks] })(talk)).toMatchObject({
      first: 'Team IaaS',
      rest: ['Grafana boards'],
    })
  })

  test('know the other names of topics', () => {
    expect(rowOf([['1Infrastructure'], ['1Road to R7']])).toContain('Infrastructure')
    expect(rowOf([['1Infrastructure'], ['1Road to R7']], { yaml: 'topics: { synonyms: { Team IaaS: [infrastructure] } }' })).toEqual([
      'Road to R7',
    ])
  })

  test('do not depend on the order in which decks are found', () => {
    const decks = weeklyDecks([[['1Road to R7'], ['1Zuul upgrade']], [['1Road to R7'], ['1Grafana boards']], [], USUAL])
    const rows = (listed: readonly DeckSummary[]) => decks.map(uniqueOf({ options: optionsOf(), decks: listed }))
    expect(rows(decks.toReversed())).toEqual(rows(decks))
  })
})

describe('the headings that lead a deck', () => {
  test('are the best of it, in its order, with their slides', () => {
    const decks = weeklyDecks([
      [['4Small print'], ['1Road to R7'], ['1Team IaaS'], ['1Grafana boards']],
      ...Array.from({ length: 5 }, () => USUAL),
    ])
    const [deck] = decks
    const leading = deck ? leadingHeadings({ options: optionsOf(), decks }, deck, 2) : []
    expect(leading.map(({ slide, id, text }) => [slide, id, text])).toEqual([
      [3, 'slide-3', 'Road to R7'],
      [5, 'slide-5', 'Grafana boards'],
    ])
  })
})
