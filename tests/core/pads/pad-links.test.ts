import { describe, expect, test } from 'vitest'
import { findPadLinks } from '../../../src/core/pads/pad-links.ts'
import { composeText } from '../../support/compose-text.ts'

describe('links of a deck to other pads', () => {
  const own = { server: 'https://pad.example.org/', id: 'own', fragment: '' }
  const linksOf = (text: string, from = own) =>
    findPadLinks(text, from).map(({ pad, written, line }) => `${line} ${written} ${pad.server}${pad.id}${pad.fragment}`)

  test('are listed with their lines', () => {
    const text = `---
type: slide
---

# Agenda

* [minutes](https://pad.example.org/minutes?both#Top)
* https://pad.example.org/s/last-week

---

<a href="https://pad.example.org/p/slides#/3">slides</a>
[again](/minutes)

Note:
[plan](http://pad.example.org/plan)`
    expect(linksOf(text)).toEqual([
      '7 https://pad.example.org/minutes?both#Top https://pad.example.org/minutes#Top',
      '8 https://pad.example.org/s/last-week https://pad.example.org/last-week',
      '12 https://pad.example.org/p/slides#/3 https://pad.example.org/slides#/3',
      '13 /minutes https://pad.example.org/minutes',
      '16 http://pad.example.org/plan http://pad.example.org/plan',
    ])
  })

  test.each([
    'https://hackmd.io/@team/x',
    'https://pad.example.net/agenda?both',
    'https://pad.example.net/cGhJRBJ6Q2y1xj-jfiHGDQ',
    'https://pad.example.net/s/Zx3b9uWqT',
  ])('%s is a pad of another server', (address) => {
    expect(linksOf(`[x](${address})`)).toHaveLength(1)
  })

  test.each([
    'https://pad.example.org/own',
    'http://pad.example.org/s/own#/3',
    'https://pad.example.org/p/own#/2',
    '/own',
    'https://pad.example.org/',
    'https://pad.example.org/new',
    'https://pad.example.org/uploads/7d8e3f2a-0b1c-4d5e-8f90-123456789abc.pdf',
    'https://example.net/agenda',
    'https://example.net/p/agenda',
    'https://github.com/example/decks/blob/main/deck.md',
    'other.md',
    '#/3',
    'mailto:me@example.org',
  ])('%s is not another pad', (address) => {
    expect(linksOf(`[x](${address})`)).toEqual([])
  })

  test('are not in code', () => {
    expect(linksOf('`https://pad.example.org/a`\n\n```\nhttps://pad.example.org/b\n```\n\n<!-- https://pad.example.org/c -->')).toEqual([])
  })

  test('are found below the path of an installation', () => {
    const below = { server: 'https://example.org/pads/', id: 'own', fragment: '' }
    expect(
      linksOf('[x](https://example.org/pads/p/a#/1) [y](https://example.org/blog/2024) [z](https://example.org/pads/own)', below),
    ).toEqual(['1 https://example.org/pads/p/a#/1 https://example.org/pads/a#/1'])
  })
})

describe('a link to a pad whose deck is in the folder', () => {
  const surroundings = {
    path: 'calls/today.md',
    pages: { 'calls/today.md': 'calls/today', 'calls/last.md': 'calls/last', 'talk.md': 'talk' },
    pads: {
      'calls/today.md': 'https://pad.example.org/today',
      'calls/last.md': 'https://pad.example.org/last',
      'talk.md': 'https://hackmd.io/@team/talk',
      'gone.md': 'https://pad.example.org/gone',
    },
  }
  const hrefsOf = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>x</g)].map(([, href]) => href)

  test.each([
    ['https://pad.example.org/last', 'last.html'],
    ['https://pad.example.org/last?both', 'last.html'],
    ['https://pad.example.org/p/last#/3/1', 'last.html#/3/1'],
    ['http://pad.example.org/s/last#Top-ics', 'last.html#Top-ics'],
    ['/last', 'last.html'],
    ['https://hackmd.io/@team/talk#/2', '../talk.html#/2'],
    ['https://pad.example.org/today?view#Agenda', '#Agenda'],
    ['https://pad.example.org/p/today#/2', '#/2'],
    ['https://pad.example.org/today', 'today.html'],
  ])('%s leads to %s', (address, href) => {
    const { page, found } = composeText(`# Agenda\n\n[x](${address})\n\n---\n\nb\n\n---\n\nc`, surroundings)
    expect(hrefsOf(page)).toEqual([href])
    expect(page).not.toContain('_blank')
    expect(found).toEqual([])
  })

  test('leads there in the reading view, too', () => {
    const { reading } = composeText('# A\n\n[x](https://pad.example.org/p/last#/3) [x](https://pad.example.org/today#/0)', surroundings)
    expect(hrefsOf(reading)).toEqual(['last.html#/3', '#slide-0-0'])
  })

  test('any other link stays as it is', () => {
    for (const address of [
      'https://pad.example.org/gone',
      'https://pad.example.org/other',
      'https://example.org/last',
      'https://pad.example.org/uploads/last.png',
    ]) {
      const { page } = composeText(`# Agenda\n\n[x](${address})\n\n---\n\nb\n\n---\n\nc`, surroundings)
      expect(hrefsOf(page)).toEqual([address])
      expect(page).toContain('_blank')
    }
  })
})
