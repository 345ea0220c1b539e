import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOutline } from '../src/core/deck-outline.ts'
import type { DeckSummary, Site } from '../src/core/model.ts'
import { leadingHeadings, topicsOf, uniqueOf } from '../src/core/pages/topics/survey-site.ts'
import { composeInProcess } from '../src/node/compose/in-process.ts'
import { composeSite } from '../src/node/site/compose-site.ts'
import { stubClient } from './support/stub-client.ts'
import { stubDiagramRenderer } from './support/stub-diagram-renderer.ts'

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('topics of real decks (set HEDGEROW_CORPUS)', () => {
  let site: Site
  let rows: readonly {
    readonly deck: DeckSummary
    readonly topics: readonly string[]
    readonly all: ReturnType<ReturnType<typeof uniqueOf>>
  }[]
  beforeAll(async () => {
    const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess, withoutDrafts: true as const }
    site = (await composeSite(path.join(corpus ?? '.', 'community-call'), tools, () => undefined)).site
    const unique = uniqueOf(site)
    rows = site.decks.map((deck) => {
      const all = unique(deck)
      return { deck, all, topics: [...(all.first === undefined ? [] : [all.first]), ...all.rest] }
    })
  }, 60_000)
  const rowOf = (name: string) => rows.find(({ deck }) => deck.id.endsWith(name))?.topics ?? []

  test('every deck has something that only it has, nearly always headings', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ all }) => all.first === undefined)).toEqual([])
    const headingsOf = ({ outline }: DeckSummary) => readOutline(outline).flatMap(({ headings }) => headings.map(({ text }) => text))
    const fromHeadings = rows.filter(({ deck, topics }) => headingsOf(deck).some((text) => topics.some((topic) => text.includes(topic))))
    expect(fromHeadings.length / rows.length).toBeGreaterThan(0.85)
  })

  test('a row has two topics or more on average, and at most four and 96 characters', () => {
    expect(rows.reduce((sum, { topics }) => sum + topics.length, 0) / rows.length).toBeGreaterThan(2.5)
    for (const { topics } of rows) {
      expect(topics.length).toBeLessThanOrEqual(4)
      expect(topics.join('').length).toBeLessThanOrEqual(96)
    }
  })

  test('no two rows of a month begin alike', () => {
    const firsts = rows.map(({ deck, all }) => `${deck.date?.slice(0, 7)} ${all.first}`)
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  test('what recurs, addresses, names and dates are in no row', () => {
    const all = rows.flatMap(({ topics }) => topics).join('\n')
    expect(all).not.toMatch(/^(?:Team (?:IaaS|Ops|Container)|Updates from the Teams|Agenda)$/m)
    expect(all).not.toMatch(/:\/\/|Report by|^@|20\dX|XX-XX/m)
  })

  test.each([
    ['20240926', ['Informatik-Festival 2024', 'Cloud Infrastructure Specifications published!']],
    ['20240919', ['Project board idea', 'Proposal 2 of 2']],
    ['20240822', ['Release 7 RCs', 'Time for action']],
    ['20241205', ['CVE-2024-53916 (Neutron)']],
    ['20240201', ['CVE-2023-6246']],
  ])('%s is told apart by %j', (deck, expected) => expect(rowOf(deck)).toEqual(expect.arrayContaining(expected)))

  test('the title stands first only where it differs from that of the others', () => {
    expect(rows.filter(({ all }) => all.titleFirst).map(({ deck, all }) => [deck.date, all.first])).toEqual([
      ['2025-08-08', 'SCS Community Meeting'],
    ])
  })

  test('headings that lead are in the order of the deck, with their slides', () => {
    const deck = site.decks.find(({ id }) => id.endsWith('20250808'))
    const leading = deck ? leadingHeadings(site, deck, 5) : []
    expect(leading.map(({ slide, text }) => `${slide} ${text}`)).toEqual(
      expect.arrayContaining(['5 New University is adopting SCS', '6 GovStack', '9 News Forum SCS-Standards']),
    )
    expect(leading.map(({ slide }) => slide)).toEqual(leading.map(({ slide }) => slide).toSorted((one, other) => one - other))
  })

  test('teams recur, and the first of them are in nearly every call', () => {
    const topics = topicsOf(site)
    expect(topics.slice(0, 3).map(({ name }) => name)).toEqual(['Team IaaS', 'Team Ops', 'Team Container'])
    for (const { decks, of } of topics.slice(0, 3)) expect(decks.length / of).toBeGreaterThan(0.8)
    expect(topics.map(({ name }) => name)).not.toContain('SCS Community Call')
  })

  test('the slides of a topic end before the next one', () => {
    const [iaas] = topicsOf(site)
    const slides = Object.fromEntries(iaas?.decks.map(({ deck, slides: [first, last] }) => [deck.id, `${first}-${last}`]) ?? [])
    expect(slides).toMatchObject({ '20241205': '2-5', '20240822': '2-7' })
  })
})
