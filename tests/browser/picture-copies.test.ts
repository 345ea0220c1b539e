import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { makePhoto } from '../support/make-photo.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const command = path.resolve(import.meta.dirname, '../../lib/cli/main.js')

// Images as authors size them; each slide has one.
const IMAGES = [
  '![a walk](wide.jpg)',
  '![a walk](small.jpg)',
  '![a walk](wide.jpg =240x)',
  '![a walk](wide.jpg =x200)',
  '![a walk](wide.jpg =50%x)',
  '<img src="wide.jpg" alt="a walk" class="r-stretch">',
  '<img src="wide.jpg" alt="a walk" style="max-height: 200px">',
  '<img src="small.jpg" alt="a walk" style="width: auto">',
  '<div style="display: flex"><img src="wide.jpg" alt="a walk"><img src="small.jpg" alt="a walk"></div>',
]
const DECK = `---\ntype: slide\ntitle: A\n---\n\n<!-- .slide: data-background="wide.jpg" -->\n\n# A\n\n---\n\n${IMAGES.join('\n\n---\n\n')}\n`
const DESKTOP = { viewport: { width: 1280, height: 720 } }
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

let browser: Browser
let root: string
let site: ServedSite
let plain: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-copies-'))
  writeFiles(root, {
    'talk.md': DECK,
    'site.yaml': 'singleFile: true\n',
    'wide.jpg': await makePhoto(2400, 1200),
    'small.jpg': await makePhoto(700, 400),
  })
  plain = await serveBuilt(root)
  site = await serveBuilt(root, { withCopies: true })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await Promise.all([site.close(), plain.close()])
  rmSync(root, { recursive: true })
})

/** Opens a page; `loaded` are the images that it has asked for, without their digests, but for the icon in its header. */
async function open(address: string, options: BrowserContextOptions): Promise<{ readonly page: Page; readonly loaded: string[] }> {
  const page = await (await browser.newContext(options)).newPage()
  const loaded: string[] = []
  page.on('request', (request) => {
    const isIcon = /\/icon-\w+\.svg$/.test(request.url())
    if (request.resourceType() === 'image' && !isIcon) loaded.push(path.basename(request.url()).replace(/^[0-9a-f]{16}/, '…'))
  })
  await page.goto(address, { waitUntil: 'load' })
  return { page, loaded }
}

// Without the scale of overfull slides, which they get at some time after their images have loaded.
const sizesOf = (page: Page) =>
  page.$$eval('.slides img', (images: HTMLImageElement[]) => {
    for (const box of document.querySelectorAll<HTMLElement>('.slides section > div')) box.style.zoom = ''
    return images.map(({ offsetWidth, offsetHeight }) => `${offsetWidth} x ${offsetHeight}`)
  })

async function showAll(page: Page): Promise<void> {
  await page.waitForSelector('.viewer', { state: 'attached' })
  await page.$$eval('.slides img', (images: HTMLImageElement[]) =>
    Promise.all(
      images.map((image) => {
        image.setAttribute('loading', 'eager')
        for (let slide = image.closest('section'); slide; slide = slide.parentElement?.closest('section') ?? null)
          slide.style.display = 'block'
        return image.decode()
      }),
    ),
  )
}

test.each([
  ['a large window', DESKTOP],
  ['a phone', PHONE],
])('images have the same size with copies, in %s', async (_, options) => {
  const [{ page }, { page: same }] = [await open(`${site.url}talk.html`, options), await open(`${plain.url}talk.html`, options)]
  for (const one of [page, same]) await showAll(one)
  const sizes = await sizesOf(same)
  expect(new Set(sizes).size).toBeGreaterThan(3)
  expect(await sizesOf(page)).toEqual(sizes)
  for (const one of [page, same]) await one.context().close()
})

test('a browser loads the copies that fit its window, and no image itself', async () => {
  const wide = await open(`${site.url}talk.html`, DESKTOP)
  await showAll(wide.page)
  // Once it has a wider copy, as of the background, a browser need not ask for the others.
  const loaded = new Set([...wide.loaded, '…-960.webp', '…-320.webp'])
  expect([...loaded].toSorted()).toEqual(['…-1920.webp', '…-320.webp', '…-700.webp', '…-960.webp'])
  await wide.page.context().close()

  const reading = await open(`${site.url}talk.read.html`, PHONE)
  await reading.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await reading.page.waitForLoadState('networkidle')
  // What a browser asks for first depends on how far it has laid out the page.
  expect([...new Set(reading.loaded).add('…-320.webp')].toSorted()).toEqual(['…-320.webp', '…-700.webp', '…-960.webp'])
  await reading.page.context().close()

  const index = await open(`${site.url}index.html`, DESKTOP)
  await index.page.waitForLoadState('networkidle')
  expect(index.loaded).toEqual(['…-960.webp'])
  await index.page.context().close()
})

test('the background of the first slide is asked for once, before the script', async () => {
  const page = await (await browser.newContext(DESKTOP)).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(path.basename(request.url())))
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`${site.url}talk.html`, { waitUntil: 'networkidle' })
  const copies = asked.filter((name) => name.endsWith('-1920.webp'))
  expect(copies).toHaveLength(1)
  expect(asked.indexOf(copies[0] ?? '')).toBeLessThan(asked.findIndex((name) => name.endsWith('.js')))
  expect(said).toEqual([])
  await page.context().close()
})

test('enlarging an image shows the image itself', async () => {
  const { page } = await open(`${site.url}talk.html#/1`, DESKTOP)
  await page.waitForSelector('.viewer', { state: 'attached' })
  await page.click('section.present img')
  expect(await page.$eval('dialog img', (image) => (image as HTMLImageElement).src)).toBe(`${site.url}wide.jpg`)
  await page.context().close()
})

test('pages from disk show copies, too', async () => {
  const { page, loaded } = await open(`file://${(site as ServedSite & { folder: string }).folder}/talk.html#/1`, DESKTOP)
  await page.waitForSelector('.viewer', { state: 'attached' })
  expect(
    await page.$eval('section.present img', async (image) => {
      await (image as HTMLImageElement).decode()
      return (image as HTMLImageElement).naturalWidth > 0
    }),
  ).toBe(true)
  expect(loaded).toContain('…-1920.webp')
  await page.context().close()
})

test('a single file contains the widest copies, and loads nothing', async () => {
  const { page, loaded } = await open(`${site.url}talk.single.html#/1`, DESKTOP)
  await showAll(page)
  const kinds = await page.$$eval('.slides img', (images) => images.map((image) => (image as HTMLImageElement).src.slice(0, 16)))
  expect(new Set(kinds)).toEqual(new Set(['data:image/webp;']))
  expect(await page.$$eval('[srcset], link[rel=preload]', (elements) => elements.length)).toBe(0)
  expect(loaded.filter((name) => /^(…|wide|small)/.test(name))).toEqual([])
  await page.context().close()
})

test('the PDF of a site with copies contains the images themselves, also those behind slides', () => {
  const deck = '---\ntype: slide\n---\n\n# A\n\n![a walk](wide.jpg)\n\n---\n\n<!-- .slide: data-background="behind.jpg" -->\n\n# B\n'
  const folder = makeFolder({ 'talk.md': deck, 'site.yaml': 'pdf: true\n' })
  for (const name of ['wide.jpg', 'behind.jpg']) copyFileSync(path.join(root, 'wide.jpg'), path.join(folder, name))
  const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache') }
  const { status } = spawnSync(process.execPath, [command, 'build', '.', '--out', 'site'], { cwd: folder, env })
  expect(status).toBe(0)
  const page = readFileSync(path.join(folder, 'site/talk.html'), 'utf8')
  expect([page.match(/ srcset=/g)?.length, page.match(/ data-shown-background=/g)?.length]).toEqual([1, 1])
  const objects = readFileSync(path.join(folder, 'site/talk.pdf'), 'latin1').split('endobj')
  const images = objects.filter((object) => object.includes('/Subtype /Image'))
  expect(images.map((object) => [object.includes('/Width 2400'), object.includes('/DCTDecode')])).toEqual([
    [true, true],
    [true, true],
  ])
})
