import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildSite, withTemporarySite } from '../../../src/node/site/build-site.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { writeArchive } from '../../../src/node/export/write-archive.ts'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { openOutput } from '../../../src/node/site/output-folder.ts'
import { singleFile } from '../../../src/node/site/single-file.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>'

function place(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = makeFolder(files)
  const clientFolder = path.join(root, '../client')
  writeFiles(clientFolder, stubClientFiles)
  return { root, client: stubClient, clientFolder, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }
}

/** Exports `talks/a.md` and reads what was written. */
async function exported(files: Readonly<Record<string, string | Uint8Array>>, change: (root: string) => void = () => undefined) {
  const made = place(files)
  change(made.root)
  const target = path.join(made.root, '../export')
  return withTemporarySite(
    { ...made, formats: [], only: (file) => file === 'talks/a.md', onProgress: () => undefined },
    async ({ folder, built }) => {
      const [summary] = built.decks
      if (!summary) throw new Error('there is no deck')
      const { content, files: written, own } = built
      const html = singleFile(summary, { ...made, site: folder, files: written, options: content.options, report: content.report })
      const codes = content.diagnostics.map(({ code, line }) => `${code}:${line ?? '-'}`)
      if (html === undefined) return { html, codes, folder, names: [], read: () => '', manifest: {} as Record<string, unknown> }
      const output = await openOutput(target, made.root)
      const maker = { version: '1.2.3', dependencies: { 'markdown-it': '15.0.0' } }
      await writeArchive(summary, html, { ...made, output, lang: 'en', own: own.assets, pads: content.pads, maker })
      const names = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      const read = (name: string) => readFileSync(path.join(target, name))
      return {
        html,
        codes,
        folder,
        names: names.map((entry) => path.relative(target, path.join(entry.parentPath, entry.name))).toSorted(),
        read: (name: string) => read(name).toString(),
        manifest: JSON.parse(read('manifest.json').toString()) as Record<string, unknown>,
      }
    },
  )
}

describe('an archive', () => {
  const files = {
    'site.yaml': 'logo: logo.png\nlang: de\n',
    'logo.png': 'logo',
    'pictures/p.png': 'picture',
    'pictures/d.svg': DRAWING,
    'talks/a.md': deck('# Gr\u00fc\u00dfe\n\n![p](../pictures/p.png) ![d](../pictures/d.svg)\n\nNote: n'),
    'talks/b.md': deck('# B\n\n![q](q.png)'),
    'talks/q.png': 'other',
  }

  test('holds the deck as one file, its source and files as they were made, licences and a manifest', async () => {
    const { names, read, html } = await exported(files)
    expect(names).toEqual(
      [
        '.hedgerow.json',
        'a.html',
        'licences.txt',
        'manifest.json',
        'source/logo.png',
        'source/pictures/d.svg',
        'source/pictures/p.png',
        'source/site.yaml',
        'source/talks/a.md',
      ].toSorted(),
    )
    expect(read('a.html')).toBe(html)
    expect(read('source/talks/a.md')).toBe(files['talks/a.md'])
    expect(read('source/pictures/d.svg')).toBe(DRAWING)
  })

  test('says from which pad the deck came, and nothing of other decks', async () => {
    const origin = (pad: string) => ({ pad, digest: '0'.repeat(64), pictures: [], missing: [] })
    const [a, b] = [origin('https://pad.example/a'), origin('https://pad.example/b')]
    const { read, manifest } = await exported({
      ...files,
      'pads.lock.yaml': writePadsLock(new Map(Object.entries({ 'talks/a.md': a, 'talks/b.md': b }))),
    })
    expect(read('source/pads.lock.yaml')).toBe(writePadsLock(new Map([['talks/a.md', a]])))
    expect(JSON.stringify(manifest['files'])).toContain('"source/pads.lock.yaml"')
  })

  test('is shown cleaned: a drawing in the file runs nothing', async () => {
    const { html } = await exported(files)
    const [, drawing = ''] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(html ?? '') ?? []
    expect(Buffer.from(drawing, 'base64').toString()).toMatch(/^<svg [^]*<path d="M0 0"/)
    expect(Buffer.from(drawing, 'base64').toString()).not.toContain('script')
  })

  test('has a manifest that says what is in it, with digests, and what it was made with', async () => {
    const { manifest, read } = await exported(files)
    expect(manifest).toMatchObject({
      format: 'hedgerow archive 1',
      deck: { id: 'talks/a', title: 'Gr\u00fc\u00dfe', lang: 'en', slides: 1 },
      page: 'a.html',
      source: 'source/talks/a.md',
      licences: 'licences.txt',
      madeWith: { hedgerow: '1.2.3', 'markdown-it': '15.0.0' },
      holds: [{ name: 'reveal.js', version: '6.0.0', licence: 'MIT' }],
    })
    const listed = manifest['files'] as { path: string; bytes: number; sha256: string }[]
    expect(listed.map(({ path: file }) => file)).toEqual([
      'a.html',
      'licences.txt',
      'source/logo.png',
      'source/pictures/d.svg',
      'source/pictures/p.png',
      'source/site.yaml',
      'source/talks/a.md',
    ])
    for (const { path: file, bytes, sha256 } of listed) {
      expect({ file, bytes }).toEqual({ file, bytes: Buffer.byteLength(read(file)) })
      expect({ file, sha256 }).toEqual({ file, sha256: createHash('sha256').update(read(file)).digest('hex') })
    }
  })

  test('is the same to the last byte when it is made again, in another place', async () => {
    const [one, two] = [await exported(files), await exported(files)]
    expect(one.names.map((name) => one.read(name))).toEqual(two.names.map((name) => two.read(name)))
  })

  test('leaves nothing behind where the site was', async () => {
    const { folder } = await exported(files)
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })
})

describe('what becomes of a large deck', () => {
  const large = (bytes: number) => (root: string) => truncateSync(path.join(root, 'talks/film.mp4'), bytes)
  const files = { 'talks/a.md': deck('# A\n\n<video src="film.mp4" controls></video>'), 'talks/film.mp4': '' }

  test('it is one file, and is said to be large', async () => {
    const { html, codes } = await exported(files, large(40_000_000))
    expect(html?.length).toBeGreaterThan(50_000_000)
    expect(codes).toEqual(['export-large:-'])
  })

  test('there is no file that no browser would open', async () => {
    const { html, codes } = await exported(files, large(300_000_001))
    expect(html).toBeUndefined()
    expect(codes).toEqual(['single-missing:-'])
  })
})

test('a diagram that no build has drawn is shown as source, which is said', async () => {
  const { html, codes } = await exported({ 'talks/a.md': deck('# A\n\n---\n\n```mermaid\nlater\n```') })
  expect(codes).toEqual(['diagram-in-browser:9', 'export-diagram-source:9'])
  expect(html).toMatch(/<pre[^>]*>[^]*later/)
  expect(html).not.toMatch(/data-draw|data-mermaid|mermaid-1/)
})

describe('a site that offers its decks as single files', () => {
  async function build(files: Readonly<Record<string, string>>) {
    const made = place(files)
    const out = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-offers-'))
    onTestFinished(() => rmSync(out, { recursive: true }))
    const built = await buildSite({ ...made, base: '/', onProgress: () => undefined }, { staging: out })
    return { built, read: (file: string) => readFileSync(path.join(out, file), 'utf8') }
  }

  test('links them from both pages of a deck, with their sizes, in the language of the deck', async () => {
    const { built, read } = await build({
      'site.yaml': 'singleFile: true\n',
      'x/a b.md': '---\ntype: slide\nlang: de\ntitle: \'<link rel="icon" href="data:,"></footer>\'\n---\n\n# A </footer>\n',
    })
    const bytes = Buffer.byteLength(read('x/a b.single.html'))
    expect(built.files.get('x/a b.single.html')).toBe(bytes)
    const size = `${Math.round(bytes / 1e3)} kB`
    const [head = ''] = read('x/a b.html').split('<title>')
    expect(head).toContain(
      `<link rel="enclosure" type="text/html" href="a%20b.single.html" lang="de" title="Als einzelne HTML-Datei herunterladen (${size})" data-kind="single">`,
    )
    expect(read('x/a b.read.html').split('<footer').at(-1)).toContain(
      `<a href="a%20b.single.html" lang="de" download>Als einzelne HTML-Datei herunterladen (${size})</a>`,
    )
    expect(built.files.get('x/a b.html')).toBe(Buffer.byteLength(read('x/a b.html')))
  })

  test('is built the same again', async () => {
    const files = { 'site.yaml': 'singleFile: true\n', 'a.md': deck('# A') }
    const [one, two] = [await build(files), await build(files)]
    for (const file of one.built.files.keys()) expect(one.read(file)).toBe(two.read(file))
  })

  test('keeps the address of such a file from other decks', async () => {
    const { built } = await build({ 'site.yaml': 'singleFile: true\n', 'a.md': deck('# A'), 'a.single.md': deck('# B') })
    expect(built.diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(['a.single.md deck-address'])
  })

  test('other sites do not have them', async () => {
    const { built, read } = await build({ 'a.md': deck('# A') })
    expect([...built.files.keys()].filter((file) => file.includes('single'))).toEqual([])
    expect(read('a.html')).not.toContain('enclosure')
  })
})
