import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const DECK = `---
type: slide
---

::: fragment
a
::: notes
Of the step.
:::
:::

b <!-- .element: class="fragment" -->

Note: Of the slide.
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-step-notes-'))
  writeFileSync(path.join(root, 'deck.md'), DECK)
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.notes-text')?.textContent.replace(/\s+/g, ' ').trim() === wanted, text)

test('notes of a step are shown with the step, above those of the slide', async () => {
  const { page, faults } = await watchPage(await browser.newContext({ viewport: { width: 1280, height: 720 } }), new URL(site.url).origin)
  await page.goto(`${site.url}deck.html`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  await page.keyboard.press('n')
  await shows(page, 'Of the slide.')
  await page.keyboard.press('ArrowRight')
  await shows(page, 'Of the step. Of the slide.')
  await page.keyboard.press('ArrowRight')
  await shows(page, 'Of the slide.')
  await page.keyboard.press('ArrowLeft')
  await shows(page, 'Of the step. Of the slide.')
  expect(faults).toEqual([])
})
