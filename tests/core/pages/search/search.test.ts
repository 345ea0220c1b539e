import { describe, expect, test } from 'vitest'
import { findSlides, type Found } from '../../../../src/client/search/find-slides.ts'
import { makeSnippet } from '../../../../src/client/search/make-snippet.ts'
import { readQuery } from '../../../../src/client/search/read-query.ts'
import { openSlideIndex } from '../../../../src/client/search/slide-index.ts'
import type { Site } from '../../../../src/core/model.ts'
import { searchFiles, searchShards } from '../../../../src/core/pages/search/search-shards.ts'
import { composeText } from '../../../support/compose-text.ts'
import { siteOf } from '../../../support/site-of.ts'
import { readShards } from '../../../support/read-shards.ts'

type Texts = Readonly<Record<string, string>>

const shardsOf = (decks: Texts) => {
  const composed = Object.entries(decks).map(([path, text]) => composeText(text, { path }))
  const details = Object.fromEntries(composed.map((one) => [one.summary.path, one.details]))
  return shardsIn(
    siteOf(
      composed.map(({ summary }) => summary),
      '',
      details,
    ),
  )
}
// Newest first, as they are listed.
const shardsIn = (site: Site) => [...searchShards(site)].toReversed()
const deck = (text: string, more = '') => `---\ntype: slide\n${more}---\n\n${text}\n`

async function open(decks: Texts): Promise<(query: string) => Found> {
  const index = openSlideIndex()
  for (const shard of readShards(shardsOf(decks))) await index.add(shard.decks)
  return (query) => findSlides(index, readQuery(query))
}
const places = ({ hits }: Found) => hits.map(({ slide }) => slide.deck.page + slide.slide.hash)

describe('the texts of a site', () => {
  test('are a file for each year, newest first, named by what is in it', () => {
    const files = (more: Texts) => shardsOf({ '20230105.md': deck('# A'), '20240201.md': deck('# B'), 'talk.md': deck('# C'), ...more })
    const names = (more: Texts) => files(more).map(({ path }) => path)
    expect(names({}).map((path) => path.replace(/\.\w+\.js$/, ''))).toEqual(
      ['2024', '2023', 'undated'].map((name) => `hedgerow/search/${name}`),
    )
    expect(names({})).toEqual(names({}))
    const changed = names({ '20240909.md': deck('# D') })
    expect(changed.map((path, index) => path === names({})[index])).toEqual([false, true, true])
  })

  test('have headings, lists, code, tables, alternative texts and notes, and no slide that is hidden', () => {
    const text = [
      '# Title\n\n- one\n  - two **bold**\n\n```js\nconst answer = 42\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n![Hedge](https://x.example/a.png)',
      '<!-- .slide: data-visibility="hidden" -->\n# Hidden',
      '# Last\n\n<style>h1 { color: red }</style>\n\nNote: spoken',
    ].join('\n\n---\n\n')
    const [shard] = readShards(shardsOf({ 'a.md': deck(text) }))
    expect(shard?.decks[0]?.slides).toEqual([
      { hash: '#/', heading: 'Title', text: '\tone\n\t\ttwo bold\nconst answer = 42\na b\nc d\nHedge' },
      { hash: '#/last', heading: 'Last', text: '', notes: 'spoken' },
    ])
  })

  test('stay texts, whatever they contain', () => {
    const hostile = `</script><script>alert(1)</script> '+alert(1)+' \\' \u2028 \u2029 __proto__ constructor \${1} <!-- x`
    const text = deck(`# ${hostile.replaceAll('<', '&lt;')}\n\n\`${hostile}\``, 'title: "<b>__proto__</b>"\n')
    const files = shardsOf({ 'a.md': text })
    expect(files[0]?.content).not.toMatch(/<\/script|<!--|[\u2028\u2029]/)
    const found = readShards(files)[0]?.decks[0]
    expect(found?.title).toBe('<b>__proto__</b>')
    expect(found?.slides[0]?.text).toContain("</script><script>alert(1)</script> '+alert(1)+'")
  })

  test('name the picture of a slide that has almost no text, and of no other', () => {
    const slides = [
      '![](x%20y/a.png)',
      '# A heading of some length, which does not count at all\n\n![An alternative text as long as forty characters](b.png)',
      `![](c.png) ${'word '.repeat(10)}`,
      '<!-- .slide: data-visibility="hidden" -->\n![](d.png)',
      '![](https://x.example/e.png)',
      'Few words\n\nNote: ![](f.png)',
    ]
    const files = ['x y/a.png', 'b.png', 'c.png', 'd.png', 'f.png'].map((name) => `talks/${name}`)
    const { summary, details } = composeText(deck(slides.join('\n\n---\n\n')), { path: 'talks/a.md', files })
    const [shard] = readShards(shardsIn(siteOf([summary], '', { [summary.path]: details })))
    expect(shard?.decks[0]?.slides.map(({ image }) => image)).toEqual(['talks/x%20y/a.png', 'talks/b.png', undefined, undefined, undefined])
  })

  test('are listed in a file, with the other sites that are searched, too', () => {
    const listOf = (written: string) => {
      const content = String([...searchFiles(siteOf([], written))].at(-1)?.content).trim()
      return JSON.parse(/='(.*)'$/.exec(content)?.[1] ?? '') as unknown
    }
    expect(listOf('title: Calls')).toEqual({ format: 1, title: 'Calls', shards: [] })
    expect(listOf('search: { also: [/calls/] }')).toMatchObject({ also: ['/calls/'] })
  })

  test('have a bound for each slide', () => {
    const [shard] = readShards(shardsOf({ 'a.md': deck(`# A\n\n${'word '.repeat(15_000)}`) }))
    expect(shard?.decks[0]?.slides[0]?.text.length).toBeLessThanOrEqual(10_000)
  })
})

describe('a search', () => {
  test.each([
    ['Häuser', 'Ein Haus am See'],
    ['Haus', 'Zwei Häuser am See'],
    ['Städte', 'Die Stadt am Fluss'],
    ['Stadt', 'Die Städte am Fluss'],
    ['versammlung', 'Unsere Mitgliederversammlung'],
    ['Versammlungen', 'Unsere Mitgliederversammlung'],
    ['Zertifizierungen', 'Die Zertifizierung'],
    ['Ueberblick', 'Ein Überblick'],
    ['Überblick', 'Ein Ueberblick'],
    ['uberblick', 'Ein Überblick'],
    ['Strasse', 'Die Straße'],
    ['STRAẞE', 'Die Strasse'],
    ['ergebnis', 'Alle Ergebnisse'],
    ['upgrades', 'An upgrade'],
    ['policies', 'A policy'],
    ['testing', 'They tested it'],
    ['boxes', 'A box'],
    ['souveranitat', 'Digitale Souveränität'],
    ['"blue whale"', 'A blue whale'],
    ['"blue wha', 'A blue whale'],
    ['constructor', 'the constructor'],
    ['__proto__', 'of __proto__'],
  ])('for %s finds "%s"', async (query, text) => {
    const ask = await open({ 'a.md': deck(`# One\n\n${text}\n\n---\n\n# Other\n\nNothing of it`) })
    const found = ask(query)
    expect([found.held, ...places(found)]).toEqual(['all', 'a.html#/'])
  })

  test('keeps short names and numbers apart from longer ones, as long as there are any', async () => {
    const ask = await open({ 'a.md': deck('# R7\n\n---\n\n# R70\n\n---\n\n# CAPO\n\n---\n\n# v1.30') })
    expect(places(ask('R7'))).toEqual(['a.html#/'])
    expect(places(ask('capo'))).toEqual(['a.html#/capo'])
    expect(places(ask('1.30'))).toEqual(['a.html#/v1-30'])
    expect(places(ask('v1.3'))).toEqual(['a.html#/v1-30'])
  })

  test('prefers titles to headings, headings to texts, texts to notes, and of equals the newer', async () => {
    const ask = await open({
      '20240101.md': deck('# Start\n\n---\n\n# Other\n\nhedge\n\n---\n\n# Third\n\nmuch\n\nNote: hedge\n\n---\n\n# The hedge'),
      '20230101.md': deck('# The hedge\n\n---\n\n# Other\n\nhedge'),
    })
    expect(places(ask('hedge'))).toEqual([
      '20230101.html#/',
      '20240101.html#/the-hedge',
      '20240101.html#/other',
      '20230101.html#/other',
      '20240101.html#/third',
    ])
  })

  test('says what it has done with a word that no slide holds, and with words that none holds together', async () => {
    const ask = await open({ 'a.md': deck('# Rookify\n\n---\n\n# Überblick und Rookify\n\n---\n\n# Kamaji') })
    expect(ask('rookfy')).toMatchObject({ held: 'corrected', corrections: [{ typed: 'rookfy', meant: 'Rookify', count: 2 }] })
    expect(ask('ubreblick')).toMatchObject({ held: 'corrected', corrections: [{ meant: 'Überblick', count: 1 }] })
    expect(ask('rookify kamaji')).toMatchObject({ held: 'some', corrections: [], missing: [] })
    expect(ask('kamaji qqqqqq')).toMatchObject({ held: 'some', missing: ['qqqqqq'] })
    expect(ask('"kamaji rookify"').held).toBe('some')
    expect(ask('qqqqqq')).toMatchObject({ held: 'none', hits: [] })
    for (const nothing of ['', '  ', '"', '...', '\\', '(((', '*']) expect(ask(nothing)).toMatchObject({ held: 'none', hits: [] })
  })

  test('shows the text around the words, cut between words', () => {
    const parts = makeSnippet(`${'before it '.repeat(40)}needle ${'after it '.repeat(40)}`, (word) => word === 'needle')
    expect(parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['needle'])
    const text = parts.map((part) => part.text).join('')
    expect(text).toMatch(/^…(before|it) .* (after|it)…$/)
    expect(text.length).toBeLessThan(240)
    expect(makeSnippet('One\n\ttwo\n\t\tthree\nEnd.', () => false).map((part) => part.text)).toEqual(['One: two: three. End.'])
  })
})
