import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { bringReader, readAloud } from './virtual-reader.ts'

const DECK = '20260903-community-call'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-transcript-'))
  writeFiles(root, { 'site.yaml': 'title: Calls\nlang: en\nbrand: scs\nlinks:\n  accessibility: https://example.org/accessibility\n' })
  for (const file of [`${DECK}.md`, 'clouds.webp', 'dusk.webp', 'zones.svg'])
    cpSync(new URL(`../../decks/${file}`, import.meta.url), path.join(root, file))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

async function open(address: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 720 }, bypassCSP: true, reducedMotion: 'reduce' })
  await bringReader(context)
  const page = await context.newPage()
  await page.goto(`${site.url}${address}`)
  return page
}

test('the reading view of a real deck is read aloud from its title to the citation, each title of a slide once', async () => {
  const page = await open(`${DECK}.read.html`)
  await expect(`${await readAloud(page, 'main')}\n`).toMatchFileSnapshot('./transcripts/reading-view.txt')
  await page.context().close()
})

test('a deck is read aloud slide by slide: what is announced, then what is on the slide', async () => {
  const page = await open(`${DECK}.html`)
  await page.waitForSelector('.viewer')
  const heard = [await readAloud(page)]
  const slides = await page.locator('.slides section:not(.stack)').count()
  for (let slide = 1; slide < slides; slide += 1) {
    let said = ''
    // Steps are announced, too.
    while (!said.startsWith(`Slide ${slide + 1} of`)) {
      const before = await page.locator('.announcer').textContent()
      await page.keyboard.press('Space')
      await expect.poll(() => page.locator('.announcer').textContent()).not.toBe(before)
      said = (await page.locator('.announcer').textContent()) ?? ''
      heard.push(`\n> ${said}`)
    }
    heard.push(await readAloud(page, '.slides section.present:not(.stack)'))
  }
  await expect(`${heard.join('\n')}\n`).toMatchFileSnapshot('./transcripts/deck.txt')
  await page.context().close()
})
