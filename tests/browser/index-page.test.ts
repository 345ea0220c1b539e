import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFiles } from '../support/make-folder.ts'
import { launchChromium } from '../support/chromium.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (options: string, text: string) => `---\ntype: slide\n${options}---\n\n${text}\n`

const FILES = {
  'site.yaml': `title: Kränzchen\nurl: https://a.example/\nlang: de\nbrand: scs\nlogo: leaf.svg\ntrusted: [trusted.md]\nlinks:\n  imprint: https://example.org/imprint\n`,
  'sub/photo.md': deck(
    'title: Photo\ndate: 2024-05-02\ntags: [Küste]\n',
    '<style>* { color: #123456 } h1 { position: absolute; top: -500px }</style>\n<!-- .slide: data-background="../photo.jpg" -->\n# Photo\n\n[![](../leaf.svg)](https://a.example) later <!-- .element: class="fragment" -->',
  ),
  'plain.md': deck('title: Café mit einem sehr langen Titel von Donaudampfschifffahrtsgesellschaften\nlang: de\n', ''),
  'trusted.md': deck('date: 2023-01-01\n', '# Trusted\n\n![](https://a.example/a.png)\n\n---\n\n# Later'),
  '20230202.md': deck('slideOptions:\n  theme: black\n', '# On black\n\n- [ ] open'),
}

let browser: Browser
let root: string

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-index-'))
  writeFiles(root, FILES)
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
})

afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

/** First words of the rows that are shown. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.decks > li')]
      .filter((item) => item.checkVisibility())
      .map((item) => item.querySelector('.about b')?.textContent),
  )

describe.each([
  ['built', serveBuilt],
  ['in development', serveDev],
])('the index that is %s', (_, serve) => {
  let site: ServedSite

  beforeAll(async () => {
    site = await serve(root)
  })
  afterAll(() => site.close())

  test('shows the last deck above the list, says its words as text, and has feeds', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(site.url)
    expect(await page.textContent('.last:visible h2')).toBe('Photo')
    expect(await page.locator('.next').isVisible()).toBe(false)
    expect(await rows(page)).toEqual(['On black', 'Trusted', expect.stringContaining('Café')])
    expect(await page.evaluate(() => document.querySelector('.decks li:not(.in-hero)')?.getBoundingClientRect().bottom)).toBeLessThan(720)
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color)).not.toBe('rgb(18, 52, 86)')
    expect(faults).toEqual([])
    const feeds = ['.hr-end a[type$=atom\\+xml]', 'head link[type$=atom\\+xml]']
    for (const feed of feeds) expect(await page.getAttribute(feed, 'href')).toBe('feed.xml')
    await page.goto('about:blank')
    for (const file of ['feed.xml', 'sitemap.xml'])
      expect(
        await page.evaluate(
          (text) => {
            const read = new DOMParser().parseFromString(text, 'application/xml')
            return [read.querySelector('parsererror')?.textContent, read.querySelectorAll('entry, url').length]
          },
          await (await fetch(site.url + file)).text(),
        ),
      ).toEqual([undefined, file === 'feed.xml' ? 3 : 6])
    await context.close()
  })

  test('is filtered while typing, says how many are left, and knows it on the way back', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(site.url)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter')
    await page.keyboard.type('CAFE langen')
    expect(await rows(page)).toEqual([expect.stringContaining('Café')])
    expect(await page.locator('.year h2:visible').allTextContents()).toEqual(['Ohne Datum'])
    expect(await page.locator('.hero').isVisible()).toBe(false)
    expect(await page.locator('.bar').isVisible()).toBe(false)
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.endsWith('Schlagwörtern: 1'))
    await page.fill('#filter', '2023-02')
    expect(await rows(page)).toEqual(['On black'])
    await page.fill('#filter', 'Februar')
    expect(await rows(page)).toEqual(['On black'])
    await page.fill('#filter', 'nowhere')
    expect(await rows(page)).toEqual([])
    await page.waitForFunction(() => document.querySelector('.hits-status')?.textContent?.startsWith('Keine'))
    expect(await page.textContent('.filter [role=status]')).toBe('')
    await page.fill('#filter', 'kuste mai')
    await page.click('.decks a:visible')
    await page.waitForURL(/photo/)
    await page.goBack()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#filter')?.value === 'kuste mai')
    expect(page.url()).toContain('?q=kuste+mai')
    expect(await rows(page)).toEqual(['Photo'])
    await page.fill('#filter', '')
    expect(await rows(page)).toHaveLength(3)
    await page.waitForFunction(() => location.search === '')
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 1280, height: 1600 } })
    const page = await context.newPage()
    await page.goto(site.url)
    const { violations, passes } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
    expect(violations).toEqual([])
    expect(passes).toBeGreaterThan(20)
    await context.close()
  })
})

describe('the built index', () => {
  let site: Awaited<ReturnType<typeof serveBuilt>>

  beforeAll(async () => {
    site = await serveBuilt(root)
  })
  afterAll(() => site.close())

  test('needs no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.url)
    expect(await page.locator('.decks a').count()).toBe(4)
    expect(await page.locator('.hr-scheme').isVisible()).toBe(false)
    expect(await page.locator('#filter').isVisible()).toBe(false)
    await context.close()
  })

  test('has a page for wrong addresses that shows what is nearest to a date in them', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    const body = await (await fetch(`${site.url}404.html`)).text()
    await page.route(/nothing-/, (route) => route.fulfill({ body, contentType: 'text/html' }))
    await page.goto(`${site.url}nothing-20230130.html`)
    expect(await rows(page)).toEqual(['Photo', 'On black', 'Trusted'])
    expect(await page.textContent('.lost h2')).toBe('Um diesen Tag')
    expect(await page.textContent('.lede')).toContain('30. Januar 2023')
    await page.goto(`${site.url}nothing-2023.html`)
    expect(await page.textContent('.lost h2')).toBe('Neueste Präsentationen')
    expect(faults).toEqual([])
    await context.close()
  })

  test('works from a folder on disk', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, 'file://')
    await page.goto(pathToFileURL(path.join(site.folder, 'index.html')).href)
    await page.fill('#filter', 'photo')
    await page.waitForFunction(() => location.search === '?q=photo')
    expect(await rows(page)).toEqual(['Photo'])
    expect(faults).toEqual([])
    await context.close()
  })

  test.each([320, 390, 844, 960, 1280, 1920])('is %i pixels wide without scrolling sideways, and all can be touched', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto(site.url)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a:not(.up), button, .hr-field')]
        .filter((element) => {
          const { width: wide, height: high } = element.getBoundingClientRect()
          if (!element.checkVisibility()) return false
          return wide < 24 || high < 24
        })
        .map((element) => element.outerHTML),
    )
    expect(small).toEqual([])
    await context.close()
  })

  test.each([390, 1280])('hardly moves while it loads, %i pixels wide', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(site.url, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.05)
    await context.close()
  })

  test('has one choice of light and dark with the decks and the reading views, before anything is painted', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' })
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    const ground = () => page.evaluate(() => [document.documentElement.dataset['scheme'], getComputedStyle(document.body).backgroundColor])
    await page.goto(site.url)
    expect(await ground()).toEqual([undefined, 'rgb(23, 25, 28)'])
    await page.click('.hr-scheme')
    expect(await ground()).toEqual(['light', 'rgb(255, 255, 255)'])
    await page.goto(`${site.url}20230202.html`)
    expect((await ground())[0]).toBe('light')
    await page.goto(`${site.url}20230202.read.html`)
    expect(await ground()).toEqual(['light', 'rgb(255, 255, 255)'])
    await page.click('.hr-scheme')
    await page.goto(site.url)
    expect(await ground()).toEqual(['dark', 'rgb(23, 25, 28)'])
    expect(faults).toEqual([])
    await context.close()
  })
})
