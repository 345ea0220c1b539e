import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const DECK = '---\ntype: slide\n---\n\n# One\n\n![Leaf](leaf.svg) ![Tree](leaf.svg)\n\n---\n\n# Two\n\nNote: Say this\n\n---\n\n# Three\n'
const FILES = {
  'talk.md': DECK,
  'alone.md': '---\nslideOptions:\n  autoSlide: 60000\n---\n\n# One\n\n---\n\n# Two\n',
}

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-arrows-'))
  writeFiles(root, FILES)
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
  site = await serveBuilt(root)
})
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

async function open(deck = 'talk', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  const page = await context.newPage()
  await page.goto(`${site.url}${deck}.html`)
  await page.waitForSelector('.viewer', { state: 'attached' })
  return page
}

const shown = (page: Page) => page.textContent('.slides section.present h1')
const said = (page: Page) => page.textContent('.announcer')
const centreOf = async (page: Page) => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.getByRole('button', { name: 'Next slide' }).boundingBox()) ?? {}
  return [x + width / 2, y + height / 2] as const
}

test('an arrow acts when the pointer is released on it, and not when it has left before', async () => {
  const page = await open()
  await page.mouse.move(...(await centreOf(page)))
  await page.mouse.down()
  expect(await shown(page)).toBe('One')
  await page.mouse.move(400, 200)
  await page.mouse.up()
  expect(await shown(page)).toBe('One')
  await page.mouse.click(...(await centreOf(page)))
  await expect.poll(() => shown(page)).toBe('Two')
  await page.context().close()
})

test('a finger goes on by one slide when it is lifted', async () => {
  const page = await open('talk', { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true })
  const client = await page.context().newCDPSession(page)
  const [x, y] = await centreOf(page)
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  expect(await shown(page)).toBe('One')
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => shown(page)).toBe('Two')
  await page.context().close()
})

test('the focus stays on an arrow where the next one is gone at the end', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Next slide' }).focus()
  for (const title of ['Two', 'Three']) {
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page)).toBe(title)
  }
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Previous slide')
  await page.context().close()
})

test('a black screen, notes, dark mode and the overview are announced as they come and go', async () => {
  const page = await open()
  for (const [key, text] of [
    ['b', 'Black screen'],
    ['b', 'Slide 1 of 3: One'],
    ['d', 'Light mode'],
    ['d', 'Dark mode'],
    ['ArrowRight', 'Slide 2 of 3: Two'],
    ['n', 'Speaker notes'],
    ['n', 'Notes closed'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => said(page)).toContain(text)
  }
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Overview' })
  await dialog.waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  // What is outside a modal dialog is not heard.
  await expect.poll(() => dialog.getByRole('status').textContent()).toBe('Overview: 3 slides')
  expect(await said(page)).toBe('')
  await page.keyboard.press('Escape')
  await expect.poll(() => said(page)).toBe('Overview closed')
  await page.keyboard.press('o')
  await dialog.getByRole('link', { name: 'Three' }).click()
  await expect.poll(() => said(page)).toBe('Slide 3 of 3: Three')
  await page.context().close()
})

test('the button of automatic slides has a name, and stops them by key', async () => {
  const page = await open('alone')
  const button = page.getByRole('button', { name: 'Auto-advance on or off' })
  const paused = page.evaluate(
    () => new Promise((resolve) => document.querySelector('.reveal')?.addEventListener('autoslidepaused', ({ type }) => resolve(type))),
  )
  await button.press('Enter')
  expect(await paused).toBe('autoslidepaused')
  await page.context().close()
})

test('the number of a slide is a link that says where it leads, on each slide', async () => {
  const page = await open()
  await page.getByRole('link', { name: 'Link to this slide: 1', exact: true }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('link', { name: 'Link to this slide: 2', exact: true }).waitFor()
  await page.context().close()
})

test('slides stay where they are with reduced motion, and nothing offers to stop them', async () => {
  const page = await open('alone', { reducedMotion: 'reduce' })
  expect(await page.getByRole('button', { name: 'Auto-advance on or off' }).count()).toBe(0)
  await page.context().close()
})

test('enlarged pictures have buttons for the previous and the next one', async () => {
  const page = await open()
  await page.keyboard.press('e')
  const status = page.locator('dialog [role=status]')
  await expect.poll(() => status.textContent()).toBe('Image 1 of 2: Leaf')
  await page.getByRole('button', { name: 'Next image' }).click()
  expect(await status.textContent()).toBe('Image 2 of 2: Tree')
  await page.getByRole('button', { name: 'Previous image' }).click()
  expect(await status.textContent()).toBe('Image 1 of 2: Leaf')
  await page.context().close()
})
