import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { accessibleNames } from './accessible-names.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const COUNT = 500
const nameOf = (number: number) => `${2025 - (number % 20)}-01-${String(1 + (number % 28)).padStart(2, '0')}-talk-${number}.md`
const FILES = Object.fromEntries(
  Array.from({ length: COUNT }, (_, number) => [
    nameOf(number),
    `---\ntype: slide\ntags: [Garden]\n---\n\n# Talk ${number}\n\nAbout ${number === 19 ? 'a heron' : 'birds'}\n`,
  ]),
)

let browser: Browser
let root: string
let site: Awaited<ReturnType<typeof serveBuilt>>

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-long-'))
  writeFiles(root, FILES)
  site = await serveBuilt(root)
}, 120_000)

afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const watched = await watchPage(context, address.startsWith('file:') ? 'file://' : new URL(site.url).origin)
  await watched.page.goto(address)
  return { ...watched, context }
}

const fromDisk = () => pathToFileURL(path.join(site.folder, 'index.html')).href
const countDecks = (page: Page) => page.locator('.decks > li').count()
const shown = (page: Page) => page.locator('.decks > li:visible .about b').allTextContents()
const years = (page: Page) => page.locator('.year > h2').allTextContents()

async function scrollToEnd(page: Page) {
  let [count, before] = [await countDecks(page), 0]
  while (count > before) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await page.waitForTimeout(500)
    before = count
    count = await countDecks(page)
  }
}

test.each([
  ['a server', () => site.url],
  ['a disk', fromDisk],
])('older decks come as the page is scrolled, then with a click, each once, from %s', async (_, address) => {
  const { page, context, faults } = await open(address())
  expect(await countDecks(page)).toBeLessThan(200)
  await scrollToEnd(page)
  const some = await countDecks(page)
  expect(some).toBeGreaterThan(300)
  expect(some).toBeLessThan(COUNT)
  while (await page.locator('.older').count()) {
    await page.locator('.older').click()
    await page.waitForTimeout(300)
    await scrollToEnd(page)
  }
  expect(new Set(await page.locator('.decks .about b').allTextContents()).size).toBe(COUNT)
  expect(await countDecks(page)).toBe(COUNT)
  expect(await years(page)).toEqual(Array.from({ length: 20 }, (_, index) => String(2025 - index)))
  // A month that is on two parts is one.
  const months = await page.$$eval('.month', (all) => all.map((month) => (month as HTMLElement).dataset['month']))
  expect(new Set(months).size).toBe(months.length)
  expect(await page.locator('.beside').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a word that only an old deck has is found by the filter', async () => {
  const { page, context, faults } = await open(site.url)
  expect(await shown(page)).not.toContain('Talk 499')
  await page.fill('#filter', 'talk 499')
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.endsWith('tags: 1'))
  expect(await shown(page)).toEqual(['Talk 499'])
  // That of 2006 is hidden again with the others.
  expect(await page.locator('.year:visible > h2').allTextContents()).toEqual(['2006'])
  await page.fill('#filter', 'heron')
  await page.locator('.hits a').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('the page is where it was when the reader comes back', async () => {
  const { page, context } = await open(site.url)
  await scrollToEnd(page)
  const deck = page.locator('.decks > li:visible a').last()
  const address = (await deck.getAttribute('href')) ?? ''
  await deck.click()
  await page.waitForURL(/talk-\d+\.html/)
  await page.goBack()
  await page.waitForFunction((href) => {
    const { top = -1 } = document.querySelector(`.decks a[href="${href}"]`)?.getBoundingClientRect() ?? {}
    return top > 0 && top < innerHeight
  }, address)
  await context.close()
})

test('a click on the link moves the focus to the first deck that it brings', async () => {
  const { page, context } = await open(`${site.url}index.2024.html`)
  await page.evaluate(() => scrollTo(0, 0))
  await scrollToEnd(page)
  const count = await countDecks(page)
  await page.locator('.older').press('Enter')
  await page.waitForFunction((before) => document.querySelectorAll('.decks > li').length > before, count)
  const last = (await page.locator('.decks .about b').allTextContents())[count]
  await page.waitForFunction((text) => document.activeElement?.querySelector('.about b')?.textContent === text, last)
  await context.close()
})

test('without scripts, links lead through all pages', async () => {
  const { page, context } = await open(site.url, { javaScriptEnabled: false })
  const seen = new Set<string>()
  for (let next: string | null = 'index.html'; next !== null;) {
    await page.goto(site.url + next)
    for (const title of await page.locator('.decks .about b').allTextContents()) seen.add(title)
    next = (await page.locator('.older').count()) === 0 ? null : await page.locator('.older').getAttribute('href')
  }
  expect(seen.size).toBe(COUNT)
  await page.locator('.up').click()
  await page.locator('.years a', { hasText: '2006' }).click()
  await page.locator('h1', { hasText: / – 2006$/ }).waitFor()
  await context.close()
})

test.each(['index.html', 'index.2020.html', 'tags/garden.html'])(
  'each link of %s to a deck has its whole date in its name',
  async (file) => {
    const { page, context } = await open(site.url + file, { javaScriptEnabled: false })
    const decks = await page.locator('.decks > li:visible').count()
    const names = (await accessibleNames(page, 'link')).filter((name) => / Talk \d+ 1 slide$/.test(name))
    expect(names).toHaveLength(decks)
    expect(names.filter((name) => !/^January \d+, 20\d\d Talk \d/.test(name))).toEqual([])
    await context.close()
  },
)

test('nothing but the scripts of the list is loaded as a part of it', async () => {
  const { page, context, requests } = await open(site.url)
  await page.locator('.older').evaluate((link) => link.setAttribute('href', 'evil.html'))
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.waitForTimeout(500)
  expect(requests.filter((address) => address.includes('evil'))).toEqual([])
  await context.close()
})

test.each([
  ['index.html', 'light', 1280],
  ['index.2020.html', 'dark', 390],
  ['tags/garden.html', 'dark', 1280],
] as const)('%s has nothing that axe finds, in %s, and does not scroll sideways at %i', async (file, colorScheme, width) => {
  const { page, context } = await open(site.url + file, { bypassCSP: true, colorScheme, viewport: { width, height: 844 } })
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.waitForTimeout(500)
  const { violations, passes } = await runAxe(page, { exclude: [] }, WCAG)
  expect(violations).toEqual([])
  expect(passes).toBeGreaterThan(10)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await context.close()
})
