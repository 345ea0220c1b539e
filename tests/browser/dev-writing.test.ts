import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { makeFolder } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveDev, type ServedSite } from './serve-site.ts'

const HEAD = '---\ntype: slide\ntitle: A talk\nslideOptions:\n  transition: none\n---\n'
const slide = (name: string, text = `Words of ${name}.`) => `\n# ${name}\n\n${text}\n`
const deck = (...slides: readonly string[]) => HEAD + slides.join('\n---\n')
const FOUR = [
  slide('One'),
  slide('Two', '- a <!-- .element: class="fragment" -->\n- b <!-- .element: class="fragment" -->'),
  slide('Three'),
  slide('Four'),
]
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="red"/></svg>'

let browser: Browser
let context: BrowserContext
let root: string
let site: ServedSite
let violations: string[]
let foreign: string[]

const write = (file: string, text: string) => writeFileSync(path.join(root, file), text)

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  root = makeFolder()
  write('talk.md', deck(...FOUR))
  site = await serveDev(root)
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  violations = []
  foreign = []
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text())
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
})

afterEach(async () => {
  await context.close()
  await site.close()
  expect(violations).toEqual([])
  expect(foreign).toEqual([])
})

async function open(address = 'talk.html'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + address)
  await page.waitForSelector('.reveal[data-fitted]')
  // Lost when a page is loaded again.
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  // The page hears of changes once it has a stream.
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'hedgerow-changes'))
  return page
}

const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.slides section.present:not(.stack)')?.textContent.includes(wanted), text)
const isSame = (page: Page) => page.evaluate(() => 'isSame' in window)
const hash = (page: Page) => new URL(page.url()).hash
const panel = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.hedgerow-panel')?.shadowRoot?.textContent.includes(wanted), text)

test('a changed slide is exchanged where it stands', async () => {
  const page = await open('talk.html#/2')
  const kept = await page.evaluateHandle(() => document.querySelectorAll('.slides > section')[0])
  write('talk.md', deck(FOUR[0] ?? '', FOUR[1] ?? '', slide('Three', 'Other words.'), FOUR[3] ?? ''))
  await shows(page, 'Other words.')
  expect(await isSame(page)).toBe(true)
  expect(hash(page)).toBe('#/three')
  expect(await page.evaluate((element) => element === document.querySelectorAll('.slides > section')[0], kept)).toBe(true)
  // And is described like the others.
  expect(await page.getAttribute('.slides section.present', 'role')).toBe('group')
})

test('a slide with an image whose address cannot be decoded is exchanged like any other', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', deck(FOUR[0] ?? '', FOUR[1] ?? '', slide('Three', 'Half of it.\n\n<img src="50%.png" alt="half">'), FOUR[3] ?? ''))
  await shows(page, 'Half of it.')
  expect(await isSame(page)).toBe(true)
})

test('what is on a slide is exchanged within it, and nothing else is made anew', async () => {
  const page = await open('talk.html#/2')
  const edit = async (words: string) => {
    write('talk.md', deck(...FOUR.slice(0, 2), slide('Three', words), ...FOUR.slice(3)))
    await shows(page, words.split('\n')[0] ?? '')
  }
  await edit('Words that come first.')
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.slides > section, .backgrounds > *')) Object.assign(element, { isOld: true })
  })
  const news = () =>
    page.evaluate(
      () => [...document.querySelectorAll('.slides > section, .backgrounds > *')].filter((element) => !('isOld' in element)).length,
    )
  await edit('Words that come then.')
  expect(await news()).toBe(0)
  // A slide with more than it has room for is made to fit all the same.
  await edit(Array.from({ length: 30 }, (_, index) => `Line ${index}.`).join('\n\n'))
  await page.waitForSelector('.slides section.present[data-over]')
  await edit('Words that have room.')
  await page.waitForSelector('.slides section.present:not([data-over])')
  expect(await news()).toBe(0)
})

test('a slide that gets a background shows it', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', deck(...FOUR.slice(0, 2), `\n<!-- .slide: data-background="#102030" -->\n${FOUR[2]}`, ...FOUR.slice(3)))
  await page.waitForFunction(() => {
    const shown = document.querySelector<HTMLElement>('.backgrounds .slide-background.present')
    return shown !== null && getComputedStyle(shown).backgroundColor === 'rgb(16, 32, 48)'
  })
  expect(hash(page)).toBe('#/three')
})

test('slides that come before it do not move the one that is looked at', async () => {
  const page = await open('talk.html#/2')
  await page.click('.hedgerow-panel summary')
  await page.click('.hedgerow-panel input')
  write('talk.md', deck(slide('Zero'), ...FOUR))
  await page.waitForFunction(() => document.querySelectorAll('.slides > section')[3]?.matches('.present'))
  await shows(page, 'Words of Three.')
  write('talk.md', deck(...FOUR.slice(1)))
  await page.waitForFunction(() => document.querySelectorAll('.slides > section')[1]?.matches('.present'))
  await shows(page, 'Words of Three.')
  expect(await isSame(page)).toBe(true)
})

test('a fragment that is shown stays shown', async () => {
  const page = await open('talk.html#/1')
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelectorAll('.present .fragment.visible').length === 1)
  write(
    'talk.md',
    deck(
      FOUR[0] ?? '',
      slide('Two again', '- a <!-- .element: class="fragment" -->\n- c <!-- .element: class="fragment" -->'),
      ...FOUR.slice(2),
    ),
  )
  await shows(page, 'Two again')
  await page.waitForFunction(() => document.querySelectorAll('.present .fragment.visible').length === 1)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelectorAll('.present .fragment.visible').length === 2)
})

test('the overview stays open', async () => {
  const page = await open('talk.html#/2')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog.overview')
  write('talk.md', deck(...FOUR, slide('Five')))
  await page.waitForFunction(() => document.querySelectorAll('.slides > section').length === 5)
  await page.waitForFunction(() => document.querySelector('.overview-grid')?.shadowRoot?.querySelectorAll('.all > li').length === 5)
  expect(await isSame(page)).toBe(true)
})

test('stacks are made and taken apart', async () => {
  const page = await open('talk.html#/3')
  write('talk.md', HEAD + FOUR.slice(0, 2).join('\n---\n') + '\n----\n' + FOUR.slice(2).join('\n----\n'))
  await page.waitForFunction(() => document.querySelectorAll('.slides .stack > section')[2]?.matches('.present'))
  await shows(page, 'Words of Four.')
  write('talk.md', deck(...FOUR))
  await page.waitForFunction(() => document.querySelectorAll('.slides > section')[3]?.matches('.present'))
  await shows(page, 'Words of Four.')
  expect(await page.locator('.slides section.stack').count()).toBe(0)
})

test('the page goes to the slide that was changed last, unless that is switched off', async () => {
  const page = await open('talk.html')
  write('talk.md', deck(...FOUR.slice(0, 3), slide('Four', 'Edited.')))
  await shows(page, 'Edited.')
  expect(hash(page)).toBe('#/four')
  await page.click('.hedgerow-panel summary')
  await page.click('.hedgerow-panel input')
  write('talk.md', deck(slide('One', 'Edited too.'), ...FOUR.slice(1, 3), slide('Four', 'Edited.')))
  await page.waitForFunction(() => document.querySelector('.slides section')?.textContent.includes('Edited too.'))
  expect(hash(page)).toBe('#/four')
})

test('theme, title and options of the front matter are exchanged without losing the place', async () => {
  const page = await open('talk.html#/2')
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  write(
    'talk.md',
    deck(...FOUR)
      .replace('A talk', 'Another talk')
      .replace('slideOptions:', 'slideOptions:\n  theme: white\n  controls: false'),
  )
  await page.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor !== dark, before)
  await page.waitForFunction(() => document.title.startsWith('Another talk'))
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.controls') ?? document.body).display === 'none')
  expect([hash(page), await isSame(page)]).toEqual(['#/three', true])
})

test('the brand that site.yaml names is laid over the deck', async () => {
  const page = await open('talk.html#/2')
  write('site.yaml', 'brand: scs\n')
  await page.waitForSelector('link[rel=stylesheet][href*="brand-scs"]', { state: 'attached' })
  expect([hash(page), await isSame(page)]).toEqual(['#/three', true])
})

test('a picture that comes, and changes, shows', async () => {
  write('talk.md', deck(slide('One', '![a square](square.svg)')))
  const page = await open()
  await page.waitForSelector('.absent')
  write('square.svg', SQUARE)
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.present img')?.naturalWidth === 20)
  write('square.svg', SQUARE.replaceAll('"20"', '"40"'))
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.present img')?.naturalWidth === 40)
  expect(await isSame(page)).toBe(true)
})

test('decks that come, are renamed and go show in the index', async () => {
  const page = await context.newPage()
  await page.goto(site.url)
  await page.waitForSelector('main >> text=A talk')
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'hedgerow-changes'))
  mkdirSync(path.join(root, 'more'))
  write('more/other.md', deck(slide('Other')).replace('A talk', 'Another'))
  await page.waitForSelector('.decks >> text=Another')
  renameSync(path.join(root, 'more/other.md'), path.join(root, 'more/renamed.md'))
  await page.waitForSelector('.decks a[href="more/renamed.html"]')
  rmSync(path.join(root, 'talk.md'))
  await page.waitForFunction(() => document.querySelectorAll('.decks > li').length === 1)
})

test.each(['', 'talk.html', 'talk.read.html'])(
  'what changes after a page was sent and before it asks for news shows: /%s',
  async (address) => {
    const page = await context.newPage()
    let isNew = false
    await page.route(`${site.url}@hedgerow/state?*`, async (route) => {
      if (!isNew) {
        isNew = true
        write('talk.md', deck(...FOUR).replaceAll('A talk', 'Another talk'))
        for (let text = ''; !text.includes('Another talk');) text = await (await fetch(site.url + address)).text()
      }
      await route.continue()
    })
    await page.goto(site.url + address)
    await page.waitForFunction(() => document.documentElement.textContent?.includes('Another talk'))
  },
)

test('the reading view is exchanged and keeps its place', async () => {
  write('talk.md', deck(...Array.from({ length: 30 }, (_, index) => slide(`Slide ${index}`))))
  const page = await context.newPage()
  await page.goto(`${site.url}talk.read.html`)
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'hedgerow-changes'))
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  await page.evaluate(() => scrollTo(0, 900))
  const before = await page.evaluate(() => scrollY)
  write('talk.md', readFileSync(path.join(root, 'talk.md'), 'utf8').replace('Words of Slide 29.', 'Last words.'))
  await page.waitForSelector('text=Last words.')
  expect([await isSame(page), await page.evaluate(() => scrollY)]).toEqual([true, before])
})

test.each<[string, (file: string, text: string) => void]>([
  ['writes beside it and renames', (file, text) => (writeFileSync(`${file}~`, text), renameSync(`${file}~`, file))],
  ['removes it and writes it anew', (file, text) => (rmSync(file), writeFileSync(file, text))],
  ['writes twice at once', (file, text) => (writeFileSync(file, text.slice(0, 60)), writeFileSync(file, text))],
])('an editor that %s shows no error', async (_, save) => {
  const page = await open('talk.html#/2')
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const root = document.querySelector('.hedgerow-panel')?.shadowRoot
    if (root)
      new MutationObserver(() => seen.push(root.querySelector('.messages')?.textContent ?? '')).observe(root, {
        subtree: true,
        childList: true,
      })
  })
  save(path.join(root, 'talk.md'), deck(...FOUR.slice(0, 2), slide('Three', 'Saved.'), FOUR[3] ?? ''))
  await shows(page, 'Saved.')
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.filter((text) => text !== ''))).toEqual([])
  expect([hash(page), await isSame(page)]).toEqual(['#/three', true])
})

test('a file that is empty for a moment is waited for', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', '')
  await new Promise((resolve) => setTimeout(resolve, 100))
  write('talk.md', deck(...FOUR.slice(0, 2), slide('Three', 'Written late.'), FOUR[3] ?? ''))
  await shows(page, 'Written late.')
  expect([hash(page), await isSame(page)]).toEqual(['#/three', true])
})

test('a mistake is shown on its slide, with its line and the way out, and goes when it is fixed', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', deck(...FOUR.slice(0, 2), slide('Three', '![a cat](cat.png)'), FOUR[3] ?? ''))
  await panel(page, 'file not found: ./cat.png'.replace('./', ''))
  await panel(page, '![a cat](cat.png)')
  await panel(page, 'Put the file next to the deck')
  await page.keyboard.press('ArrowRight')
  await panel(page, 'None here, 1 on other slides')
  write('talk.md', deck(...FOUR))
  await panel(page, 'No problems')
})

test('a mistake that needs no decision is fixed by a button, in the file', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', deck(FOUR[0] ?? '', FOUR[1] ?? '', slide('Three', 'Words.\n\nNotes: for me'), FOUR[3] ?? ''))
  await panel(page, 'starts speaker notes in Hedgerow, but HedgeDoc shows')
  // It has come while one was writing, so it is open, below the slides.
  const [edge, bottom] = await page.evaluate(() => [
    document.querySelector('.hedgerow-panel')?.getBoundingClientRect().top ?? 0,
    document.querySelector('.reveal')?.getBoundingClientRect().bottom,
  ])
  expect(edge).toBeLessThan(600)
  expect(bottom).toBeCloseTo(edge, 0)
  const late = await context.newPage()
  await late.goto(`${site.url}talk.html#/2`)
  await panel(late, 'starts speaker notes in Hedgerow')
  expect(await late.isVisible('.hedgerow-panel .fix')).toBe(false)
  await late.close()
  await page.click('.hedgerow-panel .fix')
  await panel(page, 'No problems')
  expect(readFileSync(path.join(root, 'talk.md'), 'utf8')).toContain('Words.\n\nNote: for me\n')
  await page.waitForFunction(() => document.querySelector('.present aside.notes')?.textContent.includes('for me'))
  expect(await isSame(page)).toBe(true)
})

test('a deck that cannot be read stays as it was, says so, and comes back by itself', async () => {
  const page = await open('talk.html#/2')
  write('talk.md', deck(...FOUR).replace('title: A talk', 'title: [A talk'))
  await panel(page, 'front matter is not valid YAML')
  await panel(page, 'You see the last version that worked')
  await shows(page, 'Words of Three.')
  const fresh = await context.newPage()
  await fresh.goto(`${site.url}talk.html#/2`)
  await fresh.waitForSelector('text=Words of Three.')
  write('talk.md', deck(...FOUR.slice(0, 2), slide('Three', 'Fixed.'), FOUR[3] ?? ''))
  await shows(page, 'Fixed.')
  await panel(page, 'No problems')
})

test('a deck that never could be read shows why, and comes by itself', async () => {
  write('new.md', '---\ntype: slide\ntitle: [\n---\n\n# A\n')
  const page = await context.newPage()
  await page.goto(`${site.url}new.html`)
  await page.waitForSelector('text=front matter is not valid YAML')
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'hedgerow-changes'))
  write('new.md', deck(slide('Whole')))
  await page.waitForSelector('.reveal >> text=Words of Whole.')
})

test('windows with ?follow stay in step, others do not', async () => {
  const [one, two, other] = [await open('talk.html?follow'), await open('talk.html?follow'), await open()]
  await one.keyboard.press('ArrowRight')
  await two.waitForFunction(() => location.hash.startsWith('#/two'))
  await two.keyboard.press('ArrowRight')
  await one.waitForFunction(() => document.querySelectorAll('.present .fragment.visible').length === 1)
  for (const _ of [1, 2]) await two.keyboard.press('ArrowRight')
  await one.waitForFunction(() => location.hash === '#/three')
  expect(hash(other)).not.toBe('#/three')
})

test('a click with Alt held opens the line of the slide in the editor', async () => {
  const said = path.join(root, 'said.txt')
  const editor = path.join(root, 'editor.sh')
  writeFileSync(editor, `#!/bin/sh\necho "$@" > ${said}\n`, { mode: 0o755 })
  process.env['LAUNCH_EDITOR'] = editor
  const page = await open('talk.html#/2')
  await panel(page, 'No problems')
  await page.click('.present h1', { modifiers: ['Alt'] })
  await expect
    .poll(() => {
      try {
        return readFileSync(said, 'utf8')
      } catch {
        return ''
      }
    })
    .toContain(path.join(root, 'talk.md'))
  delete process.env['LAUNCH_EDITOR']
})

test.each(['light', 'dark'] as const)('axe finds nothing in the panel in a %s browser', async (colorScheme) => {
  write('talk.md', deck(slide('One', '![a cat](cat.png)'), slide('Two', '</b>')))
  const lenient = await browser.newContext({ bypassCSP: true, colorScheme })
  const page = await lenient.newPage()
  await page.goto(`${site.url}talk.html`)
  await panel(page, '1 problem here, 1 on other slides')
  const { violations: found, passes } = await runAxe(page, { include: '.hedgerow-panel' }, WCAG)
  expect(found).toEqual([])
  expect(passes).toBeGreaterThan(5)
  await lenient.close()
})
