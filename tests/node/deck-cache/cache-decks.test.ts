import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { siteSchema } from '../../../src/core/config/site-options.ts'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { twiceBuilder } from '../../support/build-twice.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const deck = (text: string, options = '') => `---\ntype: slide\n${options}---\n\n${text}\n`
const gif = (width: number) => Buffer.from(`GIF89a${String.fromCharCode(width)}\0\u0001\0\0\0\0`, 'latin1')
const lock = (pad: string) => writePadsLock(new Map([['plain.md', { pad, digest: '0'.repeat(64), pictures: [], missing: [] }]]))

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'site.yaml': 'title: Talks\nlang: en\nurl: https://a.example/\n',
  'plain.md': deck('# Plain\n\nNote: said'),
  '2020-01-02-dated.md': deck('# Dated\n\n```html\n<style>a { color: red }</style>\n```', 'tags: [a]\n'),
  'picture.md': deck('# Picture\n\n![A dot](dot.gif)\n\n![A line](line.svg)'),
  'missing.md': deck('# Missing\n\n![](lost.gif) [gone](gone.md) [pad](https://pad.example/last)'),
  'link.md': deck('# Link\n\n[plain](plain.md) [draft](draft.md)'),
  'include.md': deck('# Include\n\n{%include ./part.md %}\n\n{%include ./code.js %}'),
  'diagram.md': deck('# Diagram\n\n```mermaid\ngraph LR\n```\n\n$x^2$'),
  'draft.md': deck('# Draft', 'draft: true\n'),
  'late.md': deck('# Late', 'date: 2030-01-01\n'),
  'trusted.md': deck('![far](https://b.example/a.png)'),
  'talks/one.md': deck('# One'),
  'talks/two.md': deck('# Two\n\n![](../line.svg) ![](../large.gif)'),
  'part.md': 'A part\n',
  'code.js': 'let a\n',
  'dot.gif': gif(1),
  'line.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>',
}

function open() {
  const root = makeFolder(FILES)
  const cache = path.join(root, '../cache')
  return { root, cache, build: twiceBuilder(root, cache) }
}

// Each builds a site several times.
describe('a build with a cache is byte for byte one without', { timeout: 120_000 }, () => {
  test('a folder in which nothing has changed is not composed again', async () => {
    const { build } = open()
    expect((await build()).composed).toContain('plain.md')
    const again = await build()
    expect(again.composed).toEqual([])
    expect(again.diagnostics.map(({ code }) => code)).toContain('asset-missing')
  })

  test('two folders with decks of the same names share a cache', async () => {
    const { cache, build } = open()
    const other = twiceBuilder(makeFolder({ ...FILES, 'dot.gif': gif(2) }), cache)
    await build()
    expect((await other()).composed).toContain('picture.md')
    expect([await build(), await other()].flatMap(({ composed }) => composed)).toEqual([])
  })

  test.each([
    ['the text of a deck', { 'plain.md': deck('# Other') }, ['plain.md']],
    ['the size of a picture', { 'dot.gif': gif(2) }, ['picture.md']],
    ['a picture that is damaged', { 'dot.gif': 'none' }, ['picture.md']],
    ['an SVG', { 'line.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' }, ['picture.md', 'talks/two.md']],
    ['a deck that is none any more', { 'plain.md': '# Plain' }, ['link.md']],
    ['a draft that is none any more', { 'draft.md': deck('# Draft') }, ['draft.md', 'link.md']],
    ['a new file with a name that was looked up', { 'lost.gif': gif(1) }, ['missing.md', 'talks/two.md']],
    ['a new deck with a name that was looked up', { 'gone.md': deck('# Here') }, ['gone.md', 'missing.md']],
    ['a new file with another name', { 'more.gif': gif(1) }, ['missing.md', 'talks/two.md']],
    ['an included file', { 'part.md': 'Another part\n' }, ['include.md']],
    ['included code', { 'code.js': 'let b\n' }, ['include.md']],
    ['options of another tool', { 'talks/reveal-md.json': '{"theme": "white"}' }, ['missing.md', 'talks/one.md', 'talks/two.md']],
    ['the pad of a deck', { 'pads.lock.yaml': lock('https://pad.example/last') }, ['missing.md', 'plain.md']],
  ])('%s is noticed', async (_, change, composed) => {
    const { root, build } = open()
    await build({ withoutDrafts: true })
    writeFiles(root, change)
    expect((await build({ withoutDrafts: true })).composed).toEqual(composed)
    expect((await build({ withoutDrafts: true })).composed).toEqual([])
  })

  // Of each option, whatever of this it accepts.
  const VALUES: readonly unknown[] = [
    true,
    false,
    'line.svg',
    'https://b.example/slides/',
    'de',
    'white',
    'nowhere',
    ['trusted.md'],
    ['talks/'],
    ['asset-missing', 'link-missing'],
    ['b.example'],
    [],
  ]

  test.each(Object.entries(siteSchema))('the option %s of the site is noticed', async (name, { read }) => {
    const { root, build } = open()
    writeFiles(root, { 'pads.lock.yaml': lock('https://pad.example/last') })
    await build({ withoutDrafts: true, today: '2025-01-01' })
    for (const value of VALUES.filter((candidate) => read(candidate) !== undefined)) {
      const lines = ['title: Talks', 'lang: en', 'url: https://a.example/'].filter((line) => !line.startsWith(`${name}:`))
      writeFileSync(path.join(root, 'site.yaml'), [...lines, `${name}: ${JSON.stringify(value)}\n`].join('\n'))
      await build({ withoutDrafts: true, today: '2025-01-01' })
    }
  })

  test('what belongs to all decks is noticed: drafts, the day, formats, notes, the client and the renderer of diagrams', async () => {
    const { build } = open()
    const { themes } = stubClient
    const black = { ...themes['black'], file: 'theme-white.css', critical: '/* other */', tokens: '', files: [] }
    const draw = async () => ({ drawing: { svg: '<svg viewBox="0 0 9 9"></svg>' }, took: 0 })
    for (const surroundings of [
      {},
      { withoutDrafts: true },
      { withoutDrafts: 'marked' as const },
      { withoutDrafts: true, today: '2025-01-01' },
      { formats: ['pdf'] },
      { withNotes: true as const },
      { client: { ...stubClient, themes: { ...themes, black } } },
      { diagramRenderer: { ...stubDiagramRenderer, draw } },
    ])
      await build(surroundings)
  })

  test('another revision changes no deck', async () => {
    const { build } = open()
    await build({ revision: 'a1b2c3d' })
    expect((await build({ revision: 'e4f5a6b' })).composed).toEqual([])
  })

  test('a damaged entry is made anew', async () => {
    const { cache, build } = open()
    await build()
    const names = readdirSync(cache)
    expect(names.length).toBeGreaterThan(10)
    for (const [index, name] of names.entries()) {
      const file = path.join(cache, name)
      if (index % 4 === 0) truncateSync(file, Math.floor(readFileSync(file).length / 2))
      else if (index % 4 === 1) writeFileSync(file, readFileSync(file, 'latin1').replace('Plain', 'Plane'), 'latin1')
      else if (index % 4 === 2) rmSync(file)
    }
    await build()
    expect((await build()).composed).toEqual([])
  })

  test('a cache that cannot be written to is none', async () => {
    const { root, cache, build } = open()
    writeFiles(path.dirname(cache), { cache: 'a file' })
    await build()
    expect((await build()).composed).toContain('plain.md')
    expect(readFileSync(path.join(root, '../cache'), 'utf8')).toBe('a file')
  })

  test('edits one after the other never show an earlier state', async () => {
    const { root, build } = open()
    let seed = 7
    const below = (count: number) => (seed = (seed * 48_271) % 2_147_483_647) % count
    const names = [...Object.keys(FILES), 'lost.gif', 'gone.md', 'large.gif', 'talks/index.md']
    for (let step = 0; step < 12; step += 1) {
      const name = names[below(names.length)] ?? ''
      const other = Object.values(FILES)[below(names.length - 4)] ?? ''
      const kind = below(4)
      if (kind === 0) rmSync(path.join(root, name), { force: true })
      else if (kind === 1 || FILES[name] === undefined) writeFiles(root, { [name]: name === 'site.yaml' ? `title: T${step}\n` : other })
      else writeFiles(root, { [name]: FILES[name] })
      if (!readdirSync(root).includes('plain.md')) writeFiles(root, { 'plain.md': deck(`# ${step}`) })
      await build({ withoutDrafts: step % 3 !== 0, today: '2025-01-01' })
    }
  })
})
