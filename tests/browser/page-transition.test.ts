import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { type WatchedPage, watchPage } from './watch-page.ts'

const PHOTO = '---\ntype: slide\ndate: 2024-05-02\n---\n\n<!-- .slide: data-background="./photo.webp" -->\n\n# One\n\n---\n\n# Two\n'

let browser: Browser
let root: string

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-transition-'))
  writeFiles(root, { 'talk.md': PHOTO, 'other.md': PHOTO.replace('05-02', '04-04') })
  cpSync(path.resolve('decks/dusk.webp'), path.join(root, 'photo.webp'))
})
afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

describe.each([
  ['in a build', serveBuilt],
  ['in development', serveDev],
])('%s', (_, serve) => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serve(root)
  })
  afterAll(() => site.close())

  async function open(options: BrowserContextOptions): Promise<WatchedPage & { readonly isFaded: () => Promise<unknown> }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
    await context.addInitScript(() =>
      addEventListener('pagereveal', ({ viewTransition }) => Object.assign(globalThis, { isFaded: viewTransition !== null })),
    )
    const watched = await watchPage(context, site.url)
    await watched.page.goto(site.url)
    return { ...watched, isFaded: () => watched.page.evaluate('isFaded') }
  }

  test('a page fades into the deck that is opened, and back', async () => {
    const { page, faults, isFaded } = await open({ reducedMotion: 'no-preference' })
    await page.click('a[href="talk.html"]:not([tabindex])')
    await page.waitForSelector('.viewer', { state: 'attached' })
    expect(await isFaded()).toBe(true)
    await page.goBack()
    await page.waitForURL(site.url)
    expect(await isFaded()).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a reader who is quicker than that gets no error', async () => {
    const { page, faults } = await open({ reducedMotion: 'no-preference' })
    const follow = (...addresses: string[]) =>
      page.evaluate((all) => {
        for (const address of all) document.querySelector<HTMLElement>(`a[href="${address}"]`)?.click()
      }, addresses)
    for (const wait of [0, 30, 120]) {
      await follow('talk.html')
      await page.waitForURL('**/talk.html*')
      await page.waitForTimeout(wait)
      await page.goBack()
      await page.waitForURL(site.url)
      await follow('other.html', 'talk.html')
      // Playwright takes the first of the two for a failure.
      await expect.poll(() => page.url()).toContain('talk.html')
      await page.goto(site.url)
    }
    // A window that changes its size ends a transition, too.
    for (const wait of [0, 20, 60, 120]) {
      await follow('talk.html')
      await page.waitForTimeout(wait)
      await page.setViewportSize({ width: 1000 + wait, height: 700 })
      await expect.poll(() => page.url()).toContain('talk.html')
      await page.waitForSelector('.viewer', { state: 'attached' })
      await page.goto(site.url)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('nothing fades for a reader who prefers less motion', async () => {
    const { page, faults, isFaded } = await open({ reducedMotion: 'reduce' })
    await page.click('a[href="talk.html"]:not([tabindex])')
    await page.waitForSelector('.viewer', { state: 'attached' })
    expect(await isFaded()).toBe(false)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
