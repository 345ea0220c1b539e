import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const deck = (css: string) =>
  `---\nslideOptions:\n  theme: white\n  controls: false\n  progress: false\n  slideNumber: false\n---\n\n<style>\n${css}\n</style>\n\nText\n\n---\n\n<!-- .slide: data-background-color="#0000ff" -->\n\nMore\n`
const DECKS = {
  reveal: '.reveal { background: #ff0000; }',
  body: 'body { background-color: #ff0000; }',
  token: ':root { --r-background-color: #ff0000; }',
  pair: '.reveal { background: #ff0000; color: #ffffff; }',
}
const RED = [255, 0, 0]
const BLUE = [0, 0, 255]

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-background-'))
  for (const [name, css] of Object.entries(DECKS)) writeFileSync(path.join(root, `${name}.md`), deck(css))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(address: string, options: BrowserContextOptions = {}, scheme?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 500 }, reducedMotion: 'reduce', ...options })
  await context.addInitScript((chosen) => chosen && localStorage.setItem('hedgerow-scheme', chosen), scheme)
  const page = await context.newPage()
  await page.goto(site.url + address, { waitUntil: 'networkidle' })
  return page
}

// The colours of the page a little inside each side.
async function edges(page: Page): Promise<readonly number[][]> {
  const { data, width, height } = PNG.sync.read(await page.screenshot())
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
  return [at(3, height >> 1), at(width - 4, height >> 1), at(width >> 1, 3), at(width >> 1, height - 4)]
}

test.each(Object.keys(DECKS))('a background of the whole deck (%s) fills the window, below those of slides', async (name) => {
  const page = await open(`${name}.html`)
  await page.waitForSelector('.reveal.ready')
  expect(await edges(page)).toEqual([RED, RED, RED, RED])
  await page.goto(`${site.url}${name}.html#/1`)
  await page.waitForSelector('section.present:nth-child(2)')
  expect(await edges(page)).toEqual([BLUE, BLUE, BLUE, BLUE])
  await page.context().close()
})

test('it is there in the narrow view and on paper', async () => {
  const phone = await open('reveal.html', { viewport: { width: 390, height: 844 } })
  expect((await edges(phone)).slice(0, 2)).toEqual([RED, RED])
  await phone.context().close()
  const paper = await open('reveal.html')
  await paper.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  await paper.emulateMedia({ media: 'print' })
  await paper.waitForSelector('.on-paper')
  const backgrounds = await paper
    .locator('.slides section > .hr-background')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  expect(backgrounds).toEqual(['rgb(255, 0, 0)', 'rgb(255, 0, 0)', 'rgb(0, 0, 255)'])
  await paper.context().close()
})

test('in the other scheme it stays only where the author chose the colour of the text for it', async () => {
  const alone = await open('reveal.html', {}, 'dark')
  await alone.waitForSelector('.reveal.ready')
  expect((await edges(alone))[0]).not.toEqual(RED)
  await alone.context().close()
  const pair = await open('pair.html', {}, 'dark')
  await pair.waitForSelector('.reveal.ready')
  expect((await edges(pair))[0]).toEqual(RED)
  await pair.context().close()
})
