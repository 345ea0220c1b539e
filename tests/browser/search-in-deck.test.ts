import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (text: string, options = '') => `---\ntype: slide\n${options}---\n\n${text}\n`
const slides = (...texts: readonly string[]) => texts.join('\n\n---\n\n')

const FILES = {
  'calls/20240905.md': deck(slides('# Call', '# Team\n\n- Rookify moves Ceph'), 'title: Call\n'),
  'calls/20230302.md': deck(slides('# Call', '# Storage\n\nRookify is new'), 'title: Call\n'),
  'talk.md': deck(slides('# Talk', '# One\n\nA hedge', `# Two\n\n${'- item\n'.repeat(40)}`)),
}

let browser: Browser
let root: string
let built: Awaited<ReturnType<typeof serveBuilt>>
let dev: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-elsewhere-'))
  writeFiles(root, FILES)
  built = await serveBuilt(root)
  dev = await serveDev(root)
})
afterAll(async () => {
  await built.close()
  await dev.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const { protocol, origin } = new URL(address)
  const watched = await watchPage(context, protocol === 'file:' ? 'file://' : origin)
  await watched.page.goto(address)
  return { ...watched, context }
}

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.search h2')?.textContent === wanted, text)
const isOfSearch = (address: string) => /\/search[/-]/.test(new URL(address).pathname)
const isOpen = (page: Page) => page.evaluate(() => document.querySelector('dialog.find[open]') !== null)
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('hr-mark') ?? [])].map((range) => range.startContainer.nodeValue?.slice(range.startOffset, range.endOffset)),
  )
const ready = (page: Page) => page.waitForSelector('.reveal.ready')

test.each([
  ['built', () => `${built.url}talk.html`],
  ['in development', () => `${dev.url}talk.html`],
  ['from disk', () => pathToFileURL(path.join(built.folder, 'talk.html')).href],
])('a deck %s shows what is found while one types, and loads the search with the first key', async (_, address) => {
  const { page, context, faults, requests } = await open(address())
  await ready(page)
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.matches('dialog.find input'))).toBe(true)
  expect(requests.filter(isOfSearch)).toEqual([])
  await page.keyboard.type('rookify')
  await heading(page, '2 slides in 2 decks')
  await page.waitForFunction(() => document.querySelector('dialog .hits-status')?.textContent?.startsWith('2 slides in 2 decks'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/calls\/20230302\.html(#|$)/)
  await page.waitForFunction(() => CSS.highlights.has('hr-mark'))
  expect(await marked(page)).toEqual(['Rookify'])
  expect(faults).toEqual([])
  await context.close()
})

test('goes to a slide of its own without loading again, and marks the words until the next slide', async () => {
  const { page, context } = await open(`${built.url}talk.html`)
  await ready(page)
  await page.keyboard.press('/')
  await page.keyboard.type('hedge')
  await heading(page, '1 slide in 1 deck')
  await page.evaluate(() => (document.documentElement.dataset['kept'] = 'yes'))
  for (const again of [false, true]) {
    if (again) await page.keyboard.press('/')
    // The words are still there.
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('section.present h1')?.textContent === 'One' && CSS.highlights.has('hr-mark'))
    expect(await marked(page)).toEqual(['hedge'])
    expect([await isOpen(page), new URL(page.url()).search]).toEqual([false, ''])
  }
  expect(await page.evaluate(() => document.documentElement.dataset['kept'])).toBe('yes')
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => !CSS.highlights.has('hr-mark'))
  await context.close()
})

test('gives the focus back when Escape closes the dialog, from the field and from a result', async () => {
  const { page, context } = await open(`${built.url}talk.html`)
  await ready(page)
  for (const keys of [[], ['ArrowDown']]) {
    await page.focus('.viewer-search')
    await page.keyboard.press('Enter')
    await page.keyboard.type('rookify')
    await heading(page, '2 slides in 2 decks')
    for (const key of keys) await page.keyboard.press(key)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('viewer-search')
    expect(await isOpen(page)).toBe(false)
  }
  await context.close()
})

test('leads to the index if the search cannot be loaded', async () => {
  const { page, context } = await open(`${built.url}talk.html`)
  await ready(page)
  await page.route('**/hedgerow/search/list.js', (route) => route.abort())
  await page.keyboard.press('/')
  await page.keyboard.type('two words')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${built.url}index.html?q=two%20words`)
  await context.close()
})

test('has the search in the bar of the phone view, too', async () => {
  const { page, context, faults } = await open(`${built.url}talk.html`, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.tap('.viewer-search')
  await page.keyboard.type('hedge')
  await heading(page, '1 slide in 1 deck')
  await page.tap('.hits a')
  await page.waitForFunction(() => CSS.highlights.has('hr-mark'))
  expect([await isOpen(page), await marked(page)]).toEqual([false, ['hedge']])
  expect(await page.evaluate(() => Math.round(document.querySelector('#one')?.getBoundingClientRect().top ?? 999))).toBeLessThan(24)
  expect(faults).toEqual([])
  await context.close()
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('has a dialog with nothing that axe finds, in %s at %i', async (colorScheme, width) => {
  const options = { bypassCSP: true, colorScheme, viewport: { width, height: 844 } }
  const { page, context } = await open(`${built.url}talk.html`, options)
  if (width === 390) await page.click('.viewer-dark')
  await page.click('.viewer-search')
  await page.keyboard.type('rookify')
  await heading(page, '2 slides in 2 decks')
  const { violations } = await runAxe(page, { include: ['dialog'] }, [...WCAG, 'best-practice'])
  expect(violations).toEqual([])
  const sideways = await page.evaluate(() => {
    const results = document.querySelector('dialog .search')
    return results && results.scrollWidth - results.clientWidth
  })
  expect(sideways).toBe(0)
  await context.close()
})
