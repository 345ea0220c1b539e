import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { comparePicture } from './compare-picture.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// Pictures of how slides look. After a change that is meant: npm run looks, and look at them.
const pictures = fileURLToPath(new URL('looks/', import.meta.url))
const KINDS = ['title', 'section', 'text', 'picture', 'columns', 'table', 'code', 'boxes'] as const
const THEMES = ['scs', 'hawthorn'] as const

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-looks-'))
  const deck = readFileSync(path.join(pictures, 'deck.md'), 'utf8')
  for (const theme of THEMES) writeFileSync(path.join(root, `${theme}.md`), deck.replace('THEME', theme))
  cpSync(path.resolve('decks/clouds.webp'), path.join(root, 'photo.webp'))
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(address: string, options: BrowserContextOptions, isDark = false): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
  await context.addInitScript((dark) => dark && localStorage.setItem('hedgerow-scheme', 'dark'), isDark)
  const page = await context.newPage()
  await page.goto(site.url + address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  return page
}

describe.each(THEMES)('the theme %s', (theme) => {
  test.each(KINDS.flatMap((kind, at) => [false, true].map((isDark) => [kind, isDark ? 'dark' : 'light', at] as const)))(
    'shows %s, %s',
    async (kind, scheme, at) => {
      const page = await open(`${theme}.html#/${at}`, { viewport: { width: 512, height: 374 } }, scheme === 'dark')
      await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
      await comparePicture(page, `${pictures}${theme}/${kind}-${scheme}.png`)
    },
  )

  test('is read on a phone', async () => {
    await comparePicture(
      await open(`${theme}.html`, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }),
      `${pictures}${theme}/phone.png`,
    )
  })

  test('is printed', async () => {
    const page = await open(`${theme}.html`, { viewport: { width: 1000, height: 729 }, deviceScaleFactor: 0.5 })
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.waitForSelector('.on-paper')
    await comparePicture(page, `${pictures}${theme}/paper.png`)
  })
})

test.each(['light', 'dark'] as const)('the index, %s', async (colorScheme) => {
  await comparePicture(
    await open('index.html', { viewport: { width: 640, height: 480 }, colorScheme }),
    `${pictures}index-${colorScheme}.png`,
  )
})
