import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { sampleContrast } from './sample-contrast.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const LINE = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><path d="M10 50h180" stroke="#000" stroke-width="6"/></svg>'

const DECK = `---
title: Call
type: slide
date: 2026-09-03
tags: [call]
---

<!-- .slide: data-background="./photo.jpg" -->

# Photo

---

## Lines

![A line](./line.svg)

- [ ] one

---

## Last
`

// What WCAG 1.4.11 asks for.
const ENOUGH = 3

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-forced-'))
  writeFiles(root, {
    'site.yaml': 'title: Calls\nbrand: scs\nsingleFile: true\n',
    'talk.md': DECK,
    'other.md': DECK.replace('2026', '2025'),
    'line.svg': LINE,
  })
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

async function open(address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    forcedColors: 'active',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${site.url}${address}`)
  return page
}

/** Whether what has the focus, a part of it or the row around it has a ring in the colour of the theme. */
const isRinged = (page: Page) =>
  page.evaluate(() => {
    const probe = document.createElement('i')
    probe.style.color = 'Highlight'
    document.body.append(probe)
    const highlight = getComputedStyle(probe).color
    probe.remove()
    let active = document.activeElement ?? document.body
    // The slides of the overview.
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const row = active.closest('li') ?? active
    const outlines = [active, row, ...row.querySelectorAll('*')].map((element) => getComputedStyle(element))
    return outlines.some(
      ({ outlineStyle, outlineColor, outlineWidth }) =>
        outlineStyle === 'solid' && outlineColor === highlight && parseFloat(outlineWidth) >= 2,
    )
  })

test.each([
  ['the index page', ''],
  ['a list of a tag', 'tags/call.html'],
  ['the reading view', 'talk.read.html'],
  ['a page that is missing', '404.html'],
  ['a deck', 'talk.html#/1'],
  ['a single file', 'talk.single.html'],
])('%s in a contrast theme shows where the focus is, and the edges of what can be pressed', async (_, address) => {
  const page = await open(address)
  if (/talk\.(single\.)?html/.test(address)) await page.waitForSelector('.viewer')
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab')
    expect(await isRinged(page)).toBe(true)
  }
  for (const field of await page
    .locator('input:not([type=checkbox]):visible, .viewer > button:visible, .controls .enabled:visible, summary:visible')
    .all())
    expect(await sampleContrast(field)).toBeGreaterThan(ENOUGH)
  await page.context().close()
})

test.each(['talk.html', 'talk.single.html'])(
  'slides of %s in a contrast theme have arrows, text and lines that can be seen on any ground',
  async (file) => {
    const page = await open(file)
    await page.waitForSelector('.reveal.ready .controls .enabled')
    // The photo is green and blue; only the ground of the arrow makes them differ as much.
    expect(await sampleContrast(page.locator('.controls .navigate-right'))).toBeGreaterThan(7)
    expect(await sampleContrast(page.getByRole('heading', { name: 'Photo' }))).toBeGreaterThan(7)
    await page.keyboard.press('Space')
    await page.waitForSelector('.present h2:text("Lines")')
    expect(await sampleContrast(page.getByRole('img', { name: 'A line' }))).toBeGreaterThan(7)
    await page.context().close()
  },
)

test('the overview and the help in a contrast theme have edges, and mark the slide that is shown', async () => {
  const page = await open('talk.html#/1')
  await page.waitForSelector('.viewer')
  await page.keyboard.press('o')
  await page.waitForSelector('[aria-current]')
  expect(await sampleContrast(page.locator('dialog [aria-current]').first())).toBeGreaterThan(ENOUGH)
  await page.keyboard.press('ArrowRight')
  expect(await isRinged(page)).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog')
  await help.waitFor()
  expect(await help.evaluate((dialog) => getComputedStyle(dialog).borderTopStyle)).toBe('solid')
  await page.context().close()
})

test('the search in a contrast theme marks the words, and the result that Enter opens', async () => {
  const page = await open('?q=lines')
  await page.waitForSelector('mark')
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('a')
  expect(await isRinged(page)).toBe(true)
  const mark = await page
    .locator('mark')
    .first()
    .evaluate((word) => [getComputedStyle(word).backgroundColor, getComputedStyle(document.body).backgroundColor])
  expect(mark[0]).not.toBe(mark[1])
  await page.context().close()
})

test('the speaker view in a contrast theme shows which buttons are pressed', async () => {
  const page = await open('talk.html#/1')
  await page.waitForSelector('.viewer')
  const [speaker] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')])
  const freeze = speaker.getByRole('button', { name: 'Freeze' })
  await freeze.waitFor()
  const ground = () => freeze.evaluate((button) => getComputedStyle(button).backgroundColor)
  const released = await ground()
  await freeze.click()
  await expect.poll(ground).not.toBe(released)
  expect(await sampleContrast(freeze)).toBeGreaterThan(ENOUGH)
  await speaker.keyboard.press('Tab')
  expect(await isRinged(speaker)).toBe(true)
  await page.context().close()
})
