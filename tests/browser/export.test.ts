import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { ownAttacks } from '../support/own-attacks.ts'
import { readAttacks } from '../support/read-attacks.ts'
import { accessibleNames } from './accessible-names.ts'
import { exportDeck } from './export/export-deck.ts'
import { readDeck } from './export/read-deck.ts'
import { deckAt, inStep, openTalk, speakerAt } from './open-talk.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt } from './serve-site.ts'
import { type WatchedPage, watchPage } from './watch-page.ts'

const { HEDGEROW_CORPUS: corpus, HEDGEROW_PAYLOADS: payloads } = process.env
const TALK = `---
title: Talk
lang: en
slideOptions:
  theme: white
---

# One

Note: Say *hello*.

---

# Steps

<!-- .slide: data-background-image="dusk.webp" -->

- a <!-- .element: class="fragment" -->
- b <!-- .element: class="fragment" -->

----

# Below

[to the steps](#/1) [a file](leaf.svg) ![leaf](leaf.svg)

---

# End

<audio src="beep.wav" controls></audio>
`

const COVER = '---\ntype: slide\nbrand: scs\n---\n\n<!-- .slide: data-background-image="dusk.webp" -->\n\n# A talk\n\n---\n\n# After\n'

let browser: Browser
let holder: string
let file: string

/** A short sound: a header, and nothing that is heard. */
function silence(): Buffer {
  const wav = Buffer.alloc(44 + 800)
  wav.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1')
  for (const [at, value] of [
    [4, 836],
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, 800],
  ] as const)
    wav.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wav.writeUInt16LE(value, at)
  wav.write('data', 36, 'latin1')
  return wav.fill(128, 44)
}

beforeAll(async () => {
  browser = await launchChromium()
  holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-exported-'))
  cpSync(path.resolve('decks'), path.join(holder, 'decks'), { recursive: true })
  writeFileSync(path.join(holder, 'decks/talk.md'), TALK)
  writeFileSync(path.join(holder, 'decks/beep.wav'), silence())
  writeFileSync(path.join(holder, 'decks/cover.md'), COVER)
  for (const deck of ['talk', 'guide', 'cover']) exportDeck(holder, [`decks/${deck}.md`, '--single-file'])
  file = path.join(holder, 'export/talk/talk.html')
})

afterAll(async () => {
  await browser.close()
  rmSync(holder, { recursive: true })
})

/** Opens a file with the network off. */
async function open(of: string, options: BrowserContextOptions = {}): Promise<WatchedPage & { readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', reducedMotion: 'reduce', ...options })
  await context.setOffline(true)
  const address = pathToFileURL(of).href
  const watched = await watchPage(context, address)
  await watched.page.goto(address)
  await watched.page.waitForSelector('.viewer', { state: 'attached' })
  return { ...watched, context }
}

/** Whether each slide has a place of its own in the page. */
const shownIn = (slides: Locator) =>
  slides.evaluateAll((all) =>
    all.map((slide, index) => {
      const before = all[index - 1]?.getBoundingClientRect().bottom ?? -1
      return slide.checkVisibility() && slide.getBoundingClientRect().top >= before
    }),
  )

describe('a deck as a single file, opened from disk without a network', () => {
  test('asks for nothing but itself, and breaks no rule of its policy', async () => {
    const { page, context, requests, faults } = await open(file)
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    for (const place of ['#/1', '#/1/1', '#/2']) {
      await page.evaluate((hash) => (location.hash = hash), place)
      await page.waitForFunction(() => document.querySelector('.slides section.present:not(.stack)') !== null)
    }
    expect([...new Set(requests.filter((address) => !/^(data|blob):/.test(address)))]).toEqual([pathToFileURL(file).href])
    expect(faults).toEqual([])
    await context.close()
  })

  test('goes on by key, by steps, and by its links', async () => {
    const { page, context } = await open(file)
    await page.keyboard.press('ArrowRight')
    await deckAt(page, '1/0/-1')
    await page.keyboard.press('Space')
    await deckAt(page, '1/0/0')
    await page.keyboard.press('Space')
    await deckAt(page, '1/0/1')
    await page.keyboard.press('ArrowDown')
    await deckAt(page, '1/1')
    await page.click('.present a[href="#/1"]')
    await deckAt(page, '1/0/1')
    await page.reload()
    await deckAt(page, '1/0/1')
    await context.close()
  })

  test('shows notes, keys, slides to jump to, and its picture large', async () => {
    const { page, context, faults } = await open(file)
    await page.keyboard.press('n')
    await page.waitForFunction(() => document.querySelector('.stage-notes')?.textContent?.includes('Say hello.') === true)
    await page.keyboard.press('n')
    await page.waitForSelector('.stage-notes', { state: 'detached' })
    for (const [key, says] of [
      ['?', 'Keyboard shortcuts'],
      ['g', 'Below'],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForFunction((text) => document.querySelector('dialog[open]')?.textContent?.includes(text) === true, says)
      await page.keyboard.press('Escape')
      await page.waitForSelector('dialog', { state: 'detached' })
    }
    await page.evaluate(() => (location.hash = '#/1/1'))
    await deckAt(page, '1/1')
    await page.keyboard.press('e')
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('dialog[open] img')?.naturalWidth ?? 0) > 0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('is its own reading view, by key, which leads back to the slides', async () => {
    const { page, context, faults, requests } = await open(file)
    const address = pathToFileURL(file).href
    await page.keyboard.press('r')
    await page.waitForURL((url) => url.search === '?read')
    await page.waitForSelector('.viewer-present')
    const slides = page.locator('.slides section:not(.stack)')
    expect(await shownIn(slides)).toEqual(Array.from({ length: await slides.count() }, () => true))
    expect(await page.locator('.viewer-read').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280)
    expect(await accessibleNames(page, 'group')).toContain('Slide 2 of 4: Steps')
    await page.reload()
    expect(await shownIn(slides)).not.toContain(false)
    await page.click('.viewer-present')
    await page.waitForURL((url) => url.search === '')
    await page.waitForSelector('.reveal.ready')
    expect([...new Set(requests.filter((url) => !/^(data|blob):/.test(url)))]).toEqual([address, `${address}?read`])
    expect(faults).toEqual([])
    await context.close()
  })

  test('has its cover beside the title in a wide reading view, and above it on a phone', async () => {
    for (const [width, isBeside] of [
      [1280, true],
      [800, true],
      [390, false],
    ] as const) {
      const cover = path.join(holder, 'export/cover/cover.html')
      const { page, context } = await open(cover, { viewport: { width, height: 720 } })
      await page.goto(`${pathToFileURL(cover).href}?read`)
      const picture = await page.locator('.hr-background').first().boundingBox()
      const title = await page.locator('.slides h1').first().boundingBox()
      await context.close()
      if (!picture || !title) throw new Error('the cover is not shown')
      expect(picture.width / picture.height, String(width)).toBeCloseTo(16 / 9, 1)
      expect(title.x + title.width <= picture.x, String(width)).toBe(isBeside)
      expect(title.y >= picture.y + picture.height, String(width)).toBe(!isBeside)
      expect(picture.width).toBeLessThanOrEqual(475)
    }
  })

  test('shows all slides without a script, and on a narrow phone, where it offers no second text', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 720 } })
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    expect(await shownIn(page.locator('.slides section:not(.stack)'))).not.toContain(false)
    await context.close()
    const phone = await open(file, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
    await phone.page.waitForSelector('.viewer-present')
    expect(await shownIn(phone.page.locator('.slides section:not(.stack)'))).not.toContain(false)
    expect(await phone.page.locator('.viewer-read').count()).toBe(0)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(phone.faults).toEqual([])
    await phone.context.close()
  })

  test('is its own speaker view, in step both ways and after a reload', async () => {
    const { context, deck, speaker, faults } = await openTalk(browser, pathToFileURL(file).href)
    expect(await speaker.title()).toBe('Speaker view')
    await speaker.keyboard.press('ArrowRight')
    await deckAt(deck, '1/0/-1')
    await deck.keyboard.press('Space')
    await speakerAt(speaker, 'Slide 2 of 4: Steps. Step 1 of 2')
    for (const page of [deck, speaker]) await page.reload()
    await inStep(speaker)
    await speakerAt(speaker, 'Slide 2 of 4: Steps. Step 1 of 2')
    await speaker.keyboard.press('End')
    await deckAt(deck, '2/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('prints each slide on a page, with what is behind it', async () => {
    const { page, context, faults } = await open(file)
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.hr-background img')?.naturalWidth ?? 0) > 0)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4)
    expect(faults).toEqual([])
    await context.close()
  })

  test('plays its sounds', async () => {
    const { page, context } = await open(file)
    await page.waitForFunction(() => document.querySelector('audio')?.src.startsWith('blob:') === true)
    await page.evaluate(() => document.querySelector('audio')?.load())
    await page.waitForFunction(() => (document.querySelector('audio')?.duration ?? 0) > 0.05)
    await context.close()
  })

  test('gives its source and the files that it links to', async () => {
    const { page, context } = await open(file, { acceptDownloads: true })
    await page.mouse.move(300, 300)
    await page.click('.viewer-others')
    const [source] = await Promise.all([page.waitForEvent('download'), page.click('.viewer-source')])
    expect(source.suggestedFilename()).toBe('talk.md')
    expect(readFileSync(await source.path(), 'utf8')).toBe(TALK)
    await page.evaluate(() => (location.hash = '#/1/1'))
    await deckAt(page, '1/1')
    const [leaf] = await Promise.all([page.waitForEvent('download'), page.click('.present a[download]')])
    expect(leaf.suggestedFilename()).toBe('leaf.svg')
    await context.close()
  })

  test.each(['light', 'dark'] as const)('has nothing for axe to find in %s colours', async (scheme) => {
    const { page, context } = await open(file, { bypassCSP: true })
    await page.evaluate((chosen) => (document.documentElement.dataset['scheme'] = chosen), scheme)
    for (const place of ['#/', '#/1/1', '#/2']) {
      await page.evaluate((hash) => (location.hash = hash), place)
      const { violations, passes } = await runAxe(page, { include: ['html'] }, WCAG)
      expect(violations).toEqual([])
      expect(passes).toBeGreaterThan(5)
    }
    await context.close()
  })

  test('reads as a document on a phone, and its slides can be read without scripts', async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    const page = await phone.newPage()
    await page.goto(pathToFileURL(file).href)
    expect(await page.textContent('.slides')).toContain('to the steps')
    expect(await page.$eval('.slides img', (image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    await phone.close()
  })
})

test('the same deck gives the same archive to the last byte', () => {
  exportDeck(holder, ['decks/guide.md', '--single-file', '--out', 'again'])
  for (const name of ['guide.html', 'manifest.json', '.hedgerow.json', 'source/guide.md'])
    expect(readFileSync(path.join(holder, 'again/guide', name)).equals(readFileSync(path.join(holder, 'export/guide', name)))).toBe(true)
})

describe('slide by slide, a single file is what the page of the site is', () => {
  async function compare(decks: string, id: string, single: string): Promise<number> {
    const site = await serveBuilt(decks)
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${site.url}${id}.html`)
    const expected = await readDeck(page)
    const { page: own, context: offline, faults } = await open(single)
    const found = await readDeck(own)
    expect(found).toEqual(expected)
    expect(faults).toEqual([])
    for (const place of ['#/0', '#/1', '#/3']) {
      for (const shown of [own, page]) await shown.evaluate((hash) => (location.hash = hash), place)
      const look = () => Promise.all([own, page].map((shown) => shown.screenshot({ animations: 'disabled' })))
      // What is behind a slide comes a moment later.
      await expect
        .poll(async () => look().then(([here, there]) => there && here?.equals(there)), { message: `${place} looks the same` })
        .toBe(true)
    }
    await context.close()
    await offline.close()
    await site.close()
    return expected.length
  }

  test('of the guide', async () => {
    expect(await compare(path.resolve('decks'), 'guide', path.join(holder, 'export/guide/guide.html'))).toBeGreaterThan(30)
  })

  test.skipIf(corpus === undefined).each(['community-call/20240822', 'community-call/20240926', 'training/03-architecture'])(
    'of the real deck %s (set HEDGEROW_CORPUS)',
    async (id) => {
      const decks = path.join(holder, 'real')
      cpSync(corpus ?? '', decks, { recursive: true, filter: (name) => !name.includes(`${path.sep}reference`) })
      // With copies, a browser takes their widths for the own ones of pictures, which are compared here.
      writeFileSync(path.join(decks, 'site.yaml'), 'brand: scs\ninclude: [training]\npictures: original\n')
      exportDeck(holder, [`real/${id}.md`, '--single-file'])
      const name = id.split('/').at(-1) ?? ''
      expect(await compare(decks, id, path.join(holder, 'export', id.replace('/', '-'), `${name}.html`))).toBeGreaterThan(5)
    },
  )
})

test('a site that offers single files has a button for that in the bar of each deck, which says how large the file is', async () => {
  const decks = path.join(holder, 'offered')
  cpSync(path.join(holder, 'decks'), decks, { recursive: true })
  writeFileSync(path.join(decks, 'site.yaml'), 'singleFile: true\n')
  const site = await serveBuilt(decks)
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'de-DE', acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(`${site.url}talk.html`)
  const button = page.locator('.viewer-single')
  await button.waitFor({ state: 'attached' })
  const bytes = readFileSync(path.join(site.folder, 'talk.single.html')).length
  expect(await page.getAttribute('.viewer-read', 'href')).toBe(`${site.url}talk.read.html`)
  expect(await button.getAttribute('aria-label')).toBe(`Download as single HTML file (${Math.round(bytes / 1e3)} kB)`)
  // All buttons are in the language of the site, whatever the browser asks for.
  expect(await button.getAttribute('lang')).toBe('en')
  expect(await page.getAttribute('.viewer-help', 'aria-label')).toBe('Keyboard shortcuts')
  await page.mouse.move(300, 300)
  await page.click('.viewer-others')
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(file.suggestedFilename()).toBe('talk.single.html')
  expect(readFileSync(await file.path()).length).toBe(bytes)
  await context.close()
  await site.close()
})

test('what attackers write runs nothing in a single file, and asks nobody for anything', async () => {
  const attacks = [...ownAttacks, ...readAttacks(payloads, 9)].filter(
    ({ kind, markdown, files }) =>
      !/^(dos|frontmatter|yaml)$/.test(kind) && !files && !markdown.startsWith('---') && markdown.length < 20_000,
  )
  const folder = mkdtempSync(path.join(holder, 'attacks-'))
  const chunks = Array.from({ length: Math.ceil(attacks.length / 40) }, (_, index) => attacks.slice(index * 40, index * 40 + 40))
  for (const [index, chunk] of chunks.entries()) {
    const text = chunk.map(({ markdown }) => markdown).join('\n\n---\n\n')
    writeFileSync(path.join(folder, `a${index}.md`), `---\ntype: slide\n---\n\n# Harmless\n\n---\n\n${text}\n`)
    try {
      exportDeck(holder, [path.join(folder, `a${index}.md`), '--single-file', '--out', folder])
    } catch {
      // Its messages are errors; the file is written all the same.
    }
    const { page, context, requests, faults } = await open(path.join(folder, `a${index}`, `a${index}.html`))
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /pwned/i.test(name)))).toEqual([])
    expect(requests.filter((address) => !/^(data|blob):/.test(address))).toHaveLength(1)
    expect(faults).toEqual([])
    await context.close()
  }
  expect(attacks.length).toBeGreaterThanOrEqual(20)
})
