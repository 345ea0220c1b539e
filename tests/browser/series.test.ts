import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (title: string, tags = '') =>
  `---\ntype: slide\n${tags}---\n\n# ${title}\n\n---\n\n# End\n\nOf <b class="fragment">${title}</b>\n`

const FILES = {
  'calls/2023/20231220.md': deck('Call', 'tags: [storage]\n'),
  'calls/2024/20240110.md': deck('Call', 'tags: [Storage, new]\n'),
  'calls/2024/20240117.md': deck('Special <i>&</i>'),
  'talk.md': deck('Talk'),
}

let browser: Browser
let root: string

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-series-'))
  writeFiles(root, FILES)
})
afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

const cards = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.decks > li')]
      .filter((item) => item.checkVisibility())
      .map((item) => item.querySelector('.about b')?.textContent),
  )
const isReady = (page: Page) => page.waitForSelector('nav.viewer')

describe.each([
  ['built', serveBuilt],
  ['in development', serveDev],
])('a series that is %s', (_, serve) => {
  let site: ServedSite

  beforeAll(async () => {
    site = await serve(root)
  })
  afterAll(() => site.close())

  async function open(address: string, now = '2024-01-12T09:00:00') {
    const context = await browser.newContext()
    const watched = await watchPage(context, new URL(site.url).origin)
    await watched.page.clock.setFixedTime(new Date(now))
    await watched.page.goto(site.url + address)
    return { ...watched, context }
  }

  test('has a page with its decks and the search, to which the index and the reading view lead', async () => {
    const { page, faults, context } = await open('')
    await page.click('nav[aria-label=Series] a')
    await page.waitForURL(`${site.url}calls/index.html`)
    expect(await page.textContent('h1')).toBe('Call')
    expect(await cards(page)).toEqual(['Special &', 'Call', 'Call'])
    await page.keyboard.press('/')
    await page.keyboard.type('special')
    await page.waitForFunction(() => document.querySelector('.hits a')?.textContent.startsWith('Special'))
    expect(await cards(page)).toEqual(['Special &'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/calls\/2024\/20240117\.html\?mark=/)
    await page.goto(`${site.url}calls/`)
    expect(await page.textContent('h1')).toBe('Call')
    await page.goto(`${site.url}calls/2024/20240117.read.html`)
    expect(await page.getAttribute('.hr-up a:nth-of-type(2)', 'href')).toBe('../index.html')
    expect(faults).toEqual([])
    await context.close()
  })

  test('is gone through by key, from the bar at the end, and in the reading view', async () => {
    const { page, faults, context } = await open('calls/2023/20231220.html')
    await isReady(page)
    expect(await page.isVisible('.viewer-nextDeck')).toBe(false)
    expect(await page.$('.viewer-previousDeck')).toBeNull()
    await page.keyboard.press('End')
    await page.waitForFunction(() => !document.querySelector('.viewer-nextDeck')?.hasAttribute('hidden'))
    // The step first.
    await page.keyboard.press('ArrowRight')
    expect(await page.$('.flash')).toBeNull()
    for (const key of ['Shift+Space', 'End', 'Alt+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.textContent('.flash')).toBe('Next deck: January 10, 2024 (>)')
    expect(await page.getAttribute('.viewer-nextDeck', 'aria-label')).toBe('Next deck: January 10, 2024')
    await page.keyboard.press('>')
    await page.waitForURL(`${site.url}calls/2024/20240110.html`)
    await isReady(page)
    await page.keyboard.press('>')
    await page.waitForURL(`${site.url}calls/2024/20240117.html`)
    await isReady(page)
    await page.keyboard.press('<')
    await page.waitForURL(`${site.url}calls/2024/20240110.html`)
    await isReady(page)
    await page.keyboard.press('?')
    expect(await page.textContent('dialog')).toContain('Previous deck')
    await page.goto(`${site.url}calls/2024/20240110.read.html`)
    const links = await page.$$eval('.hr-neighbours a', (all) => all.map((link) => [link.getAttribute('rel'), link.textContent]))
    expect(links).toEqual([
      ['prev', 'Previous deck December 20, 2023'],
      ['next', 'Next deck Special & – 2024-01-17'],
    ])
    const above = await page.$$eval('.hr-beside a', (all) => all.map((link) => [link.getAttribute('rel'), link.textContent]))
    expect(above).toEqual([
      ['prev', 'Previous deck: December 20, 2023'],
      ['next', 'Next deck: January 17'],
    ])
    await page.click('.hr-beside [rel=next]')
    await page.waitForURL(`${site.url}calls/2024/20240117.read.html`)
    expect(faults).toEqual([])
    await context.close()
  })

  test('a deck in none has no neighbours', async () => {
    const { page, context } = await open('talk.html')
    await isReady(page)
    expect(await page.$('.viewer-nextDeck')).toBeNull()
    await page.keyboard.press('>')
    await page.keyboard.press('?')
    expect(await page.textContent('dialog')).not.toContain('Next deck')
    await context.close()
  })

  test.each([
    ['2024-01-12T00:30:00', ['Next', 'Latest', undefined]],
    ['2024-01-17T23:30:00', ['Today', 'Latest', undefined]],
    ['2023-12-01T12:00:00', ['To come', 'To come', 'Next']],
    ['2025-01-01T12:00:00', ['Latest', undefined, undefined]],
  ])('marks the next and the latest deck by the day of the visitor: %s', async (now, marks) => {
    const { page, faults, context } = await open('calls/index.html', now)
    const found = await page.$$eval('.decks > li', (items) => items.map((item) => item.querySelector('.day')?.textContent))
    expect(found.map((mark) => mark ?? undefined)).toEqual(marks)
    expect(faults).toEqual([])
    await context.close()
  })

  test('the page of a tag has its decks and finds the slides of all', async () => {
    const { page, faults, context } = await open('tags/storage.html')
    expect(await cards(page)).toEqual(['Call', 'Call'])
    await page.fill('#filter', 'talk')
    await page.waitForFunction(() => document.querySelector('.hits a')?.textContent === 'Talk')
    await page.click('.hits a')
    await page.waitForURL(/\/talk\.html/)
    expect(faults).toEqual([])
    await context.close()
  })
})

test.each([
  ['light', 1280, 'calls/index.html'],
  ['dark', 390, 'calls/index.html'],
  ['dark', 390, 'tags/storage.html'],
  ['light', 390, 'calls/2024/20240110.read.html'],
] as const)('has nothing that axe finds, in %s, and does not scroll sideways at %i: %s', async (colorScheme, width, address) => {
  const site = await serveBuilt(root)
  const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 844 } })
  const page = await context.newPage()
  await page.goto(site.url + address)
  const { violations } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
  expect(violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await context.close()
  await site.close()
})

test('a deck that cannot be shown is no neighbour', async () => {
  const broken = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-series-'))
  writeFiles(broken, {
    'a/20240101.md': deck('One'),
    'a/20240102.md': `${deck('Two')}${'\n---\n\n# x\n'.repeat(5001)}`,
    // As HTML, so that its title is known only when it has been rendered.
    'a/20240103.md': '---\ntype: slide\n---\n\n<h1>Three &amp; <i>four</i></h1>\n',
  })
  const site = await serveBuilt(broken)
  const page = readFileSync(path.join(site.folder, 'a/20240101.html'), 'utf8')
  expect(page).toContain('<link rel="next" href="20240103.html" title="Three &amp; four – 2024-01-03">')
  await site.close()
  rmSync(broken, { recursive: true })
})
