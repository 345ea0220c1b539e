import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { comparePicture, compareShot, shoot } from './compare-picture.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// Pictures of how slides look. After a change that is meant: npm run looks, and look at them.
const pictures = fileURLToPath(new URL('looks/', import.meta.url))
// Of the slides in deck.md, by their addresses.
const KINDS = {
  title: '0',
  divider: '1',
  opener: '2',
  text: '2/1',
  figure: '3',
  exhibit: '4',
  picture: '5',
  names: '6',
  quote: '7',
  columns: '8',
  table: '9',
  code: '10',
  boxes: '11',
  end: '12',
} as const
type Kind = keyof typeof KINDS
const ALL = Object.keys(KINDS) as Kind[]
const LOOKS: readonly {
  readonly name: string
  readonly brand: boolean
  readonly light: readonly Kind[]
  readonly dark: readonly Kind[]
}[] = [
  { name: 'scs', brand: true, light: ALL, dark: ['title', 'divider', 'opener', 'text', 'table', 'code', 'end'] },
  {
    name: 'hawthorn',
    brand: true,
    light: ALL.filter((kind) => kind !== 'picture'),
    dark: ['divider', 'opener', 'text', 'table', 'code', 'end'],
  },
  { name: 'scs-2025', brand: true, light: ['title', 'divider', 'opener', 'end'], dark: ['text'] },
  // On top of nothing a theme lays out slides as HedgeDoc does.
  { name: 'scs', brand: false, light: ['title', 'text'], dark: ['text'] },
  { name: 'hawthorn', brand: false, light: ['title', 'text'], dark: ['text'] },
]

let browser: Browser
const open: string[] = []
const sites = new Map<string, ServedSite>()

beforeAll(async () => {
  browser = await launchChromium()
  const deck = readFileSync(path.join(pictures, 'deck.md'), 'utf8')
  for (const brand of ['none', ...LOOKS.filter((look) => look.brand).map(({ name }) => name)]) {
    const root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-looks-'))
    open.push(root)
    for (const theme of brand === 'none' ? ['scs', 'hawthorn'] : ['white']) {
      writeFileSync(path.join(root, brand === 'none' ? `${theme}.md` : 'deck.md'), deck.replace('THEME', theme))
    }
    writeFileSync(path.join(root, 'site.yaml'), `brand: ${brand}\n`)
    cpSync(path.resolve('decks/clouds.webp'), path.join(root, 'photo.webp'))
    cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
    sites.set(brand, await serveBuilt(root))
  }
})

afterAll(async () => {
  for (const site of sites.values()) await site.close()
  await browser.close()
  for (const root of open) rmSync(root, { recursive: true })
})

async function openPage(address: string, options: BrowserContextOptions, isDark = false): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
  await context.addInitScript((dark) => dark && localStorage.setItem('hedgerow-scheme', 'dark'), isDark)
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(async (hash) => {
    location.hash = `#/${hash}`
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all([...document.querySelectorAll<HTMLImageElement>('.slides .present img[src]')].map((image) => image.decode()))
  }, address)
}

// The window that people have, as small as a thumbnail.
const WINDOW = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.4 }

describe.each(LOOKS)('$name (as a brand: $brand)', ({ name, brand, ...kinds }) => {
  const folder = `${pictures}${brand ? 'brand' : 'theme'}-${name}/`
  const address = () => (sites.get(brand ? name : 'none')?.url ?? '') + (brand ? 'deck.html' : `${name}.html`)

  test.each(['light', 'dark'] as const)('shows each kind of slide, %s', async (scheme) => {
    const page = await openPage(address(), WINDOW, scheme === 'dark')
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    const shots: (readonly [Kind, Buffer])[] = []
    for (const kind of kinds[scheme]) {
      await goTo(page, KINDS[kind])
      shots.push([kind, await shoot(page)])
    }
    await page.context().close()
    for (const [kind, shot] of shots) compareShot(shot, `${folder}${kind}-${scheme}.png`)
  })

  test.runIf(kinds.light.includes('names'))('is read on a phone', async () => {
    const page = await openPage(address(), { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
    await comparePicture(page, `${folder}phone.png`)
  })

  test.runIf(kinds.light.includes('names'))('is printed', async () => {
    const page = await openPage(address(), { ...WINDOW, viewport: { width: 1280, height: 1444 } })
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.waitForSelector('.on-paper')
    await comparePicture(page, `${folder}paper.png`)
  })
})

test.each(['light', 'dark'] as const)('the index, %s', async (colorScheme) => {
  await comparePicture(
    await openPage(`${sites.get('none')?.url}index.html`, { viewport: { width: 640, height: 480 }, colorScheme }),
    `${pictures}index-${colorScheme}.png`,
  )
})
