import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { recordFilm } from './record-film.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const DECK = `---
slideOptions:
  theme: black
---

<!-- .slide: data-background-video="./film.webm" data-background-video-loop="true" -->

# Film

---

![](shape.svg)

---

<video id="film" src="./film.webm" autoplay muted loop><track kind="captions" label="English" srclang="en" src="./film.vtt"></video>

---

<video id="loud" src="./film.webm" autoplay></video>
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-media-'))
  writeFileSync(path.join(root, 'talk.md'), DECK)
  writeFileSync(
    path.join(root, 'shape.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>',
  )
  writeFileSync(path.join(root, 'film.webm'), Buffer.from(await recordFilm(browser), 'base64'))
  writeFileSync(path.join(root, 'film.vtt'), 'WEBVTT\n\n00:00.000 --> 00:10.000\nA caption\n')
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 500 }, ...options })
  const page = await context.newPage()
  await page.goto(`${site.url}talk.html${hash}`, { waitUntil: 'networkidle' })
  return page
}

test('a video behind a slide covers the window', async () => {
  const page = await open('')
  const video = page.locator('.slide-background.present video')
  await video.waitFor({ state: 'attached' })
  expect(await video.boundingBox()).toEqual({ x: 0, y: 0, width: 1200, height: 500 })
  await page.context().close()
})

test('an SVG with proportions alone is as wide as the slide', async () => {
  const page = await open('#/1')
  await page.waitForSelector('.reveal.ready section.present img')
  expect(await page.locator('section.present img').evaluate((image: HTMLElement) => [image.offsetWidth, image.offsetHeight])).toEqual([
    960, 480,
  ])
  await page.context().close()
})

test('a video with autoplay starts when its slide is shown, without sound alone', async () => {
  const page = await open('#/1')
  await page.waitForSelector('.reveal.ready')
  const isPaused = (id: string) =>
    page.locator(id).evaluate((video: HTMLVideoElement) => [video.paused, video.currentTime === 0, video.controls])
  expect(await isPaused('#film')).toEqual([true, true, false])
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#film')?.paused === false)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#film')?.paused === true)
  expect(await isPaused('#loud')).toEqual([true, true, true])
  await page.context().close()
})

const isPlaying = (selector: string) => {
  const video = document.querySelector<HTMLVideoElement>(selector)
  return video !== null && !video.paused
}

test('a button stops what plays by itself, on the slides after it too; so does a black screen', async () => {
  const page = await open('')
  const behind = '.slide-background.present video'
  await page.waitForFunction(isPlaying, behind)
  await page.getByRole('button', { name: 'Pause video' }).click()
  expect(await page.evaluate(isPlaying, behind)).toBe(false)
  await page.keyboard.press('ArrowRight')
  await page.locator('.viewer-films').waitFor({ state: 'hidden' })
  await page.keyboard.press('ArrowRight')
  const go = page.getByRole('button', { name: 'Play video' })
  await go.waitFor()
  expect(await page.evaluate(isPlaying, '#film')).toBe(false)
  await go.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(isPlaying, '#film')
  const tracks = page.locator('#film').evaluate((video: HTMLVideoElement) => [...video.textTracks].map(({ kind, label }) => [kind, label]))
  expect(await tracks).toEqual([['captions', 'English']])
  expect((await page.request.get(`${site.url}film.vtt`)).ok()).toBe(true)
  await page.keyboard.press('b')
  expect(await page.evaluate(isPlaying, '#film')).toBe(false)
  await page.keyboard.press('b')
  await page.waitForFunction(isPlaying, '#film')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await go.waitFor()
  expect(await page.evaluate(isPlaying, '#film')).toBe(false)
  await page.context().close()
})

test('with less motion, films wait for the button', async () => {
  const page = await open('#/2', { reducedMotion: 'reduce' })
  const go = page.getByRole('button', { name: 'Play video' })
  await go.waitFor()
  expect(await page.evaluate(isPlaying, '#film')).toBe(false)
  await go.click()
  await page.waitForFunction(isPlaying, '#film')
  await page.context().close()
})

test('in the narrow view it starts when it is in the window', async () => {
  const page = await open('', { viewport: { width: 390, height: 500 } })
  const isPaused = async () => page.locator('#film').evaluate((video: HTMLVideoElement) => video.paused)
  expect(await isPaused()).toBe(true)
  await page.locator('#film').scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#film')?.paused === false)
  await page.getByRole('button', { name: 'Pause video' }).click()
  expect(await page.evaluate(isPlaying, '#film')).toBe(false)
  await page.context().close()
})
