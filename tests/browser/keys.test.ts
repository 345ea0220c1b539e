import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionAt, KEYS } from '../../src/client/keys.ts'
import * as en from '../../src/core/i18n/languages/en.ts'
import { launchChromium } from '../support/chromium.ts'
import { deckAt, openTalk } from './open-talk.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const TALK = `---
title: A talk
date: 2024-01-02
lang: en
slideOptions:
  theme: white
  transition: none
  autoSlide: 600000
---

# First

---

# Second

----

## Below

![a picture](photo.jpg)

----

## Lowest

---

# Last
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-keys-'))
  writeFileSync(path.join(root, 'talk.md'), TALK)
  for (const [name, day] of [
    ['before', '01'],
    ['after', '03'],
  ])
    writeFileSync(path.join(root, `${name}.md`), `---\ntype: slide\ndate: 2024-01-${day}\n---\n\n# ${name}\n`)
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

/** Each key of a place with what it does, as a keyboard of Playwright has it. */
function pressedAt(where: RegExp): (readonly [pressed: string, action: string])[] {
  const names: Readonly<Record<string, string>> = { '→': 'ArrowRight', '←': 'ArrowLeft', '↑': 'ArrowUp', '↓': 'ArrowDown', Esc: 'Escape' }
  const nameOf = (key: string) => names[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key)
  return KEYS.filter(([, , places]) => where.test(places)).flatMap(([keys, action]) =>
    keys.split(', ').map((key) => {
      const [held, bare] = /^(Shift|Ctrl) (.*)$/.exec(key)?.slice(1) ?? ['', key]
      const name = nameOf((bare ?? '').replace('Page ↓', 'PageDown').replace('Page ↑', 'PageUp'))
      return [`${held === '' ? '' : held === 'Ctrl' ? 'Control+' : 'Shift+'}${name}`, action] as const
    }),
  )
}

const seen = (page: Page, selector: string) => page.waitForSelector(selector, { state: 'attached' })
const gone = (page: Page, selector: string) => page.waitForSelector(selector, { state: 'detached' })
const drawWith = async (page: Page) => {
  await page.keyboard.press('i')
  await seen(page, '.stage-plane')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(500, 400, { steps: 3 })
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await seen(page, '.stage-ink polyline')
}

interface Effect {
  /** Where the deck is before, if not in the middle of it. */
  readonly start?: string
  readonly before?: (page: Page) => Promise<unknown>
  readonly after: (page: Page) => Promise<unknown>
}

const onSlides: Readonly<Record<ActionAt<'R' | 'V' | 'T'>, Effect>> = {
  right: { after: (page) => deckAt(page, '2/0') },
  left: { after: (page) => deckAt(page, '0/0') },
  up: { after: (page) => deckAt(page, '1/0') },
  down: { after: (page) => deckAt(page, '1/2') },
  next: { start: '1/2', after: (page) => deckAt(page, '2/0') },
  prev: { start: '2', after: (page) => deckAt(page, '1/2') },
  last: { after: (page) => deckAt(page, '2/0') },
  first: { after: (page) => deckAt(page, '0/0') },
  jump: { after: (page) => seen(page, 'dialog.jump') },
  overview: { after: (page) => seen(page, 'dialog.overview') },
  speaker: { after: (page) => expect.poll(() => page.context().pages().length).toBe(2) },
  notes: { after: (page) => seen(page, '.stage-notes') },
  pointer: { after: (page) => seen(page, '.stage-plane[data-tool=pointer]') },
  pen: { after: (page) => seen(page, '.stage-plane[data-tool=pen]') },
  erase: { before: drawWith, after: (page) => gone(page, '.stage-ink polyline') },
  zoom: { after: (page) => seen(page, '.stage-plane[data-tool=zoom]') },
  black: { after: (page) => seen(page, ':root:not(.white-screen) .reveal.paused') },
  white: { after: (page) => seen(page, '.white-screen .reveal.paused') },
  more: { after: (page) => seen(page, 'dialog.stage-menu') },
  fullScreen: { after: (page) => page.waitForFunction(() => document.fullscreenElement !== null) },
  dark: { after: (page) => seen(page, '[data-scheme=dark]') },
  read: { after: (page) => page.waitForURL('**/talk.read.html') },
  previousDeck: { after: (page) => page.waitForURL('**/before.html') },
  nextDeck: { after: (page) => page.waitForURL('**/after.html') },
  enlarge: { after: (page) => seen(page, 'dialog.enlarged') },
  share: { after: (page) => seen(page, 'dialog.share, .flash') },
  search: { after: (page) => seen(page, 'dialog.find input:focus') },
  print: { after: (page) => seen(page, '[data-printed]') },
  autoSlide: {
    // Every key pauses it; only this one starts it again.
    before: async (page) => {
      await page.$eval('.reveal', (reveal) =>
        reveal.addEventListener('autoslideresumed', () => document.documentElement.toggleAttribute('data-resumed', true)),
      )
      await page.keyboard.press('a')
    },
    after: (page) => seen(page, '[data-resumed]'),
  },
  help: { after: (page) => seen(page, 'dialog.help') },
}

test('every key in the table does on the slides what it says', async () => {
  const keys = pressedAt(/[RVT]/)
  expect(keys.length).toBeGreaterThan(30)
  const faults: string[] = []
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' })
  await context.addInitScript(() => {
    window.print = () => document.documentElement.toggleAttribute('data-printed', true)
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => faults.push(error.message))
  for (const [key, action] of keys) {
    const { start = '1/1', before, after } = onSlides[action as keyof typeof onSlides]
    await page.goto('about:blank')
    await page.goto(`${site.url}talk.html#/${start}`)
    await seen(page, '.viewer')
    await before?.(page)
    await page.keyboard.press(key)
    await Promise.resolve(after(page)).catch(() => faults.push(`${key} does not do ${action}`))
    for (const other of context.pages()) if (other !== page) await other.close()
  }
  await context.close()
  expect(faults).toEqual([])
})

const isOn = (name: string) => `.tools button[aria-pressed=true]:has-text("${name}")`
const size = (page: Page) => page.$eval('.notes-text', (element) => Number.parseInt(getComputedStyle(element).fontSize, 10))

describe('in the speaker view', () => {
  test('every key in the table does what it says, also in the decks that it frames', async () => {
    const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
    for (const page of [deck, speaker]) page.setDefaultTimeout(10_000)
    const at = (place: string) => ({ after: () => deckAt(deck, place) })
    const used = (name: string) => ({
      after: async (page: Page) => {
        await seen(page, isOn(name))
        await page.keyboard.press('Escape')
        await gone(page, isOn(name))
      },
    })
    const opens = (selector: string) => ({
      after: async (page: Page) => {
        await seen(page, selector)
        await page.keyboard.press('Escape')
        await gone(page, selector)
      },
    })
    const empties = (selector: string, key: string) => ({
      after: async (page: Page) => {
        await seen(deck, selector)
        await page.keyboard.press(key)
        await seen(deck, '.reveal:not(.paused)')
      },
    })
    const inSpeaker: Readonly<Record<ActionAt<'S'>, Effect>> = {
      right: at('2/0'),
      left: at('0/0'),
      up: at('1/0'),
      down: at('1/2'),
      next: { start: '1/2', ...at('2/0') },
      prev: { start: '2/0', ...at('1/2') },
      last: at('2/0'),
      first: at('0/0'),
      jump: opens('dialog.jump'),
      pointer: used('Pointer'),
      pen: used('Pen'),
      zoom: used('Zoom'),
      erase: { before: () => drawWith(deck), after: () => gone(deck, '.stage-ink polyline') },
      black: empties(':root:not(.white-screen) .reveal.paused', 'b'),
      white: empties('.white-screen .reveal.paused', 'w'),
      freeze: {
        after: async (page) => {
          await seen(page, isOn('Freeze'))
          await page.keyboard.press('y')
          await gone(page, isOn('Freeze'))
        },
      },
      clock: {
        before: (page) => page.click('button:has-text("Reset")'),
        after: (page) => seen(page, '.tools button:has-text("Pause")'),
      },
      larger: { after: (page) => expect.poll(() => size(page)).toBe(30) },
      smaller: { after: (page) => expect.poll(() => size(page)).toBe(26) },
      fullScreen: {
        after: async (page) => {
          await page.waitForFunction(() => document.fullscreenElement !== null)
          await page.keyboard.press('f')
          await page.waitForFunction(() => document.fullscreenElement === null)
        },
      },
      help: opens('dialog.help'),
    }
    const pressAll = async (focus: () => Promise<unknown>, how: string, keys = pressedAt(/S/)) => {
      for (const [key, action] of keys) {
        const { start = '1/1', before, after } = inSpeaker[action as keyof typeof inSpeaker]
        await deck.evaluate((place) => location.assign(`#/${place}`), start)
        const title = { '1/2': 'Lowest', '2/0': 'Last' }[start] ?? 'Below'
        await speaker.waitForFunction((name) => document.querySelector('.position')?.textContent?.includes(name), title)
        await focus()
        await before?.(speaker)
        await speaker.keyboard.press(key)
        await Promise.resolve(after(speaker)).catch(() => faults.push(`${key} does not do ${action} ${how}`))
      }
    }
    await pressAll(() => speaker.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()), 'in the window')
    const framed = () => speaker.$eval('.now iframe', (frame) => (frame as HTMLIFrameElement).contentWindow?.focus())
    await pressAll(
      framed,
      'in the frame',
      pressedAt(/S/).filter(([, action]) => /^(right|last|jump|pen|black|help)$/.test(action)),
    )
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a slide that shows the numbers of its column and of itself is named with both and with its place', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}talk.html#/1/1`)
  await seen(page, '.viewer')
  expect(await page.getAttribute('.slides section.present:not(.stack)', 'aria-label')).toBe('Slide 2.2, 3 of 5: Below')
  await page.close()
})

test('the keys of a tool in use end it, and zoom without a pointer', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await page.goto(`${site.url}talk.html`)
  await seen(page, '.viewer')
  const inUse: Readonly<Record<ActionAt<'U'>, Effect>> = {
    stopTool: { after: () => gone(page, '.stage-plane') },
    zoomMiddle: { after: () => seen(page, '.reveal.zoomed') },
  }
  for (const [key, action] of pressedAt(/U/).toReversed()) {
    if ((await page.$('.stage-plane')) === null) await page.keyboard.press('z')
    await seen(page, '.stage-plane')
    await page.keyboard.press(key)
    await inUse[action as keyof typeof inUse].after(page)
  }
  expect(await page.$('dialog.overview')).toBeNull()
  await context.close()
})

test('the help lists the keys of the table for its place, and no other', async () => {
  const { context, deck, speaker } = await openTalk(browser, `${site.url}talk.html`)
  for (const [page, where] of [
    [deck, /[RVT]/],
    [speaker, /S/],
  ] as const) {
    await page.keyboard.press('?')
    await seen(page, 'dialog.help')
    const listed = await page.$$eval('dialog dl > div', (lines) =>
      lines.flatMap((line) =>
        [...line.querySelectorAll('kbd')].map((key) => [key.textContent, line.querySelector('dd')?.textContent ?? '']),
      ),
    )
    const rows = KEYS.filter(([, , places]) => where.test(places))
    expect(listed).toEqual(
      rows.flatMap(([keys, action, , label = action]) => keys.split(', ').map((key) => [key, en.viewer[label as keyof typeof en.viewer]])),
    )
  }
  await context.close()
})
