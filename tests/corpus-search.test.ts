import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSlides, type Found } from '../src/client/search/find-slides.ts'
import { foldWord, wordsOf } from '../src/client/search/fold-word.ts'
import { readQuery } from '../src/client/search/read-query.ts'
import { openSlideIndex, type SlideIndex } from '../src/client/search/slide-index.ts'
import { searchShards } from '../src/core/pages/search/search-shards.ts'
import type { SearchedDeck } from '../src/core/shared/search-shard.ts'
import { composeInProcess } from '../src/node/compose/in-process.ts'
import { composeSite } from '../src/node/site/compose-site.ts'
import { readShards } from './support/read-shards.ts'
import { stubClient } from './support/stub-client.ts'
import { stubDiagramRenderer } from './support/stub-diagram-renderer.ts'

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('the search in real decks (set HEDGEROW_CORPUS)', () => {
  let decks: readonly SearchedDeck[]
  let index: SlideIndex
  beforeAll(async () => {
    const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }
    const { site } = await composeSite(path.join(corpus ?? '.', 'community-call'), tools, () => undefined)
    decks = readShards([...searchShards(site)].toReversed()).flatMap((shard) => shard.decks)
    index = openSlideIndex()
    await index.add(decks)
  }, 60_000)
  const ask = (query: string): Found => findSlides(index, readQuery(query))

  // The deck that answers, and words of its slide.
  test.each([
    ['Rookify', '20240822', 'enhance-ceph-pools'],
    ['rooki', '20240822', 'Rookify'],
    ['CAPO', '20240822', 'Kubernetes on Yaook'],
    ['R7', '20240822', 'scheduled for 2024-09-04'],
    ['Kamaji', '20231005', 'Dario Tranchitella'],
    ['tranchitella', '20231005', 'Kamaji'],
    ['Kaiserslautern', '20250808', 'Engelbert Niehaus'],
    ['luks', '20240822', 'Image Encryption'],
    ['Moin Cluster', '20240502', 'lightning talk'],
    ['bratislava hackathon', '20231214', 'Date fixed'],
    ['froscon', '20240822', 'froscon.de'],
    ['ZenDiS openCoDE', '20240822', 'froscon.de'],
    ['versammlung', '20241031', 'mitgliederversammlung'],
    ['Zertifizierungen', '20240111', 'Zertifizierung'],
    ['landesprogramme', '20240111', 'Landesprogramm'],
    ['upgrades keycloak', '20240208', 'Upgraded'],
    ['pentest', '20240229', 'Sectest pipeline'],
    ['"Project Board"', '20240919', 'what is up with that'],
    ['"time for action"', '20240822', 'Time for action'],
    ['Sports', '20230907-slides', 'Sport´s ahead'],
    ['gonicus arnsberg', '20240229', '30 reserved hotel beds'],
    ['Trivy Operator', '20240808', 'scans Kubernetes clusters'],
    ['launchpad bug mail', '20241205', 'Subscribe to bug mail'],
    ['SONiC ADR', '20240111', 'scalability support'],
  ])('%s', (query, deck, words) => {
    const { hits, held } = ask(query)
    expect(held).toBe('all')
    const best = hits.slice(0, 3).map(({ slide }) => `${slide.deck.page} ${slide.slide.heading} ${slide.slide.text}`)
    expect(
      best.some((text) => text.startsWith(`${deck}.html `) && text.includes(words)),
      best.join('\n'),
    ).toBe(true)
  })

  test.each([
    ['rookfy', 'Rookify'],
    ['Keyclaok', 'keycloak'],
    ['Bratislawa', 'Bratislava'],
    ['Kuberentes', 'Kubernetes'],
  ])('%s is offered as %s, and not said to be there', (query, meant) => {
    const { held, corrections, hits } = ask(query)
    expect(held).toBe('corrected')
    expect(corrections.map((one) => ({ ...one, meant: one.meant.toLowerCase() }))).toEqual([
      { typed: query, meant: meant.toLowerCase(), count: hits.length },
    ])
  })

  test('what no slide holds is not found, and parts of it are said to be parts', () => {
    expect(ask('xylophonquartett')).toMatchObject({ held: 'none', hits: [], missing: ['xylophonquartett'] })
    expect(ask('rookify kamaji').held).toBe('some')
    expect(ask('"action for time"')).toMatchObject({ held: 'some', withoutPhrase: true })
  })

  test('the rarest word of a slide gives that slide first', () => {
    const counts = new Map<string, number>()
    const wordsIn = (text: string) => new Set(wordsOf(text).map(({ word }) => foldWord(word)))
    const slides = decks.flatMap((deck) => deck.slides.map((slide) => ({ deck, slide, words: wordsIn(`${slide.heading} ${slide.text}`) })))
    for (const { words } of slides) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const asked = slides.flatMap(({ deck, slide, words }) => {
      const rare = [...words].find((word) => counts.get(word) === 1 && /^[a-z]{4,30}$/.test(word))
      return rare === undefined ? [] : [{ rare, deck, slide }]
    })
    expect(asked.length).toBeGreaterThan(200)
    const wrong = asked.filter(({ rare, slide }) => ask(rare).hits[0]?.slide.slide !== slide)
    expect(wrong.map(({ rare, deck, slide }) => `${rare}: ${deck.page}${slide.hash}`)).toEqual([])
  })
})
