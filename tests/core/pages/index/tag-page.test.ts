import { describe, expect, test } from 'vitest'
import type { DeckSummary } from '../../../../src/core/model.ts'
import { siteOutputs } from '../../../../src/core/outputs/site-outputs.ts'
import { composeText } from '../../../support/compose-text.ts'
import { siteOf } from '../../../support/site-of.ts'
import { stubClient } from '../../../support/stub-client.ts'

const deck = (id: string, tags: readonly string[], date?: string): DeckSummary => ({
  ...{ id, path: `${id}.md`, title: id, description: '', authors: [], tags, date, slides: 2, assets: [], lines: [1], headings: [] },
})

function pagesOf(name: string, decks: readonly DeckSummary[], options = ''): ReadonlyMap<string, string> {
  const site = siteOf(decks, options)
  const output = siteOutputs.find((one) => one.name === name)
  if (output?.stage !== 'pages') throw new Error(`no output ${name}`)
  return new Map([...output.make(site, { client: stubClient, base: '/' })].map(({ path, content }) => [path, String(content)]))
}

describe('the page of a tag', () => {
  const decks = [
    deck('2024/a', ['SIG Storage', '<b>'], '2024-01-02'),
    deck('b', ['sig storage'], '2023-01-02'),
    deck('c', ['../x', '🎉', 'alone']),
  ]

  test('lists its decks by year, whatever the letter case of the tag', () => {
    const page = pagesOf('tags', decks).get('tags/sig-storage.html') ?? ''
    expect(page).toContain('<h1>SIG Storage</h1>\n<p>2 decks</p>')
    expect(page).toMatch(/<h2 id="year-2024-name">2024<\/h2>.*href="\.\.\/2024\/a\.html".*<h2 id="year-2023-name">.*href="\.\.\/b\.html"/s)
    expect(page).toContain('<a class="up" href="../index.html">All decks</a>')
  })

  test('has the spelling that most of its decks have', () => {
    const page = pagesOf('tags', [deck('a', ['sig Storage']), deck('b', ['SIG Storage', 'sig storage']), deck('c', ['SIG Storage'])])
    expect(page.get('tags/sig-storage.html')).toContain('<h1>SIG Storage</h1>')
  })

  test('is never outside its folder, and there is none without letters', () => {
    expect([...pagesOf('tags', decks).keys()]).toEqual(['tags/alone.html', 'tags/b.html', 'tags/sig-storage.html', 'tags/x.html'])
    expect(pagesOf('tags', decks).get('tags/b.html')).toContain('<h1>&lt;b&gt;</h1>')
  })

  test('has a feed where the site has an address', () => {
    const page = pagesOf('tags', decks, 'url: https://a.example').get('tags/sig-storage.html')
    expect(page).toContain('<link rel="canonical" href="https://a.example/tags/sig-storage.html">')
    expect(page).toContain('type="application/atom+xml" href="sig-storage.xml"')
  })

  test('is reached from the index, if it is about some of the decks, and from the reading view', () => {
    const index = pagesOf('index', decks).get('index.html')
    expect(index).toContain(
      '<nav aria-label="Tags"><b aria-hidden="true">Tags</b><a href="tags/sig-storage.html">SIG Storage <span>2</span></a></nav>',
    )
    const { reading } = composeText('---\ntags: [Über uns, "<i>"]\n---\n\n# A', { path: 'x/a.md' })
    expect(reading).toContain('<span>Tags:</span> <a href="../tags/uber-uns.html">Über uns</a>, <a href="../tags/i.html">&lt;i&gt;</a>')
  })
})
