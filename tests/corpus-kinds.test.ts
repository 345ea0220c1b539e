import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { pictureFacts } from '../src/node/assets/picture-facts.ts'
import { composeText } from './support/compose-text.ts'
import { composingClient as client } from './support/stub-client.ts'

const { HEDGEROW_CORPUS: corpus } = process.env

interface Slide {
  readonly deck: string
  /** From 1. */
  readonly number: number
  readonly classes: readonly string[]
  readonly section: string | undefined
}

describe.skipIf(corpus === undefined)('the kinds of the slides of real decks (set HEDGEROW_CORPUS)', () => {
  let slides: readonly Slide[]
  beforeAll(() => {
    const root = corpus ?? '.'
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'))
    const decks = names.filter((name) => /^(community-call|training)\/.*\.md$/.test(name) && !name.endsWith('20230105.md')).toSorted()
    const facts = pictureFacts(root)
    slides = decks.flatMap((deck) => {
      const text = readFileSync(path.join(root, deck), 'utf8')
      const page = composeText(text, { path: deck, files: names, site: 'brand: composing', client, sizeOf: (file) => facts(file).size })
      const sections = [...page.slides.matchAll(/<section(?! class="stack")([^>]*)>/g)]
      return sections.map(([, attributes = ''], index) => ({
        deck: path.basename(deck, '.md'),
        number: index + 1,
        classes: (/class="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' '),
        section: /data-section="([^"]*)"/.exec(attributes)?.[1],
      }))
    })
  }, 60_000)

  const counted = (wanted: (name: string) => boolean) => {
    const counts = new Map<string, number>()
    for (const name of slides.flatMap(({ classes }) => classes.filter(wanted))) counts.set(name, (counts.get(name) ?? 0) + 1)
    return Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b)))
  }

  test('are as many of each as the constants were chosen for', () => {
    expect(counted((name) => name.startsWith('kind-'))).toMatchInlineSnapshot(`
      {
        "kind-blank": 2,
        "kind-code": 13,
        "kind-divider": 36,
        "kind-exhibit": 10,
        "kind-figure": 28,
        "kind-label": 1,
        "kind-list": 276,
        "kind-opener": 111,
        "kind-picture": 16,
        "kind-text": 46,
        "kind-title": 26,
      }
    `)
  })

  test('nearly all have the two large sizes of text', () => {
    expect(counted((name) => /^(roomy|even|dense|packed|split|names|pairs|code-\d\d)$/.test(name))).toMatchInlineSnapshot(`
      {
        "code-12": 1,
        "code-13": 1,
        "code-14": 1,
        "code-15": 2,
        "code-17": 1,
        "code-19": 2,
        "dense": 16,
        "even": 137,
        "names": 1,
        "packed": 4,
        "roomy": 193,
      }
    `)
  })

  test.each([
    ['20240404', 1, 'kind-title photo', undefined],
    ['20231102', 1, 'kind-title beside', undefined],
    ['20240404', 2, 'kind-divider', undefined],
    ['20240404', 4, 'kind-opener', undefined],
    ['20231214', 33, 'kind-picture bleed', undefined],
    ['20240111', 30, 'kind-picture upright', undefined],
    ['20231214', 2, 'kind-label photo', undefined],
    ['20230831-slides', 6, 'kind-text roomy', 'Team IaaS'],
    ['20230831-slides', 9, 'kind-text roomy has-kicker', undefined],
    ['20240111', 2, 'kind-exhibit below', undefined],
    ['20231102', 22, 'kind-blank', undefined],
  ])('%s, slide %i: %s', (deck, number, classes, section) => {
    const slide = slides.find((each) => each.deck === deck && each.number === number)
    expect(slide?.classes.join(' ')).toBe(classes)
    expect(slide?.section).toBe(section)
  })
})
