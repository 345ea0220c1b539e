import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'

const SLIDES = [
  '# A talk',
  '# Team IaaS\n\nnews',
  '# Budget\n\n- <!-- .element: class="fragment" --> one',
  '# Budget\n\nlast year',
  '# Größe\n\n[two](#/2)',
]
const deckOf = (slides: readonly string[]) => `---\nslideOptions:\n  transition: none\n---\n\n${slides.join('\n\n---\n\n')}\n`

let browser: Browser
let root: string
let built: ServedSite & { readonly folder: string }

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-addresses-'))
  writeFileSync(path.join(root, 'talk.md'), deckOf(SLIDES))
  built = await serveBuilt(root)
})

afterAll(async () => {
  await built.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function openAt(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', ...options })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('.viewer', { state: 'attached' })
  return page
}

const shows = (page: Page, text: string) =>
  expect.poll(() => page.locator('.slides > section.present').innerText()).toMatch(new RegExp(`^${text}`))
const hashIs = (page: Page, hash: string) => expect.poll(() => new URL(page.url()).hash).toBe(hash)
const flashed = (page: Page) => page.locator('.flash').innerText()

describe.each([
  ['under a path', () => built.url],
  ['from disk', () => `${pathToFileURL(built.folder).href}/`],
])('the address of a slide, %s', (_, folder) => {
  test('names it, and leads to it again; that of the first is that of the deck', async () => {
    const page = await openAt(`${folder()}talk.html`)
    await hashIs(page, '#/')
    await page.keyboard.press('ArrowRight')
    await hashIs(page, '#/team-iaas')
    await page.keyboard.press('End')
    await hashIs(page, '#/grosse')
    await page.reload()
    await shows(page, 'Größe')
    await page.getByText('two').click()
    await shows(page, 'Budget\none')
    await hashIs(page, '#/budget-one/0')
    await page.goBack()
    await shows(page, 'Größe')
    await page.context().close()
  })

  test.each([
    ['#/3', 'Budget\n\nlast year'],
    ['#/Team-IaaS', 'Team IaaS'],
    ['#Team-IaaS', 'Team IaaS'],
    ['#/budget-last-year', 'Budget\n\nlast year'],
    ['#/budget-one/0', 'Budget\none'],
  ])('as HedgeDoc writes it works, too: %s', async (hash, text) => {
    const page = await openAt(`${folder()}talk.html${hash}`)
    await shows(page, text)
    expect(await page.locator('.flash').count()).toBe(0)
    await page.context().close()
  })
})

describe('an address of a slide that is gone', () => {
  test.each([
    ['#/team-iaas-time-for-action', 'Team IaaS', 'That slide is no longer in this deck. This is the most similar one.'],
    ['#/BUDGET-last', 'Budget\n\nlast year', 'That slide is no longer in this deck. This is the most similar one.'],
    ['#/nothing', 'A talk', 'That slide is no longer in this deck.'],
    ['#/99', 'Größe', 'That slide is no longer in this deck.'],
  ])('shows the most similar one and says so: %s', async (hash, text, said) => {
    const page = await openAt(`${built.url}talk.html${hash}`)
    await shows(page, text)
    expect(await flashed(page)).toBe(said)
    await expect.poll(() => page.locator('.announcer').innerText()).toBe(said)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.context().close()
  })

  test('does so in a deck that is open, where the back button still leads back', async () => {
    const page = await openAt(`${built.url}talk.html#/grosse`)
    await page.evaluate(() => (location.hash = '#/team'))
    await shows(page, 'Team IaaS')
    await page.goBack()
    await shows(page, 'Größe')
    await page.evaluate(() => (location.hash = '#/nothing'))
    await expect.poll(() => page.locator('.flash').last().innerText()).toBe('That slide is no longer in this deck.')
    await shows(page, 'Größe')
    await page.context().close()
  })
})

test('on a phone, an address scrolls to its slide', async () => {
  const page = await openAt(`${built.url}talk.html#/budget-last-year`, { viewport: { width: 390, height: 500 } })
  await expect
    .poll(() => page.locator('#budget-last-year').evaluate((slide) => scrollY > 0 && slide.getBoundingClientRect().top < 400))
    .toBe(true)
  await page.context().close()
})

test('the reading view has the same names, and links to the slides', async () => {
  const page = await browser.newPage()
  await page.goto(`${built.url}talk.read.html#budget-last-year`)
  await page.locator('#budget-last-year a[href="talk.html#/budget-last-year"]').click()
  await shows(page, 'Budget\n\nlast year')
  await page.context().close()
})

test('while a heading is written, its slide stays, and the address follows', async () => {
  const dev = await serveDev(root)
  const page = await openAt(`${dev.url}talk.html#/team-iaas`)
  await shows(page, 'Team IaaS')
  await page.$eval('#team-iaas', (slide) => slide.setAttribute('data-mark', ''))
  writeFileSync(path.join(root, 'talk.md'), deckOf(SLIDES.map((slide) => slide.replace('IaaS', 'IaaS again'))))
  await page.waitForSelector('#team-iaas-again.present')
  expect(await page.locator('#team-iaas-again[data-mark]').count()).toBe(1)
  await hashIs(page, '#/team-iaas-again')
  await page.context().close()
  await dev.close()
})
