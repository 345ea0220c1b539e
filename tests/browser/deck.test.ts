import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const TALK = `---
title: A talk
slideOptions:
  theme: white
  transition: slide
---

# First slide

With **strong** words and a list

- one
- two

---

# Second column

----

<!-- .slide: data-background="./photo.jpg" -->

## Over a photo

![A leaf](leaf.svg =100x)

---

# Steps

- now
- later <!-- .element: class="fragment" -->

![gone](https://pad.example/uploads/gone.png)
`

const ready = () => document.querySelector('.reveal.ready') !== null
const shown = () => document.querySelector('.slides section.present:not(.stack) h1, .slides section.present:not(.stack) h2')?.textContent

let browser: Browser
let root: string

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-decks-'))
  writeFileSync(path.join(root, 'site.yaml'), 'brand: scs\n')
  writeFileSync(path.join(root, 'talk.md'), TALK)
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
})

afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

describe.each([
  ['built', serveBuilt],
  ['in development', serveDev],
])('a deck that is %s', (_, serve) => {
  let site: ServedSite

  beforeAll(async () => {
    site = await serve(root)
  })
  afterAll(() => site.close())

  test('opens from the index, and the arrows walk it', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(site.url)
    await page.click('a:has-text("A talk")')
    await page.waitForFunction(ready)
    expect(await page.evaluate(shown)).toBe('First slide')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash === '#/second-column')
    expect(await page.evaluate(shown)).toBe('Second column')
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => location.hash === '#/over-a-photo')
    expect(await page.evaluate(shown)).toBe('Over a photo')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.querySelectorAll('.fragment.visible').length === 1)
    expect(faults).toEqual([])
    await context.close()
  })

  test('opens at the slide that the address names, with its background, without showing the first', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        const first = document.querySelector('.slides h1')
        if (first?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) seen.push('the first slide')
        requestAnimationFrame(look)
      }
      look()
    })
    await page.goto(`${site.url}talk.html#/1/1`)
    await page.waitForFunction(ready)
    expect(await page.evaluate(shown)).toBe('Over a photo')
    await page.waitForFunction(() =>
      getComputedStyle(
        document.querySelector('.slide-background.present .slide-background.present .slide-background-content') ?? document.body,
      ).backgroundImage.includes('photo.jpg'),
    )
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows its first slide in its final place when no script runs', async () => {
    const place = async (blocked: boolean) => {
      const context = await browser.newContext({ viewport: { width: 1024, height: 768 } })
      const page = await context.newPage()
      if (blocked) await page.route('**/*.js', (route) => route.abort())
      await page.goto(`${site.url}talk.html`, { waitUntil: 'load' })
      if (!blocked) await page.waitForFunction(ready)
      const boxes = await page.evaluate(() => {
        // In development, slides that are ready leave room for the drawer of messages.
        const isReady = document.querySelector('.reveal.ready') !== null
        const room = isReady ? parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--dev-room')) || 0 : 0
        return [...document.querySelectorAll('.slides > section:first-child :is(h1, p, ul, li)')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [x, y + room / 2, width, height].map((value) => Math.round(value * 100) / 100)
        })
      })
      const visible = await page.evaluate(() => document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }))
      await context.close()
      expect(visible).toBe(true)
      return boxes
    }
    const without = await place(true)
    expect(without.length).toBeGreaterThan(3)
    expect(await place(false)).toEqual(without)
  })

  test('does not move when reveal.js starts, and hardly a letter when the fonts arrive', async () => {
    const shiftOf = async (fonts: boolean) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      if (!fonts) await page.route('**/*.woff2', (route) => route.abort())
      await page.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(`${site.url}talk.html`, { waitUntil: 'networkidle' })
      await page.waitForFunction(ready)
      await page.evaluate(() => document.fonts.ready)
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
      await context.close()
      return shifts.reduce((sum, shift) => sum + shift, 0)
    }
    // The drawer of messages, in development.
    expect(await shiftOf(false)).toBeLessThanOrEqual(serve === serveDev ? 0.001 : 0)
    expect(await shiftOf(true)).toBeLessThan(0.001)
  })

  test('can be read with scripting off, every slide below the other', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}talk.html`)
    const boxes = await Promise.all((await page.locator('.slides section:not(.stack)').all()).map((slide) => slide.boundingBox()))
    expect(boxes).toHaveLength(4)
    const tops = boxes.map((box) => box?.y ?? -1)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect(new Set(tops).size).toBe(4)
    await expect(page.locator('text=later').isVisible()).resolves.toBe(true)
    await context.close()
  })

  test('is a document on an upright phone, without scrolling sideways', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(`${site.url}talk.html#/1/1`, { waitUntil: 'load' })
    await page.waitForFunction(() => scrollY > 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows a card for a picture on another server, and asks nothing of it', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(`${site.url}talk.html#/2`)
    await page.waitForFunction(ready)
    const card = page.locator('a.absent')
    expect(await card.getAttribute('href')).toBe('https://pad.example/uploads/gone.png')
    expect(await card.textContent()).toContain('pad.example')
    expect(faults).toEqual([])
    await context.close()
  })

  test('lets a link set nothing but how it is shown', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(`${site.url}talk.html?url=javascript:alert(1)&parallaxBackgroundImage=https://evil.example/x.png&transition=fade`)
    await page.waitForFunction(ready)
    expect(new URL(page.url()).search).toBe('?transition=fade')
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a deck that cannot be read shows its message in development, and comes back by itself', async () => {
  const file = path.join(root, 'broken.md')
  writeFileSync(file, '---\ntitle: One: two\ntype: slide\n---\n\n# x\n')
  const site = await serveDev(root)
  const page = await browser.newPage()
  await page.goto(`${site.url}broken.html`)
  expect(await page.textContent('main')).toContain('broken.md:2')
  writeFileSync(file, '---\ntitle: "One: two"\ntype: slide\n---\n\n# Fixed\n')
  await page.waitForFunction(() => document.querySelector('.slides h1')?.textContent === 'Fixed')
  rmSync(file)
  await page.close()
  await site.close()
})

test('a built deck opens from disk and can be presented there', async () => {
  const { folder, close } = await serveBuilt(root)
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(`file://${folder}/talk.html`)
  await page.waitForFunction(ready)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => location.hash === '#/second-column')
  expect(faults).toEqual([])
  await page.close()
  await close()
})
