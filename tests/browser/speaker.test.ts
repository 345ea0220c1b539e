import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { deckAt, inStep, openTalk, speakerAt } from './open-talk.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'

const TALK = `---
title: A talk
lang: en
slideOptions:
  theme: white
  transition: none
  totalTime: 600
---

# Welcome

Note:
Say **who you are**. <b onclick="alert(1)">And</b> smile.

---

<!-- .slide: data-timing="60" -->

## Steps

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

Note:
Wait after each. ![a leaf](leaf.svg) [further](./talk.md)

----

## Below

- one <!-- .element: class="fragment" data-fragment-index="1" -->
- two <!-- .element: class="fragment" data-fragment-index="0" -->

----

## Deep

A line

---

## Over a photo

<!-- .slide: data-background="./photo.jpg" -->

[back](#/0)

---

<!-- .slide: data-visibility="uncounted" -->

## Last
`

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-speaker-'))
  writeFileSync(path.join(root, 'site.yaml'), 'brand: scs\n')
  writeFileSync(path.join(root, 'talk.md'), TALK)
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

const open = () => openTalk(browser, `${site.url}talk.html`)
const status = async (speaker: Page, state: string) =>
  speaker.waitForFunction((wanted) => document.querySelector<HTMLElement>('.status')?.dataset['state'] === wanted, state)
const frame = (speaker: Page, name: 'now' | 'next') => {
  const found = speaker.frame({ name: `hedgerow-${name}` })
  if (!found) throw new Error(`no frame ${name}`)
  return found
}
const shownIn = (speaker: Page, name: 'now' | 'next', text: string) =>
  frame(speaker, name).waitForFunction((wanted) => {
    const slide = document.querySelector('.slides section.present:not(.stack)')
    const parts = [...(slide?.querySelectorAll('h1, h2, .fragment.visible') ?? [])]
    return parts.map((part) => part.textContent?.trim()).join(' ') === wanted
  }, text)

describe('the speaker view', () => {
  test('shows the slide, the next step, the notes, the times and the way', async () => {
    const { context, speaker, faults } = await open()
    await speakerAt(speaker, 'Slide 1 of 6: Welcome.')
    await shownIn(speaker, 'now', 'Welcome')
    await shownIn(speaker, 'next', 'Steps')
    expect(await speaker.textContent('.notes')).toContain('Say who you are. And smile.')
    expect(await speaker.$$eval('.notes *', (all) => all.some((element) => element.hasAttribute('onclick')))).toBe(false)
    expect(await speaker.textContent('.day .value')).toMatch(/^\d\d:\d\d$/)
    expect(await speaker.textContent('.time .value')).toBe('0:00')
    expect(await speaker.textContent('.time')).toBe('0:00of 10:00')
    expect(await speaker.getAttribute('.pace', 'title')).toBe('Planned: 1:48 of 10:00')
    expect(await speaker.$$eval('.following li', (items) => items.map((item) => item.textContent))).toEqual([
      '3 Below',
      '4 Deep',
      '5 Over a photo',
    ])
    expect(await speaker.getAttribute('progress', 'max')).toBe('6')
    await speaker.keyboard.press('ArrowRight')
    await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 0 of 2')
    await shownIn(speaker, 'next', 'Steps first')
    // Pictures and links of notes are those of the deck, whose page is in another folder.
    await speaker.waitForFunction(() => (document.querySelector<HTMLImageElement>('.notes img')?.naturalWidth ?? 0) > 0)
    expect(await speaker.getAttribute('.notes a', 'href')).toBe(`${site.url}talk.html`)
    expect(await speaker.getAttribute('.notes a', 'target')).toBe('_blank')
    await speaker.keyboard.press('End')
    await speaker.waitForSelector('.end:not([hidden])')
    // The time begins with the first slide that follows another.
    await speaker.waitForFunction(() => document.querySelector('.time .value')?.textContent !== '0:00')
    expect(faults).toEqual([])
    await context.close()
  })

  test('moves the audience by every key, through steps and stacks and back', async () => {
    const { context, deck, speaker, faults } = await open()
    for (const [key, place] of [
      ['ArrowRight', '1/0/-1'],
      ['Space', '1/0/0'],
      ['PageDown', '1/0/1'],
      ['Space', '1/1/-1'],
      ['Space', '1/1/0'],
      ['ArrowDown', '1/1/1'],
      ['ArrowDown', '1/2'],
      ['ArrowUp', '1/1/1'],
      ['PageUp', '1/1/0'],
      ['Shift+Space', '1/1/-1'],
      ['p', '1/0/1'],
      ['ArrowRight', '2/0'],
      ['ArrowLeft', '1/0/1'],
      ['End', '3/0'],
      ['Home', '0/0'],
      ['Shift+ArrowRight', '3/0'],
      ['Shift+ArrowLeft', '0/0'],
    ] as const) {
      await speaker.keyboard.press(key)
      await deckAt(deck, place)
    }
    expect(faults).toEqual([])
    await context.close()
  })

  test('follows the audience, whatever moves it', async () => {
    const { context, deck, speaker, faults } = await open()
    await deck.keyboard.press('ArrowRight')
    await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 0 of 2')
    await deck.keyboard.press('Space')
    await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 1 of 2')
    await shownIn(speaker, 'now', 'Steps first')
    expect(await speaker.textContent('.notes')).toContain('Wait after each.')
    await deck.keyboard.press('End')
    await deck.keyboard.press('ArrowLeft')
    await speakerAt(speaker, 'Slide 5 of 6: Over a photo')
    await deck.click('section.present a')
    await speakerAt(speaker, 'Slide 1 of 6: Welcome')
    await deck.evaluate(() => history.back())
    await speakerAt(speaker, 'Slide 5 of 6: Over a photo')
    expect(faults).toEqual([])
    await context.close()
  })

  test('stays in step when many keys come at once from both sides', async () => {
    const { context, deck, speaker, faults } = await open()
    for (const key of ['Space', 'Space', 'Space', 'PageUp', 'Space', 'Space']) {
      void speaker.keyboard.press(key)
      await deck.keyboard.press('Space')
    }
    const places = async () =>
      Promise.all(
        [deck.mainFrame(), frame(speaker, 'now')].map((one) =>
          one.$eval('.slides section.present:not(.stack)', (slide) => slide.outerHTML.replace(/ (style|tabindex)="[^"]*"/g, '')),
        ),
      )
    await expect.poll(async () => new Set(await places()).size).toBe(1)
    await speaker.keyboard.press('End')
    await deckAt(deck, '3/0')
    await speakerAt(speaker, 'Slide 6 of 6')
    expect(faults).toEqual([])
    await context.close()
  })

  test('finds the audience again after a reload of either', async () => {
    const { context, deck, speaker, faults } = await open()
    await speaker.keyboard.press('ArrowRight')
    await speaker.keyboard.press('Space')
    await deckAt(deck, '1/0/0')
    await deck.reload()
    await deckAt(deck, '1/0/0')
    await speaker.keyboard.press('Space')
    await deckAt(deck, '1/0/1')
    await speaker.reload()
    await inStep(speaker)
    await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 2 of 2')
    await deck.keyboard.press('Space')
    await speakerAt(speaker, 'Slide 3 of 6: Below')
    await speaker.keyboard.press('PageDown')
    await deckAt(deck, '1/1/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('notices that the window of the audience is closed, and opens it again', async () => {
    const { context, deck, speaker, faults } = await open()
    await speaker.keyboard.press('End')
    await deckAt(deck, '3/0')
    await deck.close()
    await status(speaker, 'closed')
    const [again] = await Promise.all([context.waitForEvent('page'), speaker.click('button:has-text("Reopen")')])
    await deckAt(again, '3/0')
    await status(speaker, 'here')
    await speaker.keyboard.press('Home')
    await deckAt(again, '0/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('leaves another window of the same deck alone', async () => {
    const { context, deck, speaker } = await open()
    const other = await context.newPage()
    await other.goto(`${site.url}talk.html`)
    await other.waitForSelector('.viewer', { state: 'attached' })
    await other.keyboard.press('End')
    await deckAt(other, '3/0')
    await speaker.keyboard.press('ArrowRight')
    await deckAt(deck, '1/0/-1')
    await deckAt(other, '3/0')
    await context.close()
  })

  test('freezes the audience and takes it along afterwards', async () => {
    const { context, deck, speaker, faults } = await open()
    await speaker.keyboard.press('y')
    await speaker.waitForSelector('button[aria-pressed=true]:has-text("Freeze")')
    await speaker.keyboard.press('End')
    await speakerAt(speaker, 'Slide 6 of 6')
    expect(await speaker.textContent('.status')).toContain('Frozen')
    await deckAt(deck, '0/0')
    await speaker.click('button:has-text("Freeze")')
    await deckAt(deck, '3/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows the audience a black or white screen, and sees when it ends there', async () => {
    const { context, deck, speaker, faults } = await open()
    const background = () =>
      deck.evaluate(() => {
        const overlay = document.querySelector('.reveal.paused .pause-overlay')
        return overlay ? getComputedStyle(overlay).backgroundColor : 'slide'
      })
    const shows = (colour: string) => expect.poll(background).toBe(colour)
    for (const press of [
      () => speaker.keyboard.press('b'),
      () => speaker.keyboard.press('.'),
      () => speaker.click('button:has-text("Black")'),
    ]) {
      await press()
      await shows('rgb(0, 0, 0)')
      await status(speaker, 'apart')
      await speaker.keyboard.press('b')
      await shows('slide')
    }
    await speaker.keyboard.press('w')
    await shows('rgb(255, 255, 255)')
    await speaker.keyboard.press('ArrowRight')
    await deckAt(deck, '1/0/-1')
    await shows('rgb(255, 255, 255)')
    await deck.keyboard.press('b')
    await status(speaker, 'here')
    await deck.keyboard.press('b')
    await status(speaker, 'apart')
    await shows('rgb(0, 0, 0)')
    await speaker.click('button:has-text("White")')
    await shows('rgb(255, 255, 255)')
    expect(faults).toEqual([])
    await context.close()
  })

  // Keys that follow each other as fast as a program types them were lost once on a busy machine.
  test('jumps to a slide by its number, by words of its title, or by a click', { retry: 2 }, async () => {
    const { context, deck, speaker, faults } = await open()
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('5')
    await speaker.keyboard.press('Enter')
    await deckAt(deck, '2/0')
    // As numbers stand on slides.
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('2.3')
    await speaker.keyboard.press('Enter')
    await deckAt(deck, '1/2')
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('4')
    await speaker.keyboard.press('Enter')
    await deckAt(deck, '1/2')
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('low')
    await expect.poll(() => speaker.$$eval('dialog li:not([hidden])', (all) => all.map((item) => item.textContent))).toEqual(['3Below'])
    await speaker.keyboard.press('ArrowDown')
    await speaker.keyboard.press('Enter')
    // As it was left: reveal.js shows all steps of a slide that it comes back to.
    await deckAt(deck, '1/1/1')
    await speaker.click('button:has-text("Slides")')
    await speaker.click('dialog li:last-child button')
    await deckAt(deck, '3/0')
    await speaker.click('button:has-text("Back")')
    await deckAt(deck, '2/0')
    await speaker.click('button:has-text("Next")')
    await deckAt(deck, '3/0')
    expect(faults).toEqual([])
    await context.close()
  })

  test('keeps the size of its notes, and its time over a reload', async () => {
    const { context, speaker, faults } = await open()
    const size = () => speaker.$eval('.notes-text', (element) => getComputedStyle(element).fontSize)
    expect(await size()).toBe('26px')
    await speaker.keyboard.press('+')
    await speaker.click('button[aria-label*="Larger text"]')
    expect(await size()).toBe('34px')
    await speaker.keyboard.press('c')
    await speaker.waitForFunction(() => document.querySelector('.time .value')?.textContent === '0:02')
    await speaker.click('button:has-text("Pause")')
    await speaker.reload()
    await inStep(speaker)
    expect(await size()).toBe('34px')
    expect(await speaker.textContent('.time .value')).toMatch(/^0:0[2-9]$/)
    await speaker.click('button:has-text("Reset")')
    expect(await speaker.textContent('.time .value')).toBe('0:00')
    await speaker.click('button[aria-label*="Smaller text"]')
    expect(await size()).toBe('30px')
    expect(faults).toEqual([])
    await context.close()
  })

  test('has pictures that are silent, without bars, and change neither address nor history', async () => {
    const { context, speaker } = await open()
    await speaker.keyboard.press('End')
    await speakerAt(speaker, 'Slide 6 of 6')
    for (const name of ['now', 'next'] as const) {
      const inside = frame(speaker, name)
      expect(await inside.$$('.viewer, .skip')).toEqual([])
      expect(await inside.evaluate(() => [location.hash, document.querySelector('main')?.inert])).toEqual(['', true])
    }
    await context.close()
  })

  test('hears nobody but its own windows', async () => {
    const { context, deck, speaker } = await open()
    await deck.evaluate(() => {
      const open = (name: string) => new BroadcastChannel(name)
      const message = { type: 'at', h: 3, v: 0, f: null, screen: 'black', turn: 1000 }
      for (const name of ['hedgerow', 'hedgerow-', 'hedgerow-talk']) open(name).postMessage(message)
      postMessage(message, location.origin)
      postMessage({ type: 'move', move: 'last' }, location.origin)
    })
    // What is no message is no harm either.
    const session = new URL(speaker.url()).hash.slice(1).split('/')[0] ?? ''
    await deck.evaluate((name) => {
      const channel = new BroadcastChannel(`hedgerow-${name}`)
      for (const message of [null, 1, { type: 'at', h: '<img>' }, { type: '__proto__' }, { type: 'page', notes: '<img src=x>' }]) {
        channel.postMessage(message)
      }
    }, session)
    await speaker.keyboard.press('ArrowRight')
    await deckAt(deck, '1/0/-1')
    await speakerAt(speaker, 'Slide 2 of 6')
    expect(await speaker.$('.notes img:not([alt="a leaf"])')).toBeNull()
    await context.close()
  })

  test('is not imitated by a page of another origin', async () => {
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>x</title><body>'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const page = await browser.newPage()
    // The address of a server that listens on a port.
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.evaluate((deck) => {
      const frame = Object.assign(document.createElement('iframe'), { name: 'hedgerow-now', src: deck, width: 900, height: 600 })
      Object.assign(window, { heard: 0 })
      addEventListener('message', () => Object.assign(window, { heard: 1 }))
      document.body.append(frame)
    }, `${site.url}talk.html`)
    const framed = () => page.frames().find((one) => one.url().startsWith(site.url))
    await expect.poll(framed).toBeDefined()
    const inside = framed() ?? page.mainFrame()
    // It is ready for a speaker view of its own.
    await inside.waitForSelector('.stage-ink', { state: 'attached' })
    await page.evaluate(() => frames[0]?.postMessage({ type: 'move', move: 'last' }, '*'))
    await inside.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(await inside.textContent('.slides section.present:not(.stack) h1')).toBe('Welcome')
    expect(await page.evaluate(() => (window as unknown as { heard: number }).heard)).toBe(0)
    await page.close()
    server.closeAllConnections()
    server.close()
  })

  test('that the browser does not let open is opened by a button', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addInitScript(() => {
      const real = window.open.bind(window)
      let tries = 0
      window.open = (...given) => {
        tries += 1
        return tries === 1 ? null : real(...given)
      }
    })
    const deck = await context.newPage()
    await deck.goto(`${site.url}talk.html`)
    await deck.waitForSelector('.viewer', { state: 'attached' })
    await deck.keyboard.press('s')
    const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.click('dialog button:has-text("Open speaker view")')])
    await inStep(speaker)
    await context.close()
  })

  test('without a deck says what it is for, and shows no page of elsewhere', async () => {
    const page = await browser.newPage({ locale: 'de-DE' })
    for (const hash of ['', '#abcdef0123456789/https://example.org/x.html', '#abcdef0123456789/../../x.html']) {
      await page.goto('about:blank')
      await page.goto(`${site.url}hedgerow/speaker.html${hash}`)
      await page.waitForSelector('text=opens from a deck')
      expect(await page.$('iframe')).toBeNull()
    }
    await page.close()
  })

  test.each(['dark', 'light'] as const)('in %s colours axe finds nothing, nor in its windows', async (colorScheme) => {
    const { context, speaker } = await openTalk(browser, `${site.url}talk.html`, { colorScheme, bypassCSP: true })
    const clean = async () => expect((await runAxe(speaker, { include: ['html'] }, WCAG)).violations).toEqual([])
    await speaker.keyboard.press('y')
    await status(speaker, 'apart')
    await clean()
    for (const key of ['g', '?']) {
      await speaker.keyboard.press(key)
      await speaker.waitForSelector('dialog[open]')
      await clean()
      await speaker.keyboard.press('Escape')
      await speaker.waitForSelector('dialog', { state: 'detached' })
    }
    await context.close()
  })

  test('is worked by key alone: every button is reached, and is large enough', async () => {
    const { context, speaker } = await open()
    const reached = new Set<string>()
    for (let count = 0; count < 40; count += 1) {
      await speaker.keyboard.press('Tab')
      reached.add(await speaker.evaluate(() => document.activeElement?.textContent ?? ''))
    }
    const buttons = await speaker.$$eval('button:not([hidden])', (all) =>
      all
        .filter((button) => button.checkVisibility())
        .map((button) => [button.textContent ?? '', button.getBoundingClientRect().height] as const),
    )
    expect(buttons.filter(([text]) => !reached.has(text))).toEqual([])
    expect(buttons.filter(([, height]) => height < 24)).toEqual([])
    await context.close()
  })
})

test('the speaker view works from disk', async () => {
  const { folder, close } = await serveBuilt(root)
  const { context, deck, speaker, faults } = await openTalk(browser, `file://${folder}/talk.html`)
  await speaker.keyboard.press('ArrowRight')
  await deckAt(deck, '1/0/-1')
  await deck.keyboard.press('Space')
  await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 1 of 2')
  expect(await speaker.textContent('.notes')).toContain('Wait after each.')
  for (const page of [deck, speaker]) await page.reload()
  await inStep(speaker)
  await speakerAt(speaker, 'Slide 2 of 6: Steps. Step 1 of 2')
  await speaker.keyboard.press('End')
  await deckAt(deck, '3/0')
  expect(faults).toEqual([])
  await context.close()
  await close()
})

test('the speaker view shows slides that were exchanged in the page', async () => {
  const { context, speaker, faults } = await openTalk(browser, `${site.url}talk.html`)
  await frame(speaker, 'now').evaluate(() => {
    const [slide] = document.querySelectorAll('.slides section')
    const [title, notes] = [slide?.querySelector('h1'), slide?.querySelector('aside.notes')]
    if (title) title.textContent = 'Exchanged'
    if (notes) notes.textContent = 'Other notes'
    document.dispatchEvent(new CustomEvent('hedgerow:changed'))
  })
  await speakerAt(speaker, 'Slide 1 of 6: Exchanged')
  await speaker.waitForFunction(() => document.querySelector('.notes')?.textContent === 'Other notes')
  expect(faults).toEqual([])
  await context.close()
})

test('the speaker view survives an edit of its deck in development', async () => {
  const own = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-edited-'))
  cpSync(root, own, { recursive: true })
  const dev = await serveDev(own)
  const { context, deck, speaker } = await openTalk(browser, `${dev.url}talk.html`)
  await speaker.keyboard.press('ArrowRight')
  await deckAt(deck, '1/0/-1')
  writeFileSync(
    path.join(own, 'talk.md'),
    readFileSync(path.join(own, 'talk.md'), 'utf8').replace('Wait after each.', 'Breathe.').concat('\n---\n\n# New\n'),
  )
  await speakerAt(speaker, 'Slide 2 of 7: Steps')
  await speaker.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('Breathe.') === true)
  // Its pictures of the slides stay pictures.
  await frame(speaker, 'now').waitForFunction(
    () => document.querySelector('.slides h1')?.textContent !== '' && document.querySelectorAll('.slides > section').length === 5,
  )
  expect(await frame(speaker, 'now').evaluate(() => getComputedStyle(document.querySelector('.controls') ?? document.body).display)).toBe(
    'none',
  )
  await speaker.keyboard.press('End')
  await deckAt(deck, '4/0')
  await context.close()
  await dev.close()
  rmSync(own, { recursive: true })
})
