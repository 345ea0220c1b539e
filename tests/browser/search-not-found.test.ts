import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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
  'calls/20240905.md': deck(slides('# Call', '# Team\n\n- Rookify moves Ceph'), 'title: Call\n'),
  'calls/20230302.md': deck(slides('# Call', '# Storage\n\nRookify is new'), 'title: Call\n'),
  'talk.md': deck(slides('# Talk', '# One\n\nA hedge', '# Two')),
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
  // As servers do, but for the status, which a browser would report.
  const html = readFileSync(path.join(built.folder, '404.html'), 'utf8')
  await watched.page.route('**/under/a/path/gone/**', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await watched.page.goto(address)
  return { ...watched, context }
}

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.search h2')?.textContent === wanted, text)
const isOfSearch = (address: string) => /\/search[/-]/.test(new URL(address).pathname)

describe('the page for wrong addresses', () => {
  test.each([
    ['built', () => `${built.url}gone/far/away`],
    ['in development', () => `${dev.url}gone/far/away`],
  ])('%s has the field itself, at any address', async (_, address) => {
    const { page, context, faults, requests } = await open(address())
    expect(requests.filter(isOfSearch)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('rookify')
    await heading(page, '2 slides in 2 decks')
    await page.waitForFunction(() => document.querySelector('.hits-status')?.textContent?.startsWith('2 slides in 2 decks'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/20240905\.html#\/team$/)
    await page.waitForFunction(() => CSS.highlights.has('hr-mark'))
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await context.close()
  })

  test('loads the texts of its site, and no other script', async () => {
    const { page, context, requests } = await open(`${built.url}gone/far/away`)
    const shard = { src: '../evil.js', year: '2025', decks: 1, slides: 1, size: 1 }
    const body = `(self.hedgerowShards??={}).list='${JSON.stringify({ format: 1, title: '', shards: [shard] })}'`
    await page.route('**/hedgerow/search/list.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))
    await page.fill('#filter', 'rookify')
    await page.waitForFunction(() => document.querySelector('.hits-looked')?.textContent === 'The text of the slides could not be loaded.')
    expect(requests.filter((address) => address.includes('evil'))).toEqual([])
    await context.close()
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has nothing that axe finds, in %s, and does not scroll sideways at %i', async (colorScheme, width) => {
    const address = `${built.url}gone/far/away?q=rookify`
    const { page, context } = await open(address, { bypassCSP: true, colorScheme, viewport: { width, height: 844 } })
    await heading(page, '2 slides in 2 decks')
    const { violations } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await context.close()
  })
})
