import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (text: string, options = '') => `---\ntype: slide\n${options}---\n\n${text}\n`
const slides = (...texts: readonly string[]) => texts.join('\n\n---\n\n')

const FILES = {
  'site.yaml': 'lang: en\n',
  'calls/20240905.md': deck(
    slides(
      '# Call',
      '# Team\n\n- Rookify moves Ceph\n  - to Rook',
      '# Hidden <!-- .slide: data-visibility="hidden" -->',
      '# Ende\n\nAlle Städte',
    ),
    'title: Call\nlang: de\n',
  ),
  'calls/20230302.md': deck(
    slides('# Call', '# Storage\n\nRookify is new\n\nNote: Bring a whiteboard', '# <b>Bold</b> &lt;b&gt;'),
    'title: Call\n',
  ),
  'talk.md': deck(slides('# Talk', '# One', '# Two\n\n`"</script><b>__proto__"`')),
}

let browser: Browser
let root: string
let built: Awaited<ReturnType<typeof serveBuilt>>

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-search-'))
  writeFiles(root, FILES)
  built = await serveBuilt(root)
})
afterAll(async () => {
  await built.close()
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
const first = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.hits h3')?.textContent === wanted, text)
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('hr-mark') ?? [])].map((range) => range.startContainer.nodeValue?.slice(range.startOffset, range.endOffset)),
  )
const isOfSearch = (address: string) => /search/.test(new URL(address).pathname.replace(/.*\/hedgerow-search[^/]*\//, ''))

describe.each([
  ['at an address', () => built.url],
  ['from disk', () => pathToFileURL(path.join(built.folder, 'index.html')).href],
])('%s', (_, address) => {
  test('is loaded with the first key, found with arrow keys, and opens the slide with its words marked', async () => {
    const { page, context, faults, requests } = await open(address())
    expect(requests.filter(isOfSearch)).toEqual([])
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter')
    await page.keyboard.type('rookify')
    await heading(page, '2 slides in 2 decks')
    await page.waitForFunction(() =>
      /^2 slides in 2 decks .*2024, 2023, undated/.test(document.querySelector('.hits-status')?.textContent ?? ''),
    )
    expect(await page.locator('.hits mark').allTextContents()).toEqual(['Rookify', 'Rookify'])
    expect(await page.locator('.hit-when').first().textContent()).toBe('September 5, 2024')
    expect(await page.locator('.hit-number').first().textContent()).toBe('Slide 2 of 3')
    expect(requests.filter(isOfSearch)).toHaveLength(5)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/20240905\.html(#|$)/)
    await page.waitForFunction(() => CSS.highlights.has('hr-mark'))
    expect(await marked(page)).toEqual(['Rookify'])
    expect(await page.locator('section.present h1').textContent()).toBe('Team')
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => CSS.highlights.has('hr-mark'))).toBe(false)
    await page.goBack()
    await heading(page, '2 slides in 2 decks')
    await page.focus('#filter')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.search')?.hidden && location.search === '')
    expect(faults).toEqual([])
    await context.close()
  })
})

test('says what is not there, offers what is, tells notes from slides, and shows texts as texts', async () => {
  const { page, context, faults } = await open(`${built.url}?q=rookfy`)
  await heading(page, '2 slides in 2 decks')
  expect(await page.locator('.hits-note').textContent()).toBe('No slide contains “rookfy”. Did you mean “Rookify”? 2 slides.')
  await page.fill('#filter', 'xylophon')
  await heading(page, 'No slide contains “xylophon”')
  expect(await page.locator('.hits-note').textContent()).toContain('Try fewer words')
  await page.fill('#filter', 'whiteboard')
  await first(page, 'Storage')
  expect(await page.locator('.hit-text').textContent()).toBe('In the notes Bring a whiteboard')
  await page.fill('#filter', 'stadt')
  await first(page, 'Ende')
  expect(await page.locator('.hits h3').getAttribute('lang')).toBe('de')
  await page.fill('#filter', '<b>__proto__')
  await first(page, 'Two')
  expect(await page.locator('.hit-text').textContent()).toContain('</script><b>__proto__')
  expect(await page.locator('.hits b, .search script').allTextContents()).toEqual(['Two'])
  expect(faults).toEqual([])
  const outcome = await page.evaluate(() => {
    try {
      document.createElement('script').src = 'https://elsewhere.example/a.js'
      return 'allowed'
    } catch (cause) {
      return String(cause)
    }
  })
  expect(outcome).toContain('TrustedScriptURL')
  await context.close()
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('has nothing that axe finds, in %s, and does not scroll sideways at %i', async (colorScheme, width) => {
  const { page, context } = await open(`${built.url}?q=rookify`, { bypassCSP: true, colorScheme, viewport: { width, height: 844 } })
  await heading(page, '2 slides in 2 decks')
  const { violations } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
  expect(violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await context.close()
})

describe('in development', () => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serveDev(root)
  })
  afterAll(() => site.close())

  test('finds the same', async () => {
    const { page, context, faults } = await open(`${site.url}?q=rookify`)
    await heading(page, '2 slides in 2 decks')
    expect(faults).toEqual([])
    await context.close()
  })
})
