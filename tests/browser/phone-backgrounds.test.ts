import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const SLIDES = [
  '<!-- .slide: data-background="./photo.webp" -->',
  '<!-- .slide: data-background-color="#204060" -->\n\nBlue',
  '<!-- .slide: data-background="linear-gradient(red, blue)" -->\n\nGradient',
  'Plain',
  '<div class="r-stack">\n<p id="one">One</p>\n<p id="two" class="fragment">Two</p>\n</div>',
]
const SIZED = [
  '<!-- .slide: data-background="./photo.webp" data-background-size="40%" data-background-position="center 10%" data-background-opacity="0.5" -->\n\nLogo',
  '<!-- .slide: data-background="./photo.webp" data-background-size="60px 60px" data-background-repeat="repeat" -->\n\nTiles',
]
const deck = (options: string) => `---\nslideOptions:\n  theme: white\n${options}---\n\n${SLIDES.join('\n\n---\n\n')}\n`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-phone-'))
  writeFileSync(path.join(root, 'talk.md'), deck(''))
  writeFileSync(path.join(root, 'shared.md'), deck('  parallaxBackgroundImage: ./photo.webp\n'))
  writeFileSync(path.join(root, 'sized.md'), `---\ntype: slide\n---\n\n${SIZED.join('\n\n---\n\n')}\n`)
  cpSync(path.resolve('decks/clouds.webp'), path.join(root, 'photo.webp'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(name: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${site.url}${name}.html`, { waitUntil: 'networkidle' })
  return page
}

const backgrounds = (page: Page) =>
  page.locator('.slides > section').evaluateAll((slides) =>
    slides.map((slide) => {
      const background = slide.querySelector(':scope > .hr-background')
      const picture = background?.querySelector('img')
      const { backgroundColor, backgroundImage } = getComputedStyle(background ?? document.createElement('p'))
      return {
        picture: picture ? picture.naturalWidth > 0 && picture.getBoundingClientRect().height > 200 : false,
        colour: backgroundColor,
        image: backgroundImage.replace(/\(.*/s, ''),
        text: getComputedStyle(slide).color,
      }
    }),
  )

const NONE = { picture: false, colour: '', image: '', text: 'rgb(34, 34, 34)' }
const CLEAR = 'rgba(0, 0, 0, 0)'

test('in the narrow view a slide keeps its background, and a colour its colour of text', async () => {
  const page = await open('talk', 390)
  await page.waitForSelector('.hr-background', { state: 'attached' })
  expect(await backgrounds(page)).toEqual([
    { ...NONE, picture: true, colour: CLEAR, image: 'none' },
    { ...NONE, colour: 'rgb(32, 64, 96)', image: 'none', text: 'rgb(255, 255, 255)' },
    { ...NONE, colour: CLEAR, image: 'linear-gradient' },
    NONE,
    NONE,
  ])
  await page.context().close()
})

test('the image behind all slides is behind each', async () => {
  const page = await open('shared', 390)
  await page.waitForSelector('.hr-background', { state: 'attached' })
  expect((await backgrounds(page)).map(({ image }) => image)).toEqual(['none', 'none', 'linear-gradient', 'url', 'url'])
  await page.context().close()
})

test('they go when the view is no longer narrow', async () => {
  const page = await open('talk', 390)
  await page.waitForSelector('.hr-background', { state: 'attached' })
  await page.setViewportSize({ width: 1000, height: 700 })
  await page.waitForSelector('.reveal.ready')
  expect(await page.locator('.hr-background').count()).toBe(0)
  await page.context().close()
})

test('layers of a stack are one below the other in the narrow view and on paper, and one above the other on slides', async () => {
  const isBelow = (page: Page) =>
    page.evaluate(() => {
      const [one, two] = ['#one', '#two'].map((id) => document.querySelector(id)?.getBoundingClientRect())
      return (two?.top ?? 0) >= (one?.bottom ?? 0)
    })
  const phone = await open('talk', 390)
  expect(await isBelow(phone)).toBe(true)
  await phone.context().close()
  const page = await open('talk', 1000)
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  await page.goto(`${site.url}talk.html#/4`)
  await page.waitForSelector('section.present #one')
  expect(await isBelow(page)).toBe(false)
  await page.emulateMedia({ media: 'print' })
  await page.waitForSelector('.on-paper')
  expect(await isBelow(page)).toBe(true)
  await page.context().close()
})

test('an image with a size of its own keeps it on a phone and on paper', async () => {
  const sized = (page: Page) =>
    page.locator('.hr-background > span').evaluateAll((layers) =>
      layers.map((layer) => {
        const { backgroundSize, backgroundRepeat, backgroundPosition, opacity } = getComputedStyle(layer)
        const isLoaded = [...layer.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth > 0)
        return [backgroundSize, backgroundRepeat, backgroundPosition, opacity, layer.getBoundingClientRect().height > 200, isLoaded].join(
          ' ',
        )
      }),
    )
  const expected = ['40% auto no-repeat 50% 10% 0.5 true true', '60px 60px repeat 50% 50% 1 true true']
  const phone = await open('sized', 390)
  await phone.waitForSelector('.hr-background', { state: 'attached' })
  await expect.poll(() => sized(phone)).toEqual(expected)
  const paper = await open('sized', 1200)
  await paper.emulateMedia({ media: 'print' })
  await expect.poll(() => sized(paper)).toEqual(expected)
})
