import { describe, expect, test } from 'vitest'
import { withNeighboursBelow } from '../../../src/core/pages/series-links.ts'
import { composeText } from '../../support/compose-text.ts'

const { reading } = composeText('# A\n\n<h1>Own</h1>', { path: 'calls/a.md' })
const target = { path: 'calls/a.read.html', title: 'Call', date: '2024-02-01', lang: 'en' }

describe('the head of a reading view', () => {
  test('says what only this deck is about, as text, below its heading', () => {
    const page = withNeighboursBelow(reading, { topics: ['Oats & hay', 'Birds'] }, target)
    expect(page).toMatch(
      /<section class="hr-header [^>]*>.*?<\/h1>\n<p class="hr-topics">Oats &amp; hay · Birds<\/p>\n<p class="hr-facts"/s,
    )
    expect(reading).not.toContain('hr-topics')
  })

  test('leads to the decks beside it, by days, with the year where it is another', () => {
    const deck = (id: string, date?: string) => ({ id: `calls/${id}`, title: `<${id}>`, date })
    const linksTo = (previous: string | undefined, next: string | undefined) =>
      [
        ...withNeighboursBelow(reading, { previous: deck('b', previous), next: deck('c', next) }, target).matchAll(
          /<a rel="(?:prev|next)" href="([^"]*)"><span class="hr-hidden">([^<]*)<\/span> ([^<]*)<\/a>/g,
        ),
      ].map(([, href, label, text]) => [href, label, text])
    expect(linksTo('2023-12-20', '2024-03-05')).toEqual([
      ['b.read.html', 'Previous deck:', 'December 20, 2023'],
      ['c.read.html', 'Next deck:', 'March 5'],
    ])
    expect(linksTo(undefined, undefined)).toEqual([
      ['b.read.html', 'Previous deck:', '&lt;b&gt;'],
      ['c.read.html', 'Next deck:', '&lt;c&gt;'],
    ])
  })
})
