import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { makeFolder } from '../support/make-folder.ts'
import { serveDev } from './serve-site.ts'

const SLIDES = [
  '# First\n\nSome words.',
  '## List\n\n- a <!-- .element: class="fragment" -->\n- b',
  '## Code\n\n```js\nlet a = 1\n```',
  '## Table\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  '<!-- .slide: data-background="#204060" -->\n\n## Dark\n\nNote:\nSay it.',
  '## Last\n\nThe end.',
]
const deckOf = (slides: readonly string[]) => `---\ntype: slide\nslideOptions:\n  transition: none\n---\n\n${slides.join('\n\n---\n\n')}\n`
const edited = (index: number, change: (slide: string) => string) => (slides: string[]) => slides.with(index, change(slides[index] ?? ''))

// What somebody does to a deck one after the other, the page open all the time.
const EDITS: readonly (readonly [string, (slides: string[]) => string[]])[] = [
  ['a word', edited(1, (text) => `${text} and more`)],
  ['a fragment', edited(1, (text) => `${text}\n- c <!-- .element: class="fragment" -->`)],
  ['more than there is room for', edited(3, (text) => `${text}\n${Array.from({ length: 30 }, (_, row) => `| ${row} | x |`).join('\n')}`)],
  ['less again', edited(3, (text) => text.split('\n').slice(0, 6).join('\n'))],
  ['a background', edited(2, (text) => `<!-- .slide: data-background="#802000" -->\n\n${text}`)],
  ['another background', edited(2, (text) => text.replace('#802000', '#008020'))],
  ['no background', edited(2, (text) => text.replace(/^<.*\n\n/, ''))],
  ['a formula and a diagram', edited(5, (text) => `${text}\n\n$x^2$\n\n\`\`\`graphviz\ndigraph { a -> b }\n\`\`\``)],
  ['a slide', (slides) => slides.toSpliced(1, 0, '## New\n\nNobody has seen it.')],
  ['no such slide', (slides) => slides.toSpliced(1, 1)],
  ['a stack', (slides) => [`${slides[0]}\n\n----\n\n${slides[1]}`, ...slides.slice(2)]],
  ['a word in a stack', edited(0, (text) => `${text}\n\nBelow.`)],
  ['a heading', edited(3, (text) => text.replace('Dark', 'Darker'))],
  ['a style sheet', edited(0, (text) => `<style>\n.slides h2 { color: #802000; font-size: 4em; }\n</style>\n\n${text}`)],
  ['a note', edited(3, (text) => `${text}\n\nAnd this.`)],
  ['another order', (slides) => slides.toReversed()],
]

let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
})

// All slides and their backgrounds as the browser has them, but for what depends on the slide that is shown.
function state(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const NOW = /^(past|present|future|visited|visible|current-fragment|has-(dark|light)-background)$/
    const describe = (element: Element): unknown => [
      element.localName,
      Object.fromEntries(
        [...element.attributes]
          .filter(
            ({ name }) => !['style', 'class', 'hidden', 'inert', 'aria-hidden', 'data-fragment', 'data-previous-indexv'].includes(name),
          )
          .map(({ name, value }) => [name, value]),
      ),
      [...element.classList].filter((name) => !NOW.test(name)).toSorted(),
      element instanceof HTMLElement ? element.style.zoom : '',
      [...element.childNodes]
        .filter((child) => child instanceof Element || child.textContent?.trim() !== '')
        .map((child) => (child instanceof Element ? describe(child) : child.textContent?.trim())),
    ]
    const colours = [...document.querySelectorAll<HTMLElement>('.slide-background-content')].map(({ style }) => style.background)
    const styles = [...document.querySelectorAll('head > style')].map(({ textContent }) => textContent)
    return [[...document.querySelectorAll('.slides > section')].map(describe), colours, styles]
  })
}

test('after each change the page is what it would be if it had been opened then', async () => {
  const root = makeFolder()
  const write = (slides: readonly string[]) => writeFileSync(path.join(root, 'talk.md'), deckOf(slides))
  write(SLIDES)
  const site = await serveDev(root)
  try {
    const open = async () => {
      const page = await context.newPage()
      await page.goto(`${site.url}talk.html`)
      await page.waitForSelector('.reveal[data-fitted]')
      return page
    }
    const page = await open()
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    let slides = [...SLIDES]
    let before = await (await fetch(`${site.url}talk.html`)).text()
    for (const [name, change] of EDITS) {
      slides = change(slides)
      write(slides)
      const last = before
      await expect
        .poll(async () => (before = await (await fetch(`${site.url}talk.html`)).text()), { timeout: 10_000, message: name })
        .not.toBe(last)
      const fresh = await open()
      const wanted = await state(fresh)
      await fresh.close()
      await expect.poll(() => state(page), { timeout: 10_000, message: name }).toEqual(wanted)
    }
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
  } finally {
    await context.close()
    await site.close()
  }
})
