import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** Titles of the decks that are shown. */
const titles = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.decks > li')]
      .filter((item) => item.checkVisibility())
      .map((item) => item.querySelector('h3')?.textContent),
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

  test('shows first slides as they are, and each style sheet to its own alone', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } })
    const { page, faults, requests } = await watchPage(context, new URL(site.url).origin)
    await page.goto(site.url)
    const seen = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return [...document.querySelectorAll('.cover')].map((cover) => {
        const slides = cover.shadowRoot?.querySelector('.slides')
        const heading = slides?.querySelector('h1')
        if (!slides || !heading) return cover.textContent
        const [box, frame] = [slides.getBoundingClientRect(), cover.getBoundingClientRect()]
        return {
          text: heading.textContent,
          isInside: box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom,
          isFilled: Math.max(box.width / frame.width, box.height / frame.height) > 0.9,
          pictures: [...slides.querySelectorAll('img')].map((image) => image.naturalWidth > 0),
          background: getComputedStyle(slides.previousElementSibling ?? slides).backgroundImage.replace(/.*\//, ''),
          paper: getComputedStyle(slides.parentElement ?? slides).backgroundColor,
          fragments: [...slides.querySelectorAll('p')].map((element) => getComputedStyle(element).visibility),
        }
      })
    })
    const [photo, black, trusted, plain] = seen
    expect(photo).toMatchObject({
      text: 'Photo',
      isInside: true,
      isFilled: true,
      pictures: [true],
      background: 'photo.jpg")',
      fragments: ['visible'],
    })
    expect(black).toMatchObject({ text: 'On black', isInside: true, isFilled: true, paper: 'rgb(255, 255, 255)' })
    expect(trusted).toMatchObject({ text: 'Trusted', pictures: [] })
    expect(plain).toContain('Café')
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color)).not.toBe('rgb(18, 52, 86)')
    expect(requests.some((address) => address.endsWith('leaf.svg'))).toBe(true)
    expect(faults).toEqual([])
    const feeds = ['.site-footer a[type$=atom\\+xml]', 'head link[type$=atom\\+xml]']
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
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter')
    await page.keyboard.type('CAFE langen')
    expect(await titles(page)).toEqual([expect.stringContaining('Café')])
    expect(await page.locator('.year h2:visible').allTextContents()).toEqual(['Ohne Datum'])
    expect(await page.locator('.years a:visible').allTextContents()).toEqual(['Ohne Datum'])
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.endsWith('Schlagwörtern: 1'))
    await page.fill('#filter', '2023-02')
    expect(await titles(page)).toEqual(['On black'])
    await page.fill('#filter', 'Februar')
    expect(await titles(page)).toEqual(['On black'])
    await page.fill('#filter', 'nowhere')
    expect(await titles(page)).toEqual([])
    await page.waitForFunction(() => document.querySelector('.hits-status')?.textContent?.startsWith('Keine'))
    expect(await page.textContent('.filter [role=status]')).toBe('')
    await page.fill('#filter', 'kuste mai')
    await page.click('.decks a:visible')
    await page.waitForURL(/photo/)
    await page.goBack()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#filter')?.value === 'kuste mai')
    expect(page.url()).toContain('?q=kuste+mai')
    expect(await titles(page)).toEqual(['Photo'])
    await page.fill('#filter', '')
    expect(await titles(page)).toHaveLength(4)
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
    expect(await page.locator('.decks h3').count()).toBe(4)
    expect(await page.locator('#filter').isVisible()).toBe(false)
    await context.close()
  })

  test('works from a folder on disk', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, 'file://')
    await page.goto(pathToFileURL(path.join(site.folder, 'index.html')).href)
    await page.fill('#filter', 'photo')
    await page.waitForFunction(() => location.search === '?q=photo')
    expect(await titles(page)).toEqual(['Photo'])
    expect(faults).toEqual([])
    await context.close()
  })

  test.each([320, 390, 768, 1280])('is %i pixels wide without scrolling sideways, and all can be touched', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto(site.url)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const small = await page.evaluate(
      () =>
        [...document.querySelectorAll('.years a, .site-footer a, input')].filter((element) => {
          const { width: wide, height: high } = element.getBoundingClientRect()
          return wide < 24 || high < 24
        }).length,
    )
    expect(small).toBe(0)
    await context.close()
  })

  test('shows where the focus is, around the whole card', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(site.url)
    await page.locator('.decks a').first().focus()
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body, '::after')
        return [document.activeElement?.textContent, outlineStyle, outlineWidth]
      }),
    ).toEqual(['On black', 'solid', '3px'])
    await context.close()
  })
})

describe('an index of 100 decks', () => {
  const COUNT = 100
  let site: Awaited<ReturnType<typeof serveBuilt>>
  let many: string

  beforeAll(async () => {
    many = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-many-'))
    for (let number = 0; number < COUNT; number += 1) {
      const day = new Date(Date.UTC(2018, 0, 1 + number * 9)).toISOString().slice(0, 10)
      cpSync(path.resolve('decks/leaf.svg'), path.join(many, `background${number}.svg`))
      cpSync(path.resolve('decks/leaf.svg'), path.join(many, `picture${number}.svg`))
      const text = `<!-- .slide: data-background="background${number}.svg" -->\n# Deck ${number}\n\n![](picture${number}.svg)\n\n---\n\n# Team ${number % 7}`
      writeFileSync(path.join(many, `deck${number}.md`), deck(`date: ${day}\n`, text))
    }
    site = await serveBuilt(many)
  })
  afterAll(async () => {
    await site.close()
    rmSync(many, { recursive: true })
  })

  test('loads the pictures of what is near the window, and those of the rest when they come near', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const { page, faults, requests } = await watchPage(context, new URL(site.url).origin)
    const loaded = (kind: string) => requests.filter((address) => address.includes(kind)).length
    await page.goto(site.url, { waitUntil: 'networkidle' })
    expect([loaded('/background'), loaded('/picture')].map((count) => count > 2 && count < 60)).toEqual([true, true])
    await page.locator('.decks > li').last().scrollIntoViewIfNeeded()
    await page.waitForResponse(/picture0\.svg/)
    expect([loaded('/background'), loaded('/picture')].every((count) => count < 120)).toBe(true)
    expect(faults).toEqual([])
    await context.close()
  })

  test('is filtered in less than a frame of attention', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(site.url)
    const milliseconds = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#filter')
      const start = performance.now()
      if (input) input.value = 'team 3 2019'
      input?.dispatchEvent(new Event('input'))
      document.body.getBoundingClientRect()
      return performance.now() - start
    })
    expect(milliseconds).toBeLessThan(100)
    expect((await titles(page)).length).toBeGreaterThan(3)
    await context.close()
  })
})
