import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { catchClicks, coveredControls } from './attacks/click-controls.ts'
import { coveringDeck, coveringDecks, coveringTogether } from './attacks/covering-decks.ts'
import { partsOf, showDeck } from './attacks/show-deck.ts'
import { inStep } from './open-talk.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'

const BAR = '.viewer > :is(a, button):not([hidden])'
const AROUND = '.controls button.enabled, .slide-number a, .progress'
const [first] = coveringDecks
// reveal.js reads attributes of slides when it starts; everything else may come later.
const exchanged = coveringDecks.filter(({ slide }) => slide === undefined).map((deck) => ({ ...deck, parts: partsOf(coveringDeck(deck)) }))
const loaded = coveringDecks.filter(({ slide }) => slide !== undefined)

let browser: Browser
let root: string
let site: ServedSite & { readonly folder: string }
let single: ServedSite & { readonly folder: string }

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-covered-'))
  const decks = [...coveringDecks, coveringTogether].map((deck) => [`all/${fileOf(deck)}.md`, coveringDeck(deck)])
  writeFiles(root, {
    'all/site.yaml': 'links:\n  imprint: https://example.org/imprint\n',
    ...Object.fromEntries(decks),
    'one/site.yaml': 'singleFile: true\n',
    'one/link.md': first ? coveringDeck(first) : '',
  })
  site = await serveBuilt(path.join(root, 'all'))
  single = await serveBuilt(path.join(root, 'one'))
})

afterAll(async () => {
  await site.close()
  await single.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

const fileOf = ({ name }: { readonly name: string }) => name.replaceAll(' ', '-')

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  // Slides are put into the page.
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', bypassCSP: true, ...options })
  await catchClicks(context)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function openDeck(address: string): Promise<Page> {
  const page = await open(`${address}#/1/1`)
  await page.waitForSelector('.viewer', { state: 'attached' })
  await page.waitForSelector('.controls .navigate-down.enabled', { state: 'attached' })
  return page
}

/** Tries all decks on a page, one after the other, in the state that it is in. */
async function tryAll(page: Page, look: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const faults: string[] = []
  for (const { name, parts } of exchanged) {
    await showDeck(page, parts)
    faults.push(...(await look(page)).map((fault) => `${name}: ${fault}`))
  }
  return faults
}

/** Its background is that of its style sheet: a deck does not even paint there. */
async function paintedOver(page: Page): Promise<string[]> {
  await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus())
  const box = await page.locator('.skip').boundingBox()
  if (!box) return ['there is no skip link']
  const clip = { x: box.x + 6, y: box.y + box.height / 2 - 2, width: 4, height: 4 }
  const { data } = PNG.sync.read(await page.screenshot({ clip, animations: 'disabled' }))
  const pixels = new Set(Array.from({ length: data.length / 4 }, (_, at) => data.subarray(at * 4, at * 4 + 3).toString('hex')))
  return [...pixels].filter((pixel) => pixel !== '14181c').map((pixel) => `the skip link is painted ${pixel}`)
}

async function around(page: Page): Promise<string[]> {
  const faults = await coveredControls(page, `${BAR}, ${AROUND}`)
  await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus())
  return [...faults, ...(await coveredControls(page, '.skip'))]
}

// What is shown, by which key, and what is then to be clicked.
const STATES: readonly (readonly [name: string, key: string, shown: string, look: (page: Page) => Promise<readonly string[]>])[] = [
  ['the slide alone', '', '.viewer', around],
  ['the notes below it', 'n', '.stage-notes', (page) => coveredControls(page, `.stage-notes button, ${BAR}`)],
  ['the overview', 'o', '.overview-grid .picture > .reveal', (page) => coveredControls(page, 'dialog.overview :is(button, label)')],
  ['a window over it', '?', 'dialog.window', (page) => coveredControls(page, 'dialog.window button, dialog.window label')],
  ['a black screen', 'b', '.reveal.paused', (page) => coveredControls(page, '.resume-button')],
]

// On a slow machine some of these decks make Chromium crash or hang now and then. A fault of ours is there again in a new page.
describe('a deck takes no click from what is around it', { retry: 2 }, () => {
  test.each(STATES)('with %s', { timeout: 90_000 }, async (_name, key, shown, look) => {
    const page = await openDeck(`${site.url}link.html`)
    if (key !== '') await page.keyboard.press(key)
    await page.waitForSelector(shown, { state: 'attached' })
    // The black screen fades in: until then a click reaches the deck, as it should.
    await page.waitForFunction(() => {
      const overlay = document.querySelector('.paused .pause-overlay')
      return overlay === null || getComputedStyle(overlay).opacity === '1'
    })
    expect(await tryAll(page, look)).toEqual([])
    await page.context().close()
  })

  test('on a phone', { timeout: 90_000 }, async () => {
    const page = await open(`${site.url}link.html`, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    await page.waitForSelector('.viewer', { state: 'attached' })
    expect(await tryAll(page, (phone) => coveredControls(phone, BAR))).toEqual([])
    await page.context().close()
  })

  test('without a script', { timeout: 90_000 }, async () => {
    const page = await open(`${site.url}link.html`, { javaScriptEnabled: false })
    const look = (still: Page) =>
      still.evaluate(() => {
        const box = document.querySelector('.no-script a')?.getBoundingClientRect()
        const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return hit?.closest('.no-script') ? [] : [`the link to the text has over it ${hit?.localName}`]
      })
    expect(await tryAll(page, look)).toEqual([])
    await page.context().close()
  })

  test('as a single file', { timeout: 90_000 }, async () => {
    const page = await openDeck(`file://${path.join(single.folder, 'link.single.html')}`)
    expect(await tryAll(page, (file) => coveredControls(file, `${BAR}, ${AROUND}`))).toEqual([])
    await page.context().close()
  })
})

test.each(exchanged.filter(({ name }) => /^(shadow|border|before)$/.test(name)))('$name paints over nothing', async ({ parts }) => {
  const page = await openDeck(`${site.url}link.html`)
  await showDeck(page, parts)
  expect(await paintedOver(page)).toEqual([])
  await page.context().close()
})

test('notes take no click from the buttons of their panel', async () => {
  const page = await openDeck(`${site.url}${fileOf(coveringTogether)}.html`)
  await page.keyboard.press('n')
  await page.waitForSelector('.stage-notes')
  expect(await coveredControls(page, `.stage-notes button, ${BAR}`)).toEqual([])
  await page.context().close()
})

test.each(loaded.map((deck) => [deck.name, fileOf(deck)]))('a deck takes no click by %s', async (_, file) => {
  const page = await openDeck(`${site.url}${file}.html`)
  expect(await around(page)).toEqual([])
  await page.context().close()
})

test('no deck takes a click on the index', async () => {
  const page = await open(site.url)
  await page.waitForSelector('.decks')
  expect(await coveredControls(page, '#filter, .decks a, .hr-top a, .hr-end a')).toEqual([])
  await page.context().close()
})

test('none takes one in the reading view', async () => {
  const page = await open(`${site.url}${fileOf(coveringTogether)}.read.html`)
  await page.evaluate(() => {
    for (const notes of document.querySelectorAll<HTMLDetailsElement>('.hr-notes')) notes.open = true
  })
  for (const part of [
    '.hr-header a, .hr-all-notes label',
    '.hr-contents a, .hr-contents summary',
    '.hr-place a',
    '.hr-notes > summary',
    '.hr-footer a',
  ])
    expect(await coveredControls(page, part)).toEqual([])
  await page.context().close()
})

test('none takes one in the speaker view', async () => {
  const deck = await openDeck(`${site.url}${fileOf(coveringTogether)}.html`)
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')])
  await speaker.setViewportSize({ width: 1280, height: 800 })
  await inStep(speaker)
  expect(await coveredControls(speaker, '.speaker button')).toEqual([])
  await deck.context().close()
})

test('none takes one from the panel of the development server', { timeout: 180_000 }, async () => {
  const server = await serveDev(path.join(root, 'one'))
  const page = await openDeck(`${server.url}link.html`)
  await page.waitForSelector('.hedgerow-panel', { state: 'attached' })
  expect(await tryAll(page, (here) => coveredControls(here, '.hedgerow-panel'))).toEqual([])
  await page.context().close()
  await server.close()
})
