import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { buildSite, type BuildOptions } from '../../../src/node/site/build-site.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const faults = vi.hoisted(() => ({ title: 'none' }))
const painted = vi.hoisted((): string[] => [])

// Fails for cards with a title.
vi.mock('../../../src/node/cards/paint-card.ts', async (original) => {
  const own = await original<typeof import('../../../src/node/cards/paint-card.ts')>()
  const loadCardPainter: typeof own.loadCardPainter = async (fonts) => {
    const paint = await own.loadCardPainter(fonts)
    return (tree, picture) => {
      const text = JSON.stringify(tree)
      painted.push(text)
      return text.includes(faults.title) ? Promise.reject(new Error('no glyphs')) : paint(tree, picture)
    }
  }
  return { ...own, loadCardPainter }
})

beforeEach(() => {
  faults.title = 'none'
  painted.length = 0
})

const URL = 'url: https://a.example/\ntitle: Our talks\n'
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`

async function build(files: Readonly<Record<string, string | Uint8Array>>, tools: Partial<BuildOptions> = {}) {
  const root = makeFolder(files)
  const [clientFolder, staging] = [path.join(root, '../client'), path.join(root, '../site')]
  writeFiles(clientFolder, stubClientFiles)
  const options = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess, onProgress: () => undefined }
  const built = await buildSite({ ...options, root, clientFolder, base: '/', ...tools }, { staging })
  return {
    cards: [...built.files.keys()].filter((file) => file.endsWith('card.jpg')).toSorted(),
    codes: built.diagnostics.map(({ code, file }) => `${file} ${code}`),
    messages: built.diagnostics.map(({ message }) => message),
    files: [...built.files.keys()],
    read: (file: string) => readFileSync(path.join(staging, file), 'utf8'),
  }
}

describe('a build', () => {
  test('draws a card for each deck and for the index, which their pages name', async () => {
    const { cards, codes, read } = await build({ 'site.yaml': URL, 'a.md': deck('# A'), 'sub/b.md': deck('# B') })
    expect(codes).toEqual([])
    expect(cards).toEqual(['a.card.jpg', 'hedgerow/card.jpg', 'sub/b.card.jpg'])
    for (const [page, card] of [
      ['index.html', 'hedgerow/card.jpg'],
      ['a.html', 'a.card.jpg'],
      ['a.read.html', 'a.card.jpg'],
      ['sub/b.html', 'sub/b.card.jpg'],
    ] as const)
      expect(read(page)).toContain(`<meta property="og:image" content="https://a.example/${card}">`)
  })

  test('draws none for a site without an address', async () => {
    const { cards, read } = await build({ 'site.yaml': 'title: Our talks', 'a.md': deck('# A') })
    expect(cards).toEqual([])
    expect(read('a.html')).not.toContain('og:')
  })

  test('draws none where its files are not kept', async () => {
    expect((await build({ 'site.yaml': URL, 'a.md': deck('# A') }, { withoutFiles: true })).cards).toEqual([])
    expect((await build({ 'site.yaml': URL, 'a.md': deck('# A') }, { formats: [] })).cards).toEqual([])
  })

  test('goes on where a card cannot be drawn, and no page names it', async () => {
    faults.title = 'Berta'
    const { cards, codes, read } = await build({ 'site.yaml': URL, 'a.md': deck('# Anton'), 'b.md': deck('# Berta') })
    expect(codes).toEqual(['b.md card-missing'])
    expect(cards).toEqual(['a.card.jpg', 'hedgerow/card.jpg'])
    for (const page of ['b.html', 'b.read.html']) expect(read(page)).not.toMatch(/og:image|card\.jpg/)
    expect(read('a.html')).toContain('a.card.jpg')
  })

  test('goes on without that of the index', async () => {
    faults.title = 'Our talks'
    const { cards, codes, read } = await build({ 'site.yaml': URL, 'a.md': deck('# A') })
    expect(codes).toEqual(['a.md card-missing', 'site.yaml card-missing'])
    expect(cards).toEqual([])
    expect(read('index.html')).not.toContain('og:image')
  })

  test('says why a card lacks the picture of its deck', async () => {
    const head = Buffer.alloc(60)
    head.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\x02\x58', 'latin1'))
    const { cards, codes, messages } = await build({ 'site.yaml': URL, 'a.md': deck('# A\n\n![x](a.png)'), 'a.png': head })
    expect(cards).toContain('a.card.jpg')
    expect(codes).toEqual(['a.md card-picture'])
    expect(messages).toEqual(['the image a.png cannot be drawn, so the link preview card has none: it is damaged'])
  })
})

describe('the logo on cards', () => {
  const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>'
  const buildWith = (logo: string) =>
    build({ 'site.yaml': `${URL}logo: ${logo}\n`, 'a.md': deck('# A'), 'my logo.svg': LOGO, '../outside.svg': LOGO })

  test('may have an encoded name, and is then the icon alone', async () => {
    const { codes, files } = await buildWith('my%20logo.svg')
    expect(codes).toEqual([])
    expect(painted).toHaveLength(2)
    for (const tree of painted) expect(tree).toContain('data:image/svg+xml')
    expect(files).toContain('my logo.svg')
    expect(files).not.toContain(`assets/${stubClient.icon}`)
  })

  test('is none that is outside the folder', async () => {
    const { codes } = await buildWith('../outside.svg')
    expect(codes).toEqual(['site.yaml logo-missing'])
    expect(painted).toHaveLength(2)
    for (const tree of painted) expect(tree).not.toContain('data:image')
  })
})
