import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { exportDeck } from '../../../src/cli/commands/export.ts'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { textOf } from '../../../src/core/tree.ts'
import { deckOutputs, type DeckPageOutput } from '../../../src/core/outputs/deck-outputs.ts'
import { deckPaths, lostPages } from '../../../src/core/outputs/outputs-of-deck.ts'
import { siteOutputAt, siteOutputs, type SitePageOutput } from '../../../src/core/outputs/site-outputs.ts'
import { devPages } from '../../../src/dev/dev-pages.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { readContent } from '../../../src/node/content/read-content.ts'
import { buildSite } from '../../../src/node/site/build-site.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

// What somebody would add: the row of an output of each deck, and one of the site that is many files, of bytes.
const rows = vi.hoisted(() => ({ deck: {} as object, site: {} as object }))

vi.mock('../../../src/core/outputs/deck-outputs.ts', async (original) => {
  const table = await original<{ deckOutputs: readonly object[] }>()
  return { ...table, deckOutputs: [...table.deckOutputs, rows.deck] }
})
vi.mock('../../../src/core/outputs/site-outputs.ts', async (original) => {
  const table = await original<{ siteOutputs: object[] }>()
  table.siteOutputs.push(rows.site)
  return table
})
// Threads run the compiled code, which has no row of a test.
vi.mock('../../../src/node/compose/in-worker.ts', () => ({ composeInWorker: () => composeInProcess }))

const plainText: DeckPageOutput = {
  name: 'text',
  pathOf: (id) => `${id}.txt`,
  isWanted: () => true,
  stage: 'pages',
  isDownload: true,
  make: ({ rendered }) =>
    rendered.columns
      .flat()
      .map(({ tree }) => textOf(tree))
      .join('\n\n'),
  link: { type: 'text/plain', kind: 'single' },
}
const cards: SitePageOutput = {
  name: 'cards',
  title: 'a card',
  paths: ['cards/'],
  isWanted: () => true,
  stage: 'pages',
  showsDecks: true,
  make: ({ decks }) => decks.map(({ id, title }) => ({ path: `cards/${id}.png`, content: Buffer.from(title) })),
}
Object.assign(rows.deck, plainText)
Object.assign(rows.site, cards)

const DECK = '---\ntype: slide\n---\n\n# Anton\n\n---\n\nBerta\n'
const options = readSiteOptions('', () => undefined)
const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }

describe('a row is all that an output of each deck needs', () => {
  let root: string
  beforeEach(() => {
    root = makeFolder({ 'a.md': DECK })
  })

  test('a build writes it, and links it from the pages with its size', async () => {
    const clientFolder = path.join(root, '../client')
    const staging = path.join(root, '../site')
    writeFiles(clientFolder, stubClientFiles)
    const { files } = await buildSite({ ...tools, root, clientFolder, base: '/', onProgress: () => undefined }, { staging })
    expect(files.get('a.txt')).toBe('Anton\n\nBerta'.length)
    expect(readFileSync(path.join(staging, 'a.txt'), 'utf8')).toBe('Anton\n\nBerta')
    expect(readFileSync(path.join(staging, 'a.html'), 'utf8')).toContain('<link rel="enclosure" type="text/plain" href="a.txt"')
    expect(readFileSync(path.join(staging, 'a.read.html'), 'utf8')).toContain('<a href="a.txt" lang="en" download>')
    expect(readFileSync(path.join(staging, 'cards/a.png'), 'utf8')).toBe('Anton')
  })

  test('development makes it when it is asked for', async () => {
    const live = {
      now: () => ({ client: stubClient, clientFolder: root }),
      problem: () => undefined,
      renew: async () => undefined,
      isIntact: () => true,
    }
    const pages = devPages({ ...tools, root, live, onDiagnostics: () => undefined })
    onTestFinished(() => pages.close())
    expect(await pages.find('/a.txt')).toEqual({ status: 200, content: 'Anton\n\nBerta', type: 'text/plain; charset=utf-8' })
    expect(await pages.find('/a.html')).toMatchObject({ html: expect.stringContaining('type="text/plain" href="a.txt"') as string })
    expect(await pages.find('/cards/a.png')).toMatchObject({ status: 200, type: 'image/png' })
    expect(await pages.fileOf('/a.txt')).toBe('a.md')
    expect(await pages.find('/b.txt')).toMatchObject({ status: 404 })
  })

  test('the command for one deck writes it', async () => {
    const out = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-row-'))
    onTestFinished(() => rmSync(out, { recursive: true }))
    const terminal = { print() {}, command() {}, log() {}, progress() {}, paint: (_: unknown, text: string) => text }
    expect(await exportDeck(path.join(root, 'a.md'), { as: 'text', width: '1920', out }, terminal)).toBe(0)
    expect(existsSync(path.join(out, 'a.txt'))).toBe(true)
  })

  test('its address is kept free, and missed when it is gone', () => {
    expect(deckPaths('a', options)).toContain('a.txt')
    expect(lostPages(['a.html', 'a.read.html', 'a.txt'], ['a.html', 'a.read.html'])).toEqual(['a.txt'])
    expect(siteOutputAt('cards/x.html', options)?.name).toBe('cards')
    writeFiles(root, { 'cards/b.md': DECK })
    expect(readContent(root).diagnostics.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'cards/b.md the page of this deck would have the same address as a card: cards/b.html',
    ])
  })
})

test('names and paths are unique in each table', () => {
  for (const table of [
    deckOutputs.map(({ name, pathOf }) => [name, pathOf('x')]),
    siteOutputs.map(({ name, paths }) => [name, ...paths]),
  ]) {
    const all = table.flat()
    expect(new Set(all).size).toBe(all.length)
  }
})
