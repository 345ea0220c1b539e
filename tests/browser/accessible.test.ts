import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const DECK = `---
type: slide
---

# Boxes

:::warning
${'Careful with this. '.repeat(24)}
:::

---

#### Code

\`\`\`js= [1|2]
const first = 1
const second = 2
\`\`\`

| ${'Administration | '.repeat(8)}
|${'---|'.repeat(8)}
| ${'a | '.repeat(8)}

---

<!-- .slide: data-background="#123" data-background-alt="A dark field" -->

## Area $r^2$, *squared*

\`\`\`mermaid
graph LR
  A --> B
\`\`\`

$a^2$ <!-- .element: class="fragment" -->
`

// More than a row has room for.
const NEWS = [
  'Upgrades run in all zones without a pause',
  'One login leads to both clouds, and to their dashboards',
  'A failed node is found within minutes, step by step',
  'The status page says what each region has reported',
]

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-accessible-'))
  writeFiles(root, {
    'talk.md': DECK,
    '20240105.md': `---\ntype: slide\n---\n\n# ${NEWS.join('\n\n---\n\n# ')}\n`,
    // The newest one has no row.
    '20240202.md': '---\ntype: slide\n---\n\n# Newest\n',
    'site.yaml': 'links:\n  accessibility: https://example.org/statement\n  feedback: mailto:a@example.org\n',
  })
  site = await serveBuilt(root)
})

afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

async function open(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  const page = await context.newPage()
  await page.goto(`${site.url}talk.html${hash}`)
  await page.waitForSelector('.viewer')
  return page
}

test('steps of code and formulas are announced, boxes have names, and the menu leads to what the site must say', async () => {
  const page = await open('#/1')
  const said = page.locator('.announcer')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => said.textContent()).toBe('const second = 2')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => said.textContent()).toBe('Slide 3 of 3: Area r 2, squared')
  expect(await page.getByRole('img', { name: 'A dark field' }).count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => said.textContent()).toBe('a 2')
  await page.keyboard.press('Home')
  await page.getByRole('note', { name: 'Warning' }).waitFor()
  const links = await page.locator('.viewer-menu a').evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href))
  expect(links).toEqual(expect.arrayContaining(['https://example.org/statement', 'mailto:a@example.org']))
  await page.context().close()
})

const SPREAD = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'

test('a slide fits again once a reader has spread its text', async () => {
  const page = await open('', { bypassCSP: true })
  await page.waitForSelector('[data-fitted]')
  await page.addStyleTag({ content: SPREAD })
  const isOver = () => {
    const slide = document.querySelector('.slides .present')
    return slide === null || slide.scrollHeight > slide.clientHeight + 1
  }
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.slides .present > div')?.style.zoom !== '')
  // Fonts and the new spacing may come one after the other.
  await expect.poll(() => page.evaluate(isOver)).toBe(false)
  await page.context().close()
})

test.each([900, 390])('rows and texts of results are one line and three until a reader spreads them at %i', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  const cut = () =>
    page
      .locator('.about, .about > span, .hit-text')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 2).length)
  await page.goto(`${site.url}?q=`)
  const rowHeight = () => page.locator('.decks a', { hasText: 'Upgrades' }).evaluate((row) => row.clientHeight)
  const before = await rowHeight()
  expect(await cut()).toBeGreaterThan(0)
  await page.addStyleTag({ content: SPREAD })
  await expect.poll(cut).toBe(0)
  expect(await rowHeight()).toBeGreaterThan(before)
  await page.fill('#filter', 'careful')
  await page.waitForSelector('.hit-text')
  expect(await cut()).toBe(0)
  await context.close()
})

test('the labels of the bar are whole on a narrow phone once a reader has spread them', async () => {
  const page = await open('', { viewport: { width: 320, height: 640 }, bypassCSP: true })
  await page.addStyleTag({ content: SPREAD })
  const buttons = page.locator('.viewer > :is(a, button):visible')
  expect(await buttons.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.context().close()
})

test('on a phone, slides have names and headings in order, and a wide table scrolls with whole words', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 } })
  const slides = page.locator('.slides section')
  expect(await slides.evaluateAll((all) => all.map((slide) => slide.getAttribute('aria-label')))).toEqual([
    'Slide 1 of 3: Boxes',
    'Slide 2 of 3: Code',
    'Slide 3 of 3: Area r 2, squared',
  ])
  expect(await page.locator('h4').getAttribute('aria-level')).toBe('2')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to slides')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.ariaLabel === 'Slide 1 of 3: Boxes')
  const table = page.locator('table')
  const shape = () => {
    const [box, cell] = [document.querySelector('table'), document.querySelector('th')]
    return box && cell && [box.scrollWidth > box.clientWidth, box.clientWidth <= innerWidth, cell.getClientRects().length, box.tabIndex]
  }
  expect(await page.evaluate(shape)).toEqual([true, true, 1, 0])
  await table.focus()
  await page.context().close()
})

test('in a contrast theme, arrows, steps of code, diagrams, boxes and the bar can be told from the ground', async () => {
  const page = await open('#/1', { forcedColors: 'active', colorScheme: 'dark' })
  const look = () => {
    const style = (selector: string, pseudo?: string) => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`there is no ${selector}`)
      return getComputedStyle(element, pseudo)
    }
    const ground = getComputedStyle(document.documentElement).backgroundColor
    const lines = [...document.querySelectorAll('.code-line')].map((line) => getComputedStyle(line).color)
    return {
      arrow: style('.navigate-right .controls-arrow', '::before').backgroundColor !== ground,
      lines: new Set(lines).size,
      diagram: style('pre.diagram').forcedColorAdjust,
      box: style('.alert').borderTopStyle,
      bar: style('.viewer').borderTopStyle,
    }
  }
  expect(await page.evaluate(look)).toEqual({ arrow: true, lines: 2, diagram: 'none', box: 'solid', bar: 'solid' })
  await page.context().close()
})
