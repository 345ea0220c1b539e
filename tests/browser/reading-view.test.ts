import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { accessibleNames } from './accessible-names.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const HARD = `---
title: Everything hard
type: slide
---

# <font color="#50c3a5">Every</font><br><font color="#7D7D82" size=12px>thing</font>

<div style="position:absolute;top:-300px;font-size:6px;width:3000px;color:#eee">Far away and small</div>
<span style="background:#222;color:#fff">light on dark</span> <span style="background:#ffb">only a background</span>

---

${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)} https://example.org/${'a'.repeat(200)}

| a | b | c |
|---|---|---|
| Donaudampfschifffahrtsgesellschaft | Kapitänskajütenschlüssel | Loch |

\`\`\`js
const wide = '${'w'.repeat(200)}'
\`\`\`

$$\\sum_{k=1}^{n} ${'k + '.repeat(40)} k$$

---

<!-- .slide: data-background="photo.jpg" -->
#### Deep heading

<small><small>small</small></small> x<sub>2</sub> [back](#/0) ![gone](https://pad.example/uploads/gone.png)

Note: A note with **strong** words

----

## Second

- [ ] open
- one <!-- .element: class="fragment" -->
`

const CORPUS = process.env['HEDGEROW_CORPUS']
const REAL = ['community-call/20230831-slides', 'community-call/20230907-slides', 'community-call/20240822']

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-reading-'))
  cpSync(path.resolve('decks'), root, { recursive: true })
  if (CORPUS) cpSync(CORPUS, path.join(root, 'corpus'), { recursive: true })
  writeFiles(root, { 'hard.md': HARD })
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(deck: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const watched = await watchPage(context, new URL(site.url).origin)
  await watched.page.goto(`${site.url}${deck}.read.html`)
  return { ...watched, context }
}

/** Levels of the headings of a page, in order. */
const levels = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1))))

/** Links and buttons around the text that are lower than 24 pixels. */
const lowLinks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.hr-contents a, .hr-contents summary, .hr-place a, .hr-top a, .hr-crumbs a, .hr-facts a, .hr-end a')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
      .map((element) => element.outerHTML),
  )

const repeatedIds = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, index) => ids.indexOf(id) !== index)
  })

/** Words that are smaller than 14 pixels, those of drawings and formulas aside. */
const smallWords = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.nodeValue?.trim() || element.closest('svg, .math, style, script')) continue
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 14) found.push(node.nodeValue.trim())
    }
    return found
  })

const decks = ['guide', 'hard', ...(CORPUS ? REAL.map((id) => `corpus/${id}`) : [])]

test.skipIf(CORPUS)('real decks are not read here: HEDGEROW_CORPUS is not set', () => undefined)

describe.each(decks)('the reading view of %s', (deck) => {
  test('has its headings in order, one first, and every id once', async () => {
    const { page, context } = await open(deck)
    const found = await levels(page)
    expect(found.filter((level) => level === 1)).toHaveLength(1)
    expect(found[0]).toBe(1)
    expect(found.filter((level, index) => index > 0 && level > (found[index - 1] ?? 0) + 1)).toEqual([])
    expect(await repeatedIds(page)).toEqual([])
    await context.close()
  })

  test.each(['light', 'dark'] as const)(
    'passes axe in %s colours, wide and narrow, with all notes shown, and its citation selected by a click',
    async (colorScheme) => {
      const { page, context } = await open(deck, { colorScheme, bypassCSP: true })
      if (await page.locator('#reading-notes').count()) await page.check('#reading-notes')
      await page.click('a[href="#reading-citation"]')
      await page.click('.hr-cite pre')
      expect(await page.evaluate(() => String(getSelection()))).toMatch(/^.+\. .+ \[(Slides|Präsentation)\]\.$/)
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 320, height: 640 },
      ]) {
        await page.setViewportSize(viewport)
        const { violations, passes } = await runAxe(page, { include: ['html'] }, [...WCAG, 'best-practice'])
        expect(violations).toEqual([])
        expect(await lowLinks(page)).toEqual([])
        expect(passes).toBeGreaterThan(15)
      }
      await context.close()
    },
  )

  test('fits a width of 320 pixels, with no words that are small', async () => {
    const { page, context } = await open(deck, { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true })
    const widest = await page.evaluate(() => {
      const column = document.querySelector('.hr-slides')?.getBoundingClientRect().right ?? 0
      return {
        page: document.documentElement.scrollWidth,
        outside: [...document.querySelectorAll('.hr-slide > *, .hr-slide > div > *')].filter(
          (element) => element.getBoundingClientRect().right > column + 1 && !element.closest('.hr-hidden'),
        ).length,
      }
    })
    expect(widest).toEqual({ page: 320, outside: 0 })
    expect(await smallWords(page)).toEqual([])
    await context.close()
  })

  test('is whole without scripting, breaks no rule, and asks nobody else', async () => {
    const { page, context, faults } = await open(deck, { javaScriptEnabled: false })
    for (let step = 0; step < 20; step += 1) await page.mouse.wheel(0, 2000)
    await page.waitForLoadState('networkidle')
    expect(faults).toEqual([])
    await context.close()
  })

  test('prints on A4, on fewer pages than it has slides, without what leads elsewhere on the screen', async () => {
    const { page, context } = await open(deck)
    const slides = await page.locator('.hr-slide').count()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(0)
    expect(pages).toBeLessThanOrEqual(slides)
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav, .hr-footer, .hr-present').filter({ visible: true }).count()).toBe(0)
    await context.close()
  })
})

test('a deck leads to its reading view, without script too, and each section back to its slide', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}hard.html`)
  await page.click('.no-script a')
  expect(page.url()).toBe(`${site.url}hard.read.html`)
  expect(await page.locator('#second .hr-place a').getAttribute('href')).toBe('hard.html#/second')
  await page.click('a:text-is("back")')
  expect(page.url()).toBe(`${site.url}hard.read.html#slide-0-0`)
  await context.close()
  const { page: other, context: scripted } = await open('hard')
  await other.click('#second .hr-place a')
  await other.waitForFunction(() => document.querySelector('.slides section.present.present h2')?.textContent === 'Second')
  await scripted.close()
})

test('notes are shown one by one and all at once, and print only then', async () => {
  const { page, context } = await open('hard', { javaScriptEnabled: false })
  const note = page.locator('.hr-notes strong')
  const shows = () => note.isVisible()
  expect(await shows()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.hr-notes').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.click('.hr-notes summary')
  expect(await shows()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await shows()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await page.click('.hr-notes summary')
  expect(await shows()).toBe(false)
  await page.getByLabel('Show speaker notes').check()
  expect(await shows()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await shows()).toBe(true)
  await context.close()
})

test('has few landmarks, which have names of their own, and its text has each title once', async () => {
  const { page, context } = await open('hard')
  const landmarks = await Promise.all(
    ['banner', 'navigation', 'main', 'region', 'complementary', 'contentinfo'].map(async (role) => [
      role,
      await accessibleNames(page, role),
    ]),
  )
  expect(Object.fromEntries(landmarks)).toEqual({
    banner: [''],
    navigation: ['Pages', 'Contents', 'About this site'],
    main: [''],
    region: [],
    complementary: [],
    contentinfo: [''],
  })
  expect(await accessibleNames(page, 'heading')).toEqual(['Everything hard', 'Every thing', 'Slide 2', 'Deep heading', 'Second'])
  const links = await accessibleNames(page, 'link')
  expect(links.filter((name) => name.includes('Second'))).toEqual(['Second'])
  await context.close()
})

test('is read by keyboard: the skip link leads to the text, contents to their sections', async () => {
  const { page, context } = await open('hard', { viewport: { width: 390, height: 800 } })
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('hr-skip')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reading-text')
  expect(await page.isVisible('.hr-contents a')).toBe(false)
  await page.click('.hr-contents summary')
  await page.click('.hr-contents a:has-text("Second")')
  expect(new URL(page.url()).hash).toBe('#second')
  expect(await page.evaluate(() => document.querySelector('#second')?.getBoundingClientRect().bottom)).toBeLessThan(800)
  await context.close()
})

test('contents are open beside the text, without a script', async () => {
  const { page, context } = await open('hard', { viewport: { width: 1280, height: 720 }, javaScriptEnabled: false })
  expect(await page.isVisible('.hr-contents a:has-text("Second")')).toBe(true)
  expect(await page.isVisible('.hr-contents summary')).toBe(false)
  expect(await page.isVisible('.hr-contents > b')).toBe(true)
  await context.close()
})

test('in development it is the same page, and the source comes as text', async () => {
  const dev = await serveDev(root)
  const context = await browser.newContext()
  const { page, faults } = await watchPage(context, new URL(dev.url).origin)
  await page.goto(`${dev.url}hard.read.html`)
  expect(await page.locator('.hr-slide').count()).toBe(4)
  const source = await context.request.get(`${dev.url}hard.md`)
  expect([source.headers()['content-type'], source.headers()['x-content-type-options']]).toEqual([
    'text/markdown; charset=utf-8',
    'nosniff',
  ])
  expect(await source.text()).toBe(HARD)
  expect(faults).toEqual([])
  await context.close()
  await dev.close()
})
