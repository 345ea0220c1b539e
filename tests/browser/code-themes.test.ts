import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { bringAxe, runAxe } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const THEMES = [
  ...'beige black black-contrast blood dracula league moon night serif simple sky solarized white white-contrast scs hawthorn'.split(' '),
]
const TEXT = '## Heading\n\nText, ==marked==\n\n> Quote\n\n| A |\n|---|\n| b |\n\n:::warning\nBox\n:::'
const CODE =
  '```js\n// a comment\nimport a from "b"\nconst x = 12 + true\nclass A extends B { f(y) { return `t` } }\n```\n\n```diff\n- old\n+ new\n```\n\n`inline`'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-themes-'))
  for (const theme of THEMES)
    writeFileSync(path.join(root, `${theme}.md`), `---\nslideOptions:\n  theme: ${theme}\n---\n\n${CODE}\n\n---\n\n${TEXT}\n`)
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

// On one page: to load it and axe takes longer than to look.
describe.each(THEMES)('with the theme %s', (theme) => {
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
    await bringAxe(context)
    page = await context.newPage()
    await page.goto(`${site.url}${theme}.html`)
    await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  })

  afterAll(() => context.close())

  test('code can be read', async () => {
    expect(await runAxe(page, { include: ['pre', 'p > code'] }, ['color-contrast'])).toEqual({ violations: [], passes: 1 })
  })

  test('what has the focus is framed in two tones, in every scheme', async () => {
    const frames = await page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('.controls .navigate-right')
      button?.focus({ focusVisible: true } as FocusOptions)
      const found = [undefined, 'dark', 'light'].map((scheme) => {
        if (scheme !== undefined) document.documentElement.dataset['scheme'] = scheme
        const style = getComputedStyle(button ?? document.body)
        const deck = getComputedStyle(document.querySelector('.reveal') ?? document.body)
        return (
          style.outlineStyle === 'solid' &&
          style.outlineWidth === '3px' &&
          style.outlineColor === deck.color &&
          style.boxShadow.includes(deck.backgroundColor)
        )
      })
      button?.blur()
      return found
    })
    expect(frames).toEqual([true, true, true])
  })

  test.each(['dark', 'light'])('%s is what it says, and can be read', async (scheme) => {
    // As loader.js sets it.
    await page.evaluate((chosen) => (document.documentElement.dataset['scheme'] = chosen), scheme)
    for (const [slide, shown] of [
      ['#/', 'pre'],
      ['#/1', 'h2'],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), slide)
      await page.waitForSelector(`.reveal.ready section.present ${shown}`)
      const read = 'section.present :is(pre, code, h2, p, mark, td, th)'
      expect(await runAxe(page, { include: [read] }, ['color-contrast'])).toEqual({ violations: [], passes: 1 })
    }
    const [background = 0, text = 0] = await page.evaluate(() =>
      ['backgroundColor', 'color'].map((name) => {
        const style = getComputedStyle(document.querySelector('.reveal') ?? document.body)
        const parts = (name === 'color' ? style.color : style.backgroundColor).match(/\d+/g) ?? []
        return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
      }),
    )
    expect(background < text).toBe(scheme === 'dark')
    expect(Math.abs(background - text)).toBeGreaterThan(0.3)
  })
})
