import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePadsLock } from '../../src/core/pads/pads-lock.ts'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { bringAxe, runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const SAYS = 'Aus dem Pad auf pad.example, Stand: 12. März 2026'
const origin = { pad: 'https://pad.example/call', revision: '2026-03-12T17:00:00.000Z', digest: '0'.repeat(64), pictures: [], missing: [] }

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-pad-links-'))
  writeFiles(root, {
    'site.yaml': 'lang: de\npadLinks: true\n',
    'talk.md': '---\ntype: slide\n---\n\n# A\n',
    'pads.lock.yaml': writePadsLock(new Map([['talk.md', origin]])),
  })
  site = await serveBuilt(root, { chromium: undefined })
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

test.each([
  ['on a desktop', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
])('the toolbar and the reading view link to the pad %s, and request nothing from it', async (_, options) => {
  const context = await browser.newContext(options)
  await bringAxe(context)
  const { page, faults } = await watchPage(context, new URL(site.url).origin)
  await page.goto(`${site.url}talk.html`)
  const tool = page.locator('.viewer-pad')
  await tool.waitFor({ state: 'attached' })
  // Its tooltip is for pointers.
  expect(await tool.getAttribute('title')).toBe(null)
  await tool.dispatchEvent('pointerenter')
  expect(
    await tool.evaluate((link) => ['title', 'aria-label', 'lang', 'href', 'target', 'rel'].map((name) => link.getAttribute(name))),
  ).toEqual([SAYS, SAYS, 'de', 'https://pad.example/call', '_blank', 'noopener noreferrer'])
  expect((await runAxe(page, { include: ['.viewer'] }, WCAG)).violations).toEqual([])
  await page.goto(`${site.url}talk.read.html`)
  expect(await page.locator('.hr-pad').innerText()).toBe(SAYS)
  expect((await runAxe(page, { include: ['.hr-header'] }, WCAG)).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})
