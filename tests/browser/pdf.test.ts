import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFiles } from '../support/make-folder.ts'
import { makePhoto } from '../support/make-photo.ts'
import { readPdf, type ReadPdf } from '../support/read-pdf.ts'

const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

const TALK = `---
title: Paper & ink
lang: de
author: [Ada Lovelace, Grace Höpper]
date: 2026-03-04
slideOptions: {}
---

# Paper

[below](#/1/1) [last](#/3) [other](other.md) [out](https://example.org/out) [nowhere](#/9)

Note:
Notes of the first, with a [source](https://example.org/notes)

---

## Column

- one <!-- .element: class="fragment" -->
- two <!-- .element: class="fragment" -->

----

<!-- .slide: data-background-image="leaf.png" -->

Only words here

---

${Array.from({ length: 80 }, (_, index) => `- Point ${index}`).join('\n')}

---

# Last

![A leaf](leaf.png)

**Bold** and *emphasised* words, $a^2$ and <span lang="fr">Bonjour</span>
`

const LEAF = new URL('../diagnostics/image-alt/leaf.png', import.meta.url)
const SITE = 'url: https://example.org/slides\nbrand: scs\nlogo: leaf.png\n'

let holder: string
const inHolder = (...parts: string[]) => path.join(holder, ...parts)

function pdf(args: readonly string[], environment: Record<string, string> = {}): { status: number | null; said: string } {
  const env = { ...process.env, XDG_CACHE_HOME: inHolder('cache'), NO_COLOR: '1', ...environment }
  const { status, stderr } = spawnSync(process.execPath, [command, 'pdf', ...args], { cwd: holder, encoding: 'utf8', env })
  return { status, said: stderr }
}

async function read(...parts: string[]): Promise<ReadPdf> {
  return readPdf(readFileSync(inHolder(...parts)))
}

beforeAll(() => {
  holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-pdf-test-'))
  writeFiles(inHolder('talks'), { 'site.yaml': SITE, 'talk.md': TALK, 'other.md': '---\ntype: slide\n---\n\n# Other\n' })
  cpSync(fileURLToPath(LEAF), inHolder('talks', 'leaf.png'))
})

afterAll(() => rmSync(holder, { recursive: true, force: true }))

describe('the PDF of a deck', () => {
  let read1: ReadPdf

  beforeAll(async () => {
    expect(pdf(['talks/talk.md'])).toMatchObject({ status: 0 })
    read1 = await read('pdf', 'talk.pdf')
  })

  test('has a page for each slide in the proportions of the deck, and what is too much for one goes on on the next', () => {
    const { pages } = read1
    expect(pages.length).toBeGreaterThanOrEqual(5)
    for (const { width, height } of pages) expect(width / height).toBeCloseTo(1280 / 720, 1)
    expect(pages[0]?.text).toContain('Paper')
    const text = pages.map((page) => page.text).join(' ')
    for (let index = 0; index < 80; index += 1) expect(text).toContain(`Point ${index}`)
    expect(pages[1]?.text).toContain('two')
  })

  test('shows pictures and backgrounds, and the footer of the site with the number of the slide', () => {
    const [, plain, background] = read1.pages
    // The logo in the footer; a brand with a canvas has none over a picture.
    expect(plain?.pictures).toBe(1)
    expect(background?.pictures).toBeGreaterThan(0)
    expect(read1.pages.at(-1)?.pictures).toBe(2)
    expect(plain?.text).toMatch(/Paper & ink\s+2026-03-04\s+2\.1/)
    expect(background?.text).toMatch(/2\.2/)
  })

  test('has links to other slides, to pages of the site and to other servers, and none of the closed address', () => {
    const last = read1.pages.length
    expect(read1.pages[0]?.links).toEqual([3, last, 'https://example.org/slides/other.html', 'https://example.org/out'])
    expect(last).toBeGreaterThan(4)
    expect(readFileSync(inHolder('pdf', 'talk.pdf'), 'latin1')).not.toContain('site.invalid')
  })

  test('has a bookmark for each slide, also for those without a heading', () => {
    const last = read1.pages.length
    expect(read1.bookmarks).toEqual([
      ['Paper', 1, []],
      ['Column', 2, [['Only words here', 3, []]]],
      [expect.stringMatching(/^Point 0 Point 1 /), 4, []],
      ['Last', last, []],
    ])
  })

  test('says title, authors, day and language, of the deck and not of the clock', () => {
    expect(read1.info).toMatchObject({
      Title: 'Paper & ink – 2026-03-04',
      Author: 'Ada Lovelace, Grace Höpper',
      CreationDate: 'D:20260304000000Z',
      Creator: 'Hedgerow',
      Language: 'de',
    })
    expect(read1.xmp).toContain('Paper &amp; ink')
    expect(read1.xmp).toContain('<rdf:li>Grace Höpper</rdf:li>')
  })

  test('is tagged', () => {
    expect(read1.isMarked).toBe(true)
    expect(read1.pages[0]?.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'Link']))
    expect(read1.pages[0]?.tags).not.toContain('H2')
    const [heading, ...list] = read1.pages[1]?.tags.filter((tag) => /^(H\d|L.*)$/.test(tag)) ?? []
    expect([heading, ...list.filter((tag) => tag !== 'Lbl').slice(0, 3)]).toEqual(['H2', 'L', 'LI', 'LBody'])
    expect(read1.pages.at(-1)?.described).toEqual(['Figure: A leaf', 'Formula: a^2', 'Span: fr'])
    // What readers of PDF 1.7 take for the tags of bold and emphasised words.
    expect(readFileSync(inHolder('pdf', 'talk.pdf'), 'latin1')).toContain('/RoleMap <</Strong /Span /Em /Span>>')
  })

  test('brings all its fonts', () => {
    const text = readFileSync(inHolder('pdf', 'talk.pdf'), 'latin1')
    const fonts = text.match(/\/Type \/FontDescriptor/g)?.length ?? 0
    expect(fonts).toBeGreaterThan(0)
    expect(text.match(/\/FontFile[23]? \d+ 0 R/g)).toHaveLength(fonts)
  })

  test.skipIf(spawnSync('qpdf', ['--version']).status !== 0)('is whole: qpdf finds nothing', () => {
    const { status, stdout } = spawnSync('qpdf', ['--check', inHolder('pdf', 'talk.pdf')], { encoding: 'utf8' })
    expect(stdout).toContain('No syntax or stream encoding errors found')
    expect(status).toBe(0)
  })

  test('shows the picture behind all slides on each that has nothing of its own there', async () => {
    writeFiles(inHolder('behind'), {
      'deck.md': `---
type: slide
slideOptions: { parallaxBackgroundImage: leaf.png, parallaxBackgroundRepeat: no-repeat }
---

# One

---

# Two

---

<!-- .slide: data-background-color="#fff" -->

# Three
`,
    })
    cpSync(fileURLToPath(LEAF), inHolder('behind', 'leaf.png'))
    expect(pdf(['behind'])).toMatchObject({ status: 0 })
    const { pages } = await read('pdf', 'deck.pdf')
    expect(pages.map(({ pictures }) => pictures)).toEqual([1, 1, 0])
  })

  test('has a large picture behind all slides once, and whole', async () => {
    writeFiles(inHolder('large'), {
      'deck.md': '---\ntype: slide\nslideOptions: { parallaxBackgroundImage: photo.jpg }\n---\n\n# One\n\n---\n\n# Two\n',
    })
    writeFileSync(inHolder('large', 'photo.jpg'), await makePhoto(1600, 1200))
    expect(pdf(['large', '--out', 'large-pdf'])).toMatchObject({ status: 0 })
    const { pages } = await read('large-pdf', 'deck.pdf')
    expect(pages.map(({ pictures }) => pictures)).toEqual([1, 1])
    const widths = readFileSync(inHolder('large-pdf', 'deck.pdf'), 'latin1').match(/\/Subtype \/Image\s*\/Width (\d+)/g)
    expect(widths).toEqual(['/Subtype /Image\n/Width 1600'])
  })

  test('is the same bytes when it is printed again', () => {
    expect(pdf(['talks/talk.md', '--out', 'again'], { XDG_CACHE_HOME: inHolder('empty') })).toMatchObject({ status: 0 })
    expect(readFileSync(inHolder('again', 'talk.pdf')).equals(readFileSync(inHolder('pdf', 'talk.pdf')))).toBe(true)
  })

  test('has a page for each step with --steps, and links lead to the first of them', async () => {
    expect(pdf(['talks/talk.md', '--steps'])).toMatchObject({ status: 0 })
    const { pages, bookmarks } = await read('pdf', 'talk.steps.pdf')
    expect(pages).toHaveLength(read1.pages.length + 2)
    const steps = pages.slice(1, 4).map(({ text }) => ['one', 'two'].filter((word) => text.includes(word)))
    expect(steps).toEqual([[], ['one'], ['one', 'two']])
    expect(bookmarks[1]).toEqual(['Column', 2, [['Only words here', 5, []]]])
    expect(pages[0]?.links[0]).toBe(5)
  })
})

describe('a handout', () => {
  test.each([
    [1, 5],
    [2, 3],
    [3, 2],
  ])('with %d slides on a page is A4, with notes, numbers, bookmarks and tags', async (perPage, count) => {
    expect(pdf(['talks/talk.md', '--handout', '--per-page', `${perPage}`, '--out', `h${perPage}`])).toMatchObject({ status: 0 })
    const { pages, bookmarks, isMarked } = await read(`h${perPage}`, 'talk.handout.pdf')
    expect(pages).toHaveLength(count)
    for (const [index, { width, height, text }] of pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      expect(text).toMatch(new RegExp(`${index + 1}\\s*/\\s*${count}`))
      expect(text).toContain('4. März 2026')
    }
    expect(pages[0]?.text).toContain('Notes of the first')
    expect(pages[0]?.links).toContain('https://example.org/notes')
    expect(pages.map(({ text }) => text).join(' ')).toContain('Point 79')
    expect(bookmarks.map(([title]) => title)).toEqual(['Paper', 'Column', expect.stringContaining('Point 0'), 'Last'])
    expect(bookmarks.at(-1)?.[1]).toBe(count)
    expect(isMarked).toBe(true)
    // Slides that are scaled are drawings of their own, into whose tags pdf.js does not look.
    expect(readFileSync(inHolder(`h${perPage}`, 'talk.handout.pdf'), 'latin1').match(/\/S \/H[12]/g)?.length).toBeGreaterThanOrEqual(3)
  })
})

describe('a folder of decks', () => {
  test('is printed once: only what has changed is printed again', () => {
    const env = { XDG_CACHE_HOME: inHolder('own-cache') }
    expect(pdf(['talks', '--out', 'all'], env).said).toMatch(/exported all: 2 PDFs, \d/)
    expect(readdirSync(inHolder('all')).toSorted()).toEqual(['other.pdf', 'talk.pdf'])
    expect(pdf(['talks', '--out', 'all'], env).said).toContain('2 unchanged')
    writeFileSync(inHolder('talks', 'other.md'), '---\ntype: slide\n---\n\n# Another\n')
    expect(pdf(['talks', '--out', 'all'], env).said).toContain('1 unchanged')
    // A picture counts as well.
    cpSync(fileURLToPath(new URL('looks/brand-hawthorn/phone.png', import.meta.url)), inHolder('talks', 'leaf.png'))
    expect(pdf(['talks', '--out', 'all'], env).said).not.toContain('unchanged')
  })

  test('with one deck that has errors gives the others', () => {
    writeFiles(inHolder('mixed'), { 'good.md': '---\ntype: slide\n---\n\n# Good\n', 'bad.md': '---\ntype: slide\nx: [\n---\n\n# Bad\n' })
    expect(pdf(['mixed', '--out', 'mixed-out'])).toMatchObject({ status: 1 })
    expect(readdirSync(inHolder('mixed-out'))).toEqual(['good.pdf'])
  })
})

describe('a build with pdf: true', () => {
  const build = (environment: Record<string, string>) => {
    const env = { ...process.env, XDG_CACHE_HOME: inHolder('cache'), ...environment }
    return spawnSync(process.execPath, [command, 'build', 'site'], { cwd: holder, encoding: 'utf8', env })
  }
  const page = (name: string) => readFileSync(inHolder('dist', name), 'utf8')

  beforeAll(() => {
    writeFiles(inHolder('site'), { 'site.yaml': 'pdf: true\n', 'a/talk.md': '---\ntype: slide\nlang: de\n---\n\n# Talk\n' })
  })

  test('puts PDFs beside the pages, which link them with their size', async () => {
    expect(build({}).status).toBe(0)
    const { pages } = await read('dist', 'a', 'talk.pdf')
    expect(pages).toHaveLength(1)
    expect(page('a/talk.html')).toMatch(
      /<link rel="enclosure" type="application\/pdf" href="talk\.pdf" lang="de" title="PDF herunterladen \(\d+ kB\)" data-kind="pdf">/,
    )
    expect(page('a/talk.read.html')).toMatch(/<a href="talk\.pdf" lang="de" download>PDF herunterladen \(\d+ kB\)<\/a>/)
    expect(JSON.parse(page('.hedgerow.json'))).toMatchObject({ files: expect.arrayContaining(['a/talk.pdf']) as unknown })
  })

  test('a trusted deck may name an address of another server that cannot be decoded', () => {
    const deck = '---\ntype: slide\n---\n\n# Trusted\n\n<img alt="x" src="https://example.com/%zz.png">\n'
    writeFiles(inHolder('far'), { 'site.yaml': 'pdf: true\ntrusted: a.md\n', 'a.md': deck })
    const env = { ...process.env, XDG_CACHE_HOME: inHolder('cache') }
    const args = [command, 'build', 'far', '--layout', '--out', 'far-out']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: holder, encoding: 'utf8', env })
    expect(stderr).not.toContain('URIError')
    expect(status).toBe(0)
    expect(readFileSync(inHolder('far-out', 'a.html'), 'utf8')).toContain('%zz.png')
    expect(existsSync(inHolder('far-out', 'a.pdf'))).toBe(true)
  })

  test('keeps the PDFs that are there where the machine fails', () => {
    expect(build({}).status).toBe(0)
    const before = page('.hedgerow.json')
    // So that it has to be printed again.
    const { status, stderr } = build({ TMPDIR: inHolder('nowhere'), XDG_CACHE_HOME: inHolder('empty-cache') })
    expect(stderr).toContain('no temporary folder can be created')
    expect(status).toBe(1)
    expect(existsSync(inHolder('dist', 'a', 'talk.pdf'))).toBe(true)
    expect(page('.hedgerow.json')).toBe(before)
  })

  test('says so where there is no Chromium, names the PDF that the site has no longer, and links none', () => {
    const { status, stderr } = build({ CHROMIUM: 'none' })
    expect(status).toBe(0)
    expect(stderr).toContain('[pdf-missing]')
    expect(stderr).toMatch(/^no longer in the site: a\/talk\.pdf$/m)
    expect(existsSync(inHolder('dist', 'a', 'talk.pdf'))).toBe(false)
    expect(page('a/talk.html')).not.toContain('application/pdf')
  })
})

describe('without', () => {
  test('Chromium it says how to get one, and writes nothing', () => {
    const { status, said } = pdf(['talks', '--out', 'none'], { CHROMIUM: 'none' })
    expect(status).toBe(1)
    expect(said).toContain('apt-get install chromium')
    expect(existsSync(inHolder('none'))).toBe(false)
  })

  test.each([
    [['nowhere'], 'file or folder not found: "nowhere"'],
    [['talks/leaf.png'], 'neither a folder nor a Markdown file'],
    [['talks', '--per-page', '4', '--handout'], '--per-page must be 1, 2 or 3'],
    [['talks', '--steps', '--handout'], 'cannot be combined'],
  ])('sense it is refused: %j', (args, message) => {
    const { status, said } = pdf(args)
    expect([status, said]).toEqual([2, expect.stringContaining(message)])
  })
})
