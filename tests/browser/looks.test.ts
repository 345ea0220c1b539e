import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// Pictures of how slides look. After a change that is meant: npm run looks, and look at them.
const pictures = fileURLToPath(new URL('looks/', import.meta.url))
const isRenewal = process.env['HEDGEROW_RENEW'] !== undefined

// Of all pixels; edges of letters differ from machine to machine.
const TOLERANCE = 0.02

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

async function compare(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await page.context().close()
  const file = path.join(pictures, `${name}.png`)
  if (isRenewal) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shot)
  }
  expect(existsSync(file), `${file} is missing: npm run looks`).toBe(true)
  const [seen, known] = [PNG.sync.read(shot), PNG.sync.read(readFileSync(file))]
  const { width, height } = known
  expect({ width: seen.width, height: seen.height }).toEqual({ width, height })
  const different = pixelmatch(seen.data, known.data, undefined, width, height, { threshold: 0.2 })
  expect(different / (width * height), `${name} looks different`).toBeLessThan(TOLERANCE)
}

describe.each(THEMES)('the theme %s', (theme) => {
  test.each(KINDS.flatMap((kind, at) => [false, true].map((isDark) => [kind, isDark ? 'dark' : 'light', at] as const)))(
    'shows %s, %s',
    async (kind, scheme, at) => {
      const page = await open(`${theme}.html#/${at}`, { viewport: { width: 512, height: 374 } }, scheme === 'dark')
      await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
      await compare(page, `${theme}/${kind}-${scheme}`)
    },
  )

  test('is read on a phone', async () => {
    await compare(await open(`${theme}.html`, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }), `${theme}/phone`)
  })

  test('is printed', async () => {
    const page = await open(`${theme}.html`, { viewport: { width: 1000, height: 729 }, deviceScaleFactor: 0.5 })
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.waitForSelector('.on-paper')
    await compare(page, `${theme}/paper`)
  })
})

test.each(['light', 'dark'] as const)('the index, %s', async (colorScheme) => {
  await compare(await open('index.html', { viewport: { width: 640, height: 480 }, colorScheme }), `index-${colorScheme}`)
})
