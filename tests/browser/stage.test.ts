import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { deckAt, openTalk, speakerAt } from './open-talk.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const TALK = `---
title: A talk
lang: en
slideOptions:
  theme: white
  transition: none
---

# Welcome

Note:
Say **who you are**.

---

## Second slide

- a <!-- .element: class="fragment" -->

---

## Third (and last?)
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-stage-'))
  writeFileSync(path.join(root, 'site.yaml'), 'brand: scs\n')
  writeFileSync(path.join(root, 'talk.md'), TALK)
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', ...options })
  const watched = await watchPage(context, new URL(site.url).origin)
  await watched.page.goto(`${site.url}talk.html`)
  await watched.page.waitForSelector('.viewer', { state: 'attached' })
  return { context, ...watched }
}

const openTools = async (page: Page) => {
  await page.mouse.move(600, 300)
  await page.click('.viewer-others')
  await page.click('.viewer-more')
  await page.waitForSelector('dialog.stage-menu')
}
const strokes = (page: Page) => page.$$eval('.stage-ink polyline:not([hidden])', (lines) => lines.length)
const draw = async (page: Page) => {
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(500, 400, { steps: 5 })
  await page.mouse.up()
}

describe('the tools on stage', () => {
  test('are loaded when the first is taken up, and not before', async () => {
    const { context, page, requests, faults } = await open()
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    const scripts = () => requests.filter((request) => request.endsWith('.js')).map((request) => request.replace(/.*\/(\w+)-.*/, '$1'))
    expect(scripts()).toEqual(['deck'])
    await page.keyboard.press('i')
    await page.waitForSelector('.stage-plane[data-tool=pen]')
    expect(scripts()).toEqual(['deck', 'stage'])
    expect(faults).toEqual([])
    await context.close()
  })

  test('point, and the key again or Escape ends it', async () => {
    const { context, page, faults } = await open()
    await page.keyboard.press('t')
    await page.waitForSelector('.stage-plane[data-tool=pointer]')
    await page.mouse.move(400, 300)
    await page.waitForSelector('.stage-ink circle.shown')
    const centre = await page.$eval('.stage-ink circle', (point) => {
      const { x, y, width, height } = point.getBoundingClientRect()
      return [x + width / 2, y + height / 2].map(Math.round)
    })
    expect(centre).toEqual([400, 300])
    await page.keyboard.press('t')
    await page.waitForSelector('.stage-plane', { state: 'detached' })
    await page.keyboard.press('t')
    await page.waitForSelector('.stage-plane')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.stage-plane', { state: 'detached' })
    expect(await page.$('dialog.overview')).toBeNull()
    expect(faults).toEqual([])
    await context.close()
  })

  test('draw strokes, which are gone with the slide unless they are kept, and go when they are erased', async () => {
    const { context, page, faults } = await open()
    await page.keyboard.press('i')
    await page.waitForSelector('.stage-plane')
    await draw(page)
    await draw(page)
    expect(await strokes(page)).toBe(2)
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    expect(await strokes(page)).toBe(0)
    await page.keyboard.press('ArrowLeft')
    await deckAt(page, '0/0')
    expect(await strokes(page)).toBe(0)
    await openTools(page)
    await page.click('button:has-text("Keep drawings")')
    await draw(page)
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    expect(await strokes(page)).toBe(0)
    await page.keyboard.press('ArrowLeft')
    await deckAt(page, '0/0')
    expect(await strokes(page)).toBe(1)
    await page.keyboard.press('x')
    await page.waitForFunction(() => document.querySelector('.stage-ink polyline') === null)
    expect(faults).toEqual([])
    await context.close()
  })

  test('zoom to where the pointer is, by a click, or by Enter, and out with the slide', async () => {
    const { context, page, faults } = await open()
    const scale = () => page.$eval('.reveal', (reveal) => new DOMMatrix(getComputedStyle(reveal).transform).a)
    await page.keyboard.press('z')
    await page.waitForSelector('.stage-plane[data-tool=zoom]')
    await page.mouse.click(400, 300)
    await expect.poll(scale).toBeCloseTo(2.2)
    await page.mouse.click(400, 300)
    await expect.poll(scale).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(scale).toBeCloseTo(2.2)
    await page.keyboard.press('z')
    await expect.poll(scale).toBe(1)
    await page.keyboard.press('z')
    await expect.poll(scale).toBeCloseTo(2.2)
    await page.keyboard.press('ArrowRight')
    await expect.poll(scale).toBe(1)
    expect(faults).toEqual([])
    await context.close()
  })

  test('show a white screen that ends like a black one', async () => {
    const { context, page, faults } = await open()
    const background = () =>
      page.evaluate(() => {
        const overlay = document.querySelector('.reveal.paused .pause-overlay')
        return overlay && getComputedStyle(overlay).backgroundColor
      })
    await page.keyboard.press('w')
    await expect.poll(background).toBe('rgb(255, 255, 255)')
    await page.keyboard.press('w')
    await expect.poll(background).toBeNull()
    await page.keyboard.press('w')
    await expect.poll(background).toBe('rgb(255, 255, 255)')
    await page.keyboard.press('.')
    await expect.poll(background).toBeNull()
    await page.keyboard.press('b')
    await expect.poll(background).toBe('rgb(0, 0, 0)')
    expect(faults).toEqual([])
    await context.close()
  })

  test('go to a slide by its number or title, whatever is typed', async () => {
    const { context, page, faults } = await open()
    await page.keyboard.press('g')
    await page.waitForSelector('dialog.jump')
    await page.keyboard.type('(and')
    await page.keyboard.press('Enter')
    await deckAt(page, '2/0')
    await page.keyboard.press('g')
    await page.waitForSelector('dialog.jump')
    await page.keyboard.type('[(*')
    expect(await page.$$('dialog.jump li:not([hidden])')).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    await deckAt(page, '2/0')
    await page.keyboard.press('g')
    await page.waitForSelector('dialog.jump')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await deckAt(page, '0/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('have a button each, which does what the key does', async () => {
    const { context, page, faults } = await open()
    for (const [name, seen] of [
      ['Speaker notes below the slide', '.stage-notes'],
      ['Laser pointer', '.stage-plane[data-tool=pointer]'],
      ['Pen', '.stage-plane[data-tool=pen]'],
      ['Zoom in or out', '.stage-plane[data-tool=zoom]'],
      ['White screen', '.white-screen .paused'],
      ['Go to slide', 'dialog.jump'],
      ['Keyboard shortcuts', 'dialog.help'],
      ['Overview', 'dialog.overview'],
    ] as const) {
      await openTools(page)
      await page.click(`dialog.stage-menu button:has-text("${name}")`)
      await page.waitForSelector(seen)
      if (seen.startsWith('dialog')) await page.keyboard.press('Escape')
      if (seen.startsWith('.stage-plane')) await page.keyboard.press('Escape')
      if (seen.startsWith('.white')) await page.keyboard.press('w')
      await page.waitForFunction(() => document.querySelector('dialog') === null)
    }
    expect(faults).toEqual([])
    await context.close()
  })

  test('are in the table of keys, each key once', async () => {
    const { context, page } = await open()
    await page.keyboard.press('?')
    // The help is loaded with the tools.
    await page.waitForSelector('dialog dl > div')
    const rows = await page.$$eval('dialog dl > div', (all) =>
      all.map((row) => [[...row.querySelectorAll('kbd')].map((key) => key.textContent), row.querySelector('dd')?.textContent] as const),
    )
    const keys = rows.flatMap(([names]) => names)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of ['S', 'N', 'T', 'I', 'X', 'Z', 'W', 'G', 'M', 'B']) expect(keys).toContain(key)
    await context.close()
  })

  test('leave keys with Ctrl and Alt to the browser', async () => {
    const { context, page, requests } = await open()
    const pages = context.pages().length
    for (const key of ['Alt+s', 'Control+Alt+t', 'Alt+i', 'Alt+z']) await page.keyboard.press(key)
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    expect(requests.filter((request) => request.includes('stage'))).toEqual([])
    expect(context.pages()).toHaveLength(pages)
    await context.close()
  })

  test.each(['light', 'dark'])('axe finds nothing on them, in %s', async (scheme) => {
    const { context, page } = await open({ bypassCSP: true })
    if (scheme === 'dark') await page.keyboard.press('d')
    for (const [key, seen] of [
      ['n', '.stage-notes'],
      ['m', 'dialog.stage-menu'],
      ['g', 'dialog.jump'],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForSelector(seen)
      expect((await runAxe(page, { include: ['html'] }, WCAG)).violations).toEqual([])
      if (seen.startsWith('dialog')) await page.keyboard.press('Escape')
      await page.waitForFunction(() => document.querySelector('dialog') === null)
    }
    await context.close()
  })
})

describe('notes below the slide', () => {
  test('follow the slide, grow, and are gone after a reload', async () => {
    const { context, page, faults } = await open()
    await page.keyboard.press('n')
    await page.waitForSelector('.stage-notes')
    expect(await page.textContent('.notes-text')).toContain('Say who you are.')
    await page.click('button:has-text("A+")')
    expect(await page.$eval('.notes-text', (element) => getComputedStyle(element).fontSize)).toBe('22px')
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    expect(await page.textContent('.notes-text')).toContain('No notes')
    await page.reload()
    await page.waitForSelector('.viewer', { state: 'attached' })
    expect(await page.$('.stage-notes')).toBeNull()
    expect(faults).toEqual([])
    await context.close()
  })

  test('are not shown in full screen, on paper, or beside a speaker view', async () => {
    const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
    await deck.keyboard.press('n')
    await deck.waitForFunction(() => document.querySelector('.announcer')?.textContent?.includes('speaker view') === true)
    expect(await deck.$('.stage-notes')).toBeNull()
    await speaker.close()
    // It hears of it a moment later.
    const opens = async () => {
      if ((await deck.$('.stage-notes')) === null) await deck.keyboard.press('n')
      return deck.isVisible('.stage-notes')
    }
    await expect.poll(opens, { timeout: 20_000 }).toBe(true)
    await deck.emulateMedia({ media: 'print' })
    expect(await deck.isVisible('.stage-notes')).toBe(false)
    await deck.emulateMedia({ media: 'screen' })
    await deck.keyboard.press('f')
    await deck.waitForFunction(() => document.fullscreenElement !== null)
    await deck.waitForSelector('.stage-notes', { state: 'detached' })
    await deck.keyboard.press('n')
    await deck.waitForFunction(() => document.querySelector('.announcer')?.textContent?.includes('full screen') === true)
    expect(await deck.$('.stage-notes')).toBeNull()
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('tools in the speaker view', () => {
  test('are seen by the audience at the same point of the slide, and not while it is frozen', async () => {
    const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
    const box = await speaker.locator('.now').boundingBox()
    if (!box) throw new Error('no picture')
    await speaker.keyboard.press('t')
    await speaker.waitForSelector('button[aria-pressed=true]:has-text("Pointer")')
    await speaker.mouse.move(box.x + 100, box.y + 80)
    await speaker.mouse.move(box.x + 200, box.y + 150, { steps: 3 })
    await deck.waitForSelector('.stage-ink circle.shown')
    // The picture is the audience's window made smaller.
    const scale = await speaker.$eval('.now iframe', (element) => element.getBoundingClientRect().width / 1280)
    const left = await speaker.$eval('.now iframe', (element) => element.getBoundingClientRect().left)
    await expect
      .poll(() => deck.$eval('.stage-ink circle', (point) => point.getBoundingClientRect().x + point.getBoundingClientRect().width / 2))
      .toBeCloseTo((box.x + 200 - left) / scale, -1)
    await speaker.click('.tools button:has-text("Pen")')
    await speaker.waitForSelector('.tools button[aria-pressed=true]:has-text("Pen")')
    const stroke = async () => {
      await speaker.mouse.move(box.x + 100, box.y + 100)
      await speaker.mouse.down()
      await speaker.mouse.move(box.x + 300, box.y + 160, { steps: 4 })
      await speaker.mouse.up()
    }
    await stroke()
    await expect.poll(() => strokes(deck)).toBe(1)
    // The keys are still those of the speaker view.
    await speaker.keyboard.press('ArrowRight')
    await deckAt(deck, '1/0/-1')
    await expect.poll(() => strokes(deck)).toBe(0)
    await speaker.keyboard.press('y')
    await stroke()
    await speaker.keyboard.press('y')
    await speaker.click('button:has-text("Zoom")')
    await speaker.waitForSelector('button[aria-pressed=true]:has-text("Zoom")')
    await speaker.mouse.click(box.x + 200, box.y + 150)
    await deck.waitForSelector('.reveal.zoomed')
    expect(await strokes(deck)).toBe(0)
    await speaker.keyboard.press('Escape')
    await deck.waitForSelector('.reveal:not(.zoomed)')
    expect(faults).toEqual([])
    await context.close()
  })

  test('made in the window of the audience are seen by the speaker', async () => {
    const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
    await deck.keyboard.press('i')
    await deck.waitForSelector('.stage-plane')
    await draw(deck)
    const now = speaker.frame({ name: 'hedgerow-now' })
    await now?.waitForSelector('.stage-ink polyline')
    await speaker.keyboard.press('x')
    await deck.waitForFunction(() => document.querySelector('.stage-ink polyline') === null)
    await speaker.keyboard.press('ArrowRight')
    await speakerAt(speaker, 'Slide 2 of 3')
    expect(faults).toEqual([])
    await context.close()
  })
})
