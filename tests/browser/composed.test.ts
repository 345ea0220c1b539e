import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const words = 'The reference implementation has been tried on four clouds and runs on each of them without a change. '.repeat(4)
const full = Array.from({ length: 30 }, (_, index) => `- Point ${index} of a list that is too long`).join('\n')
const SLIDES = [
  '<!-- .slide: data-background-image="white.png" -->\n\n# A talk\n\n## What it is about',
  '# Divider',
  `# Section\n\nReport by Ada\n\n----\n\n# Text\n\n${words}\n\n----\n\n# Another title that is longer, so long that it needs two lines of the slide, which is a lot\n\n- One`,
  '# List\n\n- One\n  - Two\n- [Three](https://example.org/)',
  `# Too full\n\n${full}`,
  '# Table\n\n| A | B |\n|---|---|\n| 1 | 2 |',
  '> Said by somebody.',
  '![White](white.png)',
  '# Thanks',
]

const codeOf = (lines: number) => `\`\`\`js\n${'run()\n'.repeat(lines)}\`\`\``

const BRANDS = ['scs', 'hawthorn', 'scs-2025'] as const
type Brand = (typeof BRANDS)[number]

let browser: Browser
let root: string
const sites = new Map<Brand, ServedSite>()

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-composed-'))
  const [white, dark] = [255, 20].map((shade) => {
    const image = new PNG({ width: 1600, height: 900 })
    for (const at of image.data.keys()) image.data[at] = at % 4 === 3 ? 255 : shade
    return PNG.sync.write(image)
  })
  const deck = `---\ntitle: Kinds\ndate: 2026-01-02\n---\n\n${SLIDES.join('\n\n---\n\n')}\n`
  writeFiles(root, {
    'kinds.md': deck,
    'plain.md': '---\ntype: slide\n---\n\n# Plain title\n\n## With a tagline\n',
    'stacked.md': `---\ntype: slide\n---\n\n${['# Plain title\n\n## With a tagline', ...SLIDES].join('\n\n----\n\n')}\n`,
    'sized.md':
      '---\ntype: slide\nslideOptions: { width: 1280, height: 720, margin: 0 }\n---\n\n<!-- .slide: data-background-image="dark.png" -->\n\n# On a photo\n\n---\n\n# After\n',
    'code.md': `---\ntype: slide\n---\n\n# Section\n\n----\n\n# Code\n\n- It runs\n- It stops\n\n${codeOf(13)}\n\nAnd then:\n\n${codeOf(11)}\n`,
    'white.png': white ?? '',
    'dark.png': dark ?? '',
  })
  for (const brand of BRANDS) {
    writeFiles(root, { 'site.yaml': `brand: ${brand}\n` })
    sites.set(brand, await serveBuilt(root))
  }
})

afterAll(async () => {
  for (const site of sites.values()) await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(scheme: 'light' | 'dark', brand: Brand = 'scs', name = 'kinds'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', bypassCSP: true })
  await context.addInitScript((chosen) => {
    localStorage.setItem('hedgerow-scheme', chosen)
    document.addEventListener('hedgerow:present', (event) =>
      Object.assign(window, { deck: (event as CustomEvent<{ deck: object }>).detail.deck }),
    )
  }, scheme)
  const page = await context.newPage()
  await page.goto(`${sites.get(brand)?.url}${name}.html`)
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  await page.addStyleTag({ content: '.viewer{display:none}' })
  return page
}

const goTo = (page: Page, column: number, row = 1) =>
  page.evaluate(([h, v]) => (window as unknown as { deck: { slide: (h: number, v: number) => void } }).deck.slide(h, v), [
    column - 1,
    row - 1,
  ] as const)

/** The contrast of what is painted in a box: its commonest colour, and the one that differs most from it. */
async function contrastIn(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`no ${selector}`)
  const { data } = PNG.sync.read(await page.screenshot({ clip: box }))
  const counts = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const ground = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  const light = luminance(ground)
  return Math.max(...[...counts.keys()].map((colour) => ratio(luminance(colour), light)))
}

async function faultsOf(page: Page, slide: string): Promise<string[]> {
  const faults: string[] = []
  for (const part of ['.slide-number', '.controls button.enabled']) {
    const contrast = await settledContrastIn(page, part)
    if (contrast < 4.5) faults.push(`${slide}: ${part} has ${contrast.toFixed(1)}`)
  }
  const targets = await page.locator('.controls button.enabled').evaluateAll((all) =>
    all.map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return width >= 24 && height >= 24 && (hit === each || each.contains(hit)) ? '' : `${each.className} ${width}x${height}`
    }),
  )
  return [...faults, ...targets.filter((fault) => fault !== '').map((fault) => `${slide}: ${fault}`)]
}

/** The same once the colours of the slide that was left have faded, which takes longer on a busy machine. */
async function settledContrastIn(page: Page, selector: string): Promise<number> {
  let contrast = 0
  for (let tries = 0; tries < 10 && contrast < 4.5; tries += 1) contrast = await contrastIn(page, selector)
  return contrast
}

const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = colour.split(' ').map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const SCHEMES = ['light', 'dark'] as const

describe.each(BRANDS.flatMap((brand) => SCHEMES.map((scheme) => [brand, scheme] as const)))(
  'composed slides of %s in the %s',
  (brand, scheme) => {
    let page: Page

    beforeAll(async () => {
      page = await open(scheme, brand)
    })

    afterAll(async () => page.context().close())

    test('have their number and their arrows where they can be read and hit, on every ground', async () => {
      const faults: string[] = []
      for (const [index] of SLIDES.entries()) {
        await goTo(page, index + 1)
        faults.push(...(await faultsOf(page, `slide ${index + 1}`)))
      }
      expect(faults).toEqual([])
    })

    test('have them in a stack, too', async () => {
      const stacked = await open(scheme, brand, 'stacked')
      const faults: string[] = []
      const count = await stacked.locator('.slides section.stack > section').count()
      for (let row = 1; row <= count; row += 1) {
        await goTo(stacked, 1, row)
        faults.push(...(await faultsOf(stacked, `slide ${row}`)))
      }
      expect(count).toBe(SLIDES.length + 3)
      expect(faults).toEqual([])
      await stacked.context().close()
    })

    test.runIf(brand === 'scs')('have nothing to say against them', async () => {
      for (const slide of [2, 4, 9]) {
        await goTo(page, slide)
        expect((await runAxe(page, { include: [['.reveal']] }, WCAG)).violations).toEqual([])
      }
    })
  },
)

test.each(['scs', 'hawthorn'] as const)('titles stand in one place, and lines have a readable length, in %s', async (brand) => {
  const page = await open('light', brand)
  const found = await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = '.slides section{display:block!important;transform:none!important;inset:0!important;visibility:visible!important}'
    document.head.append(style)
    const slides = [...document.querySelectorAll<HTMLElement>('.slides section:is(.kind-text, .kind-list, .kind-table)')]
    const titles = slides.map((slide) => {
      const title = slide.querySelector('.head')
      if (!title) return 'none'
      const { left, top } = title.getBoundingClientRect()
      return `${left} ${top} ${getComputedStyle(title).zoom}`
    })
    const text = document.querySelector('.kind-text p')?.firstChild as Text
    const lines = new Map<number, number>()
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const { top } = range.getBoundingClientRect()
      lines.set(top, (lines.get(top) ?? 0) + 1)
    }
    const below = slides.filter((slide) => {
      const bottom = slide.querySelector(':scope > div')?.getBoundingClientRect().bottom ?? 0
      return bottom > slide.getBoundingClientRect().bottom + 1 && !slide.matches('.scrolls')
    })
    return {
      titles,
      lines: [...lines.values()].slice(0, -1),
      fits: slides.map(({ style: own }) => own.getPropertyValue('--fit')),
      below: below.length,
    }
  })
  await page.context().close()
  expect(found.titles.length).toBeGreaterThan(4)
  expect(new Set(found.titles)).toEqual(new Set(['80 72 1']))
  expect(found.below).toBe(0)
  // Of two lines or more, each but the last.
  expect(found.lines.length).toBeGreaterThan(2)
  for (const length of found.lines) expect(length).toBeGreaterThanOrEqual(45)
  for (const length of found.lines) expect(length).toBeLessThanOrEqual(90)
})

test.each(SCHEMES)('slides of another size have their number and arrows on a ground of their own, %s', async (scheme) => {
  const page = await open(scheme, 'scs', 'sized')
  expect(await page.locator('.reveal.composed').count()).toBe(0)
  for (const part of ['.slide-number', '.controls button.enabled']) expect(await settledContrastIn(page, part), part).toBeGreaterThan(4.5)
  await page.context().close()
})

test.each(['kinds', 'plain'])('the first slide of %s is painted in place', async (name) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 700 } })
  await context.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const page = await context.newPage()
  // The style sheets come late, as over a slow line.
  await page.route(/\.css$/, (route) => setTimeout(() => void route.continue(), 400))
  await page.goto(`${sites.get('scs')?.url}${name}.html`, { waitUntil: 'commit' })
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.slides > section:first-child > div > *')].map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect()
        return [left, top, width, height].map(Math.round).join(' ')
      }),
    )
  await page.waitForFunction(() => document.querySelector('.slides > section:first-child h2') !== null)
  const early = await boxes()
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  expect(await boxes()).toEqual(early)
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
  await context.close()
})

test('code that is whole in small letters does not scroll', async () => {
  const page = await open('light', 'scs', 'code')
  await page.keyboard.press('ArrowDown')
  await page.waitForSelector('section.kind-code.present')
  const hidden = await page.locator('pre code').evaluateAll((all) => all.map((code) => code.scrollHeight - code.clientHeight))
  const sizes = await page.locator('pre code').evaluateAll((all) => all.map((code) => getComputedStyle(code).fontSize))
  const fits = await page.locator('section.kind-code').evaluate((slide) => slide.style.getPropertyValue('--fit'))
  await page.context().close()
  expect({ hidden, sizes, fits }).toEqual({ hidden: [0, 0], sizes: ['12px', '12px'], fits: '' })
})

test('on paper, the name of a section begins above the title', async () => {
  const page = await open('light', 'scs', 'code')
  await page.emulateMedia({ media: 'print' })
  await page.waitForSelector('.on-paper section.kind-code')
  const { left, width, title } = await page.locator('section.kind-code').evaluate((slide) => ({
    left: slide.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(slide, '::before').insetInlineStart),
    width: slide.clientWidth,
    title: slide.querySelector('.head')?.getBoundingClientRect().left,
  }))
  await page.context().close()
  expect(width).toBeGreaterThan(1280)
  expect(left).toBeCloseTo(title ?? 0, 0)
})

test.each(['scs', 'hawthorn'] as const)('a small table has large letters and half of the width, in %s', async (brand) => {
  const page = await open('light', brand)
  await goTo(page, 6)
  const table = page.locator('section.present table')
  const width = await table.evaluate((element) => (element as HTMLElement).offsetWidth)
  const size = await table
    .locator('td')
    .first()
    .evaluate((cell) => getComputedStyle(cell).fontSize)
  await page.context().close()
  expect({ width, size }).toEqual({ width: 560, size: '32px' })
})
