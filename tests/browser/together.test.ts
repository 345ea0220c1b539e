import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { deckAt, openTalk, speakerAt } from './open-talk.ts'
import { recordFilm } from './record-film.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

// Every way to move, and all that plays, in one deck.
const TALK = `---
title: All together
lang: en
slideOptions:
  theme: white
  autoSlide: 700
---

# Start

[to the sound](#/3)

---

<!-- .slide: data-auto-animate -->

## Grows

- one <!-- .element: class="fragment" -->

----

<!-- .slide: data-auto-animate -->

## Grows

- one
- two <!-- .element: class="fragment" -->

---

<!-- .slide: data-background-video="./film.webm" -->

## Films

<video id="silent" data-autoplay muted loop src="./film.webm"></video>
<video id="loud" data-autoplay src="./film.webm"></video>

- step <!-- .element: class="fragment" -->

---

## Sound

<audio id="sound" data-autoplay src="./sound.wav"></audio>
<video id="plain" controls loop muted src="./film.webm"></video>

---

<!-- .slide: data-autoslide="100" -->

## End
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-together-'))
  writeFileSync(path.join(root, 'talk.md'), TALK)
  writeFileSync(path.join(root, 'calm.md'), TALK.replace('autoSlide: 700', 'autoPlayMedia: true'))
  writeFileSync(path.join(root, 'film.webm'), Buffer.from(await recordFilm(browser), 'base64'))
  writeFileSync(path.join(root, 'sound.wav'), silence(2))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

function silence(seconds: number): Buffer {
  const rate = 8000
  const header = Buffer.alloc(44)
  header.write('RIFF')
  header.writeUInt32LE(36 + seconds * rate, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(seconds * rate, 40)
  return Buffer.concat([header, Buffer.alloc(seconds * rate, 128)])
}

const isPlaying = (page: Page, selector: string) =>
  page.$eval(selector, (medium) => medium instanceof HTMLMediaElement && !medium.paused && !medium.ended)
const start = (page: Page, selector: string) =>
  page.$eval(selector, async (medium) => {
    if (medium instanceof HTMLMediaElement) await medium.play()
  })
const plays = (page: Page, selector: string, playing = true) => expect.poll(() => isPlaying(page, selector)).toBe(playing)

test('a deck goes on by itself through steps, stacks and what moves, and stops for whoever takes over', async () => {
  const context = await browser.newContext()
  const { page, faults } = await watchPage(context, new URL(site.url).origin)
  await page.goto(`${site.url}talk.html`)
  for (const place of ['1/0/-1', '1/0/0', '1/1/-1', '1/1/0', '2/0/-1']) await deckAt(page, place)
  await page.keyboard.press('ArrowLeft')
  await deckAt(page, '1/1/0')
  // It would have gone on by now.
  await page.waitForTimeout(1000)
  await deckAt(page, '1/1/0')
  await page.keyboard.press('a')
  await deckAt(page, '2/0/-1')
  for (const place of ['2/0/0', '3/0', '4/0']) await deckAt(page, place)
  expect(faults).toEqual([])
  await context.close()
})

test('only what is silent starts by itself, and all of it stops when its slide is left', async () => {
  const context = await browser.newContext()
  const { page, faults } = await watchPage(context, new URL(site.url).origin)
  for (const name of ['talk', 'calm']) {
    // Before it moves by itself: the files that it shows may take longer than that.
    await page.goto(`${site.url}${name}.html`, { waitUntil: 'commit' })
    await page.waitForSelector('.reveal.ready')
    // With sound allowed, as for whoever has clicked or struck a key.
    for (const place of ['1/0/-1', '1/0/0', '2/0/-1']) {
      await page.keyboard.press('ArrowRight')
      await deckAt(page, place)
    }
    await plays(page, '#silent')
    await plays(page, '.slide-background.present video')
    expect(await page.$eval('.slide-background.present video', (video) => video instanceof HTMLVideoElement && video.muted)).toBe(true)
    expect(await isPlaying(page, '#loud')).toBe(false)
    expect(await page.$eval('#loud', (video) => video instanceof HTMLVideoElement && video.controls && !video.muted)).toBe(true)
    // Whoever wants to hear it starts it.
    await start(page, '#loud')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '3/0')
    for (const id of ['#silent', '#loud']) await plays(page, id, false)
    expect(await isPlaying(page, '#sound')).toBe(false)
    expect(await page.$eval('#sound', (sound) => sound instanceof HTMLAudioElement && sound.controls)).toBe(true)
    await plays(page, '#plain', name === 'calm')
    await start(page, '#sound')
    await plays(page, '#sound')
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '4/0')
    for (const id of ['#sound', '#plain']) await plays(page, id, false)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('the audience sees and hears all of it while the speaker leads, and the pictures of the speaker view are still', async () => {
  const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
  const now = speaker.frame({ name: 'hedgerow-now' })
  if (!now) throw new Error('no frame')
  // By itself, and the speaker sees it.
  await speaker.waitForFunction(() => /^Slide [2-6] of 6/.test(document.querySelector('.position')?.textContent ?? ''))
  // A frozen window stays.
  await speaker.keyboard.press('y')
  await speaker.waitForSelector('.status[data-state=apart]')
  const staysFor = async (time: number) => {
    const place = await deck.evaluate(() => location.hash)
    await deck.waitForTimeout(time)
    return (await deck.evaluate(() => location.hash)) === place
  }
  await expect.poll(() => staysFor(1500), { timeout: 10_000 }).toBe(true)
  await speaker.keyboard.press('y')
  // Who leads is not pushed.
  await speaker.keyboard.press('Home')
  await deckAt(deck, '0/0')
  await speaker.keyboard.press('g')
  await speaker.keyboard.type('Films')
  await speaker.keyboard.press('Enter')
  await deckAt(deck, '2/0/-1')
  await plays(deck, '#silent')
  await deck.waitForTimeout(1000)
  await deckAt(deck, '2/0/-1')
  expect(await now.$$eval('video, audio', (media) => media.some((medium) => medium instanceof HTMLMediaElement && !medium.paused))).toBe(
    false,
  )
  await speaker.keyboard.press('Space')
  await deckAt(deck, '2/0/0')
  await plays(deck, '#silent')
  await speaker.keyboard.press('Home')
  await deckAt(deck, '0/0')
  await plays(deck, '#silent', false)
  await deck.click('section.present a')
  await deckAt(deck, '3/0')
  await speakerAt(speaker, 'Slide 5 of 6: Sound')
  await speaker.keyboard.press('PageUp')
  await speaker.keyboard.press('PageUp')
  await speaker.keyboard.press('PageUp')
  await deckAt(deck, '1/1/0')
  expect(faults).toEqual([])
  await context.close()
})

test('nothing moves by itself for whoever prefers that', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const { page, faults } = await watchPage(context, new URL(site.url).origin)
  await page.goto(`${site.url}calm.html#/2`)
  await page.waitForSelector('.reveal.ready')
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#silent')?.readyState ?? 0) > 1)
  expect(await page.$$eval('video', (videos) => videos.some((video) => !video.paused))).toBe(false)
  expect(faults).toEqual([])
  await context.close()
})

test('a clicker and a finger move both windows', async () => {
  const { context, deck, speaker, faults } = await openTalk(browser, `${site.url}calm.html`, {
    viewport: { width: 844, height: 390 },
    hasTouch: true,
    isMobile: true,
  })
  for (const [key, place] of [
    ['PageDown', '1/0/-1'],
    ['PageDown', '1/0/0'],
    ['PageUp', '1/0/-1'],
  ] as const) {
    await deck.keyboard.press(key)
    await deckAt(deck, place)
  }
  await speakerAt(speaker, 'Slide 2 of 6: Grows. Step 0 of 1')
  const client = await context.newCDPSession(deck)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 200 }] })
  await touch('touchStart', 600)
  for (const x of [500, 400, 300]) await touch('touchMove', x)
  await touch('touchEnd', 300)
  await deckAt(deck, '1/0/0')
  await speakerAt(speaker, 'Slide 2 of 6: Grows. Step 1 of 1')
  // The key of a black screen on most clickers.
  await deck.keyboard.press('.')
  await speaker.waitForSelector('.status[data-state=apart]')
  // What their start key sends loads the page again: the slide stays.
  await deck.reload()
  await deckAt(deck, '1/0/0')
  expect(faults).toEqual([])
  await context.close()
})
