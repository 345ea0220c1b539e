import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (theme: string, ...slides: readonly string[]) =>
  `---\ntitle: A deck\nslideOptions:\n  theme: ${theme}\n  transition: slide\n---\n\n${slides.join('\n\n---\n\n')}\n`

const SHOWN = {
  columns: ':::columns 2:1\n- left\n+++\nright\n:::',
  steps: '<!-- .slide: class="steps" -->\n\n- one\n  - deeper\n- two',
  stretch: '## A heading\n\n![x](./leaf.svg) <!-- .element: class="r-stretch" -->\n\nbelow',
  fit: '## Fit <!-- .element: class="r-fit-text" -->',
  stack: '<div class="r-stack">\n\n![a](./leaf.svg =300x)\n\n![b](./leaf.svg =200x) <!-- .element: class="fragment" -->\n\n</div>',
  before: '<!-- .slide: data-auto-animate -->\n\n# Moves',
  after: '<!-- .slide: data-auto-animate -->\n\n# Moves\n\nfurther\n\nand further',
  hidden: '<!-- .slide: data-visibility="hidden" -->\n\n## Hidden',
  uncounted: '<!-- .slide: data-visibility="uncounted" -->\n\n## Uncounted',
  gradient:
    '<!-- .slide: data-background-gradient="linear-gradient(to right, #123, #456)" data-state="dusk" data-transition="zoom" -->\n\n## Gradient',
  picture:
    '<!-- .slide: data-background-image="./photo.jpg" data-background-size="contain" data-background-position="left" data-background-opacity="0.5" -->\n\n## Picture',
  code: `\`\`\`js=10 {1|2-3}\nconst wide = '${'w'.repeat(200)}'\nsecond()\nthird()\n\`\`\`\n\n\`\`\`js\n${'line()\n'.repeat(60)}\`\`\``,
} as const

const names = Object.keys(SHOWN).filter((name) => name !== 'hidden')
let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-features-'))
  cpSync(path.resolve('decks/hedgerow.jpg'), path.join(root, 'photo.jpg'))
  cpSync(path.resolve('decks/leaf.svg'), path.join(root, 'leaf.svg'))
  writeFileSync(path.join(root, 'deck.md'), deck('white', ...Object.values(SHOWN)))
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(name: keyof typeof SHOWN): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, faults } = await watchPage(await browser.newContext({ viewport: { width: 1280, height: 720 } }), new URL(site.url).origin)
  await page.goto(`${site.url}deck.html#/${names.indexOf(name)}`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  return { page, faults }
}

const fragments = (page: Page) => page.evaluate(() => document.querySelectorAll('section.present .fragment.visible').length)
const box = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const slide = document.querySelector('.slides')?.getBoundingClientRect()
    const found = document.querySelector(`section.present ${wanted}`)?.getBoundingClientRect()
    if (!slide || !found) throw new Error(`there is no ${wanted}`)
    const { left, right, top, bottom, width, height } = found
    const scale = slide.width / 960
    const isInside = left >= slide.left - 1 && right <= slide.right + 1 && top >= slide.top - 1 && bottom <= slide.bottom + 1
    return { left, width: width / scale, height: height / scale, isInside }
  }, selector)

describe('on a slide', () => {
  test('columns stand beside each other, as wide as they say', async () => {
    const { page } = await open('columns')
    const [left, right] = [await box(page, '.columns > :first-child'), await box(page, '.columns > :last-child')]
    expect(left.left + left.width).toBeLessThan(right.left)
    expect(left.width / right.width).toBeCloseTo(2, 1)
    await page.context().close()
  })

  test('items of lists appear one after the other', async () => {
    const { page } = await open('steps')
    for (const shown of [0, 1, 2, 3]) {
      expect(await fragments(page)).toBe(shown)
      await page.keyboard.press('ArrowRight')
    }
    await page.context().close()
  })

  test('what is stretched takes the room that is left', async () => {
    const { page } = await open('stretch')
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('section.present img')?.complete)
    const picture = await box(page, 'img')
    expect(picture.height).toBeGreaterThan(450)
    expect(picture.isInside).toBe(true)
    expect((await box(page, 'p:last-child')).isInside).toBe(true)
    await page.context().close()
  })

  test('text fits its width', async () => {
    const { page } = await open('fit')
    expect((await box(page, 'h2')).height).toBeGreaterThan(200)
    await page.context().close()
  })

  test('what is stacked stands in one place', async () => {
    const { page } = await open('stack')
    const centres = await page.evaluate(() =>
      [...document.querySelectorAll('section.present .r-stack img')].map((image) => {
        const { left, width } = image.getBoundingClientRect()
        return Math.round(left + width / 2)
      }),
    )
    expect(new Set(centres).size).toBe(1)
    await page.context().close()
  })

  test('what stands on both slides moves from one to the other', async () => {
    const { page, faults } = await open('before')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.querySelector('section.present[data-auto-animate="running"]'))
    const moving = await page.evaluate(() => document.querySelectorAll('section.present [data-auto-animate-target]').length)
    expect(moving).toBeGreaterThan(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a hidden slide is not there, and one that is not counted has no part in the progress', async () => {
    const { page } = await open('uncounted')
    expect(await page.evaluate(() => document.querySelectorAll('.slides > section').length)).toBe(names.length)
    expect(await page.evaluate(() => document.querySelector('section.present h2')?.textContent)).toBe('Uncounted')
    await page.context().close()
  })

  test('backgrounds are colours, gradients and pictures with size, place and opacity; a slide may name its state', async () => {
    const { page, faults } = await open('gradient')
    const background = () =>
      page.evaluate(() => {
        const { backgroundImage, backgroundSize, backgroundPosition, opacity } = getComputedStyle(
          document.querySelector('.slide-background.present .slide-background-content') ?? document.body,
        )
        return { backgroundImage, backgroundSize, backgroundPosition, opacity }
      })
    const gradient = () => getComputedStyle(document.querySelector('.slide-background.present') ?? document.body).backgroundImage
    expect(await page.evaluate(gradient)).toContain('linear-gradient')
    expect(await page.evaluate(() => document.querySelector('.reveal')?.parentElement?.closest('.deck-state-dusk') !== null)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction((at) => document.querySelectorAll('.slides > section')[at]?.matches('.present'), names.indexOf('picture'))
    expect(await background()).toEqual({
      backgroundImage: expect.stringContaining('photo.jpg'),
      backgroundSize: 'contain',
      backgroundPosition: '0% 50%',
      opacity: '0.5',
    })
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('long lines and long blocks of code scroll inside the slide, and steps show their lines', async () => {
    const { page } = await open('code')
    for (const block of ['pre:first-of-type', 'pre:last-of-type']) expect((await box(page, block)).isInside).toBe(true)
    const dimmed = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('section.present pre:first-of-type .code-line')].map(
          (line) => getComputedStyle(line).color === 'rgb(98, 107, 117)',
        ),
      )
    await page.waitForTimeout(300)
    expect(await dimmed()).toEqual([false, true, true])
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
    expect(await dimmed()).toEqual([true, false, false])
    const copied = await page.evaluate(() => {
      const code = document.querySelector('section.present pre:first-of-type code')
      getSelection()?.selectAllChildren(code ?? document.body)
      return String(getSelection())
    })
    expect(copied).toMatch(/^const wide = 'w+'\n+second\(\)\n+third\(\)\s*$/)
    await page.context().close()
  })
})

describe.each([
  ['a desktop', { width: 1280, height: 720 }, names],
  ['a phone', { width: 390, height: 844 }, ['columns']],
])('on %s', (_, viewport, shown) => {
  test('axe finds nothing', async () => {
    const context = await browser.newContext({ bypassCSP: true, viewport })
    for (const name of shown) {
      const page = await context.newPage()
      await page.goto(`${site.url}deck.html#/${names.indexOf(name)}`)
      // On an upright phone nothing is presented.
      await page.waitForFunction(() => document.querySelector('.reveal.ready') ?? matchMedia('(max-width: 640px)').matches)
      await page.waitForLoadState('networkidle')
      const { violations, passes } = await runAxe(page, { include: ['body'] }, WCAG)
      expect({ name, violations }).toEqual({ name, violations: [] })
      expect(passes).toBeGreaterThan(5)
      await page.close()
    }
    await context.close()
  })
})
