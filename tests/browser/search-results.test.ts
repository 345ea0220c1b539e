import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (...slides: readonly string[]) => `---\ntype: slide\n---\n\n${slides.join('\n\n---\n\n')}\n`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="teal"/></svg>'

const DAYS = ['20230105', '20230302', '20240201', '20250801']
const FILES = {
  ...Object.fromEntries(DAYS.map((day, index) => [`meetings/${day}.md`, deck('# Meeting', index % 2 === 0 ? '# Beech' : '# Oak')])),
  'guide.md': deck('# Guide', ...[1, 2, 3, 4, 5].map((number) => `# Hedge ${number}`)),
  'calls/20240905.md': deck('# Call', '# Hedge of a call', '![Hedge as a picture](<a picture.svg>)', '# Missing hedge\n\n![](gone.svg)'),
  'calls/20240801.md': deck('# Another call'),
  'calls/a picture.svg': SVG,
}

let browser: Browser
let root: string
let built: Awaited<ReturnType<typeof serveBuilt>>

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-results-'))
  writeFiles(root, FILES)
  built = await serveBuilt(root)
})
afterAll(async () => {
  await built.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.search h2')?.textContent === wanted, text)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

test('slides of one deck are below its name, three of them until one asks for more; keys go through all', async () => {
  const { page, faults } = await watchPage(await browser.newContext(), new URL(built.url).origin)
  await page.goto(`${built.url}?q=hedge`)
  await heading(page, '8 slides in 2 decks')
  const guide = page.locator('.hits > li', { hasText: 'Guide' })
  expect(await guide.locator('.hit-when').textContent()).toBe('Guide')
  expect(await guide.locator('h3').allTextContents()).toEqual(['Hedge 1', 'Hedge 2', 'Hedge 3'])
  await page.focus('#filter')
  const before = await page.locator('.hits a').allTextContents()
  for (const name of before) {
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(name)
  }
  await guide.locator('button').focus()
  expect(await focused(page)).toBe('2 more in this deck')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe('Hedge 4')
  expect(await guide.locator('h3').allTextContents()).toEqual(['Hedge 1', 'Hedge 2', 'Hedge 3', 'Hedge 4', 'Hedge 5'])
  expect(await guide.locator('button').count()).toBe(0)
  await page.getByRole('button', { name: 'Newest first' }).press('Enter')
  expect(await page.locator('.hits a').count()).toBe(8)
  expect(await focused(page)).toBe('Newest first')
  expect(faults).toEqual([])
  await page.context().close()
})

test('a year that could not be loaded is asked for again, without losing the focus', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/search/2023.*.js', (route) => route.abort())
  await page.goto(`${built.url}?q=beech`)
  const again = page.getByRole('button', { name: 'Try again' })
  const retried = page.waitForEvent('requestfailed')
  await again.press('Enter')
  await retried
  expect(await focused(page)).toMatch(/Try again|Searching/)
  await page.unroute('**/search/2023.*.js')
  await expect.poll(() => focused(page)).toBe('Try again')
  await page.keyboard.press('Enter')
  await heading(page, '2 slides in 2 decks')
  await again.waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Beech')
  await context.close()
})

test.each([
  ['the index, built', () => built.url],
  ['the index, from disk', () => pathToFileURL(path.join(built.folder, 'index.html')).href],
  ['the page of a series', () => `${built.url}calls/`],
])('a slide that is a picture shows it on %s', async (_, address) => {
  const { protocol, origin } = new URL(address())
  const { page, faults } = await watchPage(await browser.newContext(), protocol === 'file:' ? 'file://' : origin)
  await page.goto(`${address()}?q=picture`)
  await heading(page, '1 slide in 1 deck')
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.hit-mini img')?.naturalWidth === 40)
  expect(await page.locator('.hit-mini img').getAttribute('loading')).toBe('lazy')
  await page.fill('#filter', 'missing')
  await heading(page, '1 slide in 1 deck')
  await page.waitForFunction(() => document.querySelector('.hits h3')?.textContent === 'Missing hedge')
  expect(await page.locator('.hit-mini img').count()).toBe(0)
  expect(faults).toEqual([])
  await page.context().close()
})

test('bars above the results show when, with a sentence that says it', async () => {
  const page = await browser.newPage()
  await page.goto(`${built.url}?q=beech`)
  await heading(page, '2 slides in 2 decks')
  const strip = page.getByRole('img', { name: 'Found in 2 of 7 decks, from January 2023 to February 2024', exact: true })
  await strip.waitFor()
  const heights = await strip.locator('i').evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().height)))
  expect(heights).toEqual([28, 10, 28, 10, 10, 10])
  await page.fill('#filter', 'guide')
  await page.waitForFunction(() => document.querySelector('.hits h3')?.textContent === 'Guide')
  expect(await page.locator('.hits-strip').count()).toBe(0)
  await page.close()
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('groups and pictures have nothing that axe finds, in %s at %i', async (colorScheme, width) => {
  const page = await browser.newPage({ bypassCSP: true, colorScheme, viewport: { width, height: 844 } })
  await page.goto(`${built.url}?q=hedge`)
  await heading(page, '8 slides in 2 decks')
  const { violations } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
  expect(violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await page.close()
})
