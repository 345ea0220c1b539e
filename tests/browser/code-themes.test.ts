import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runAxe } from './run-axe.ts'
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

test.each(THEMES)('code can be read with the theme %s', async (theme) => {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${site.url}${theme}.html`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  expect(await runAxe(page, { include: ['pre', 'p > code'] }, ['color-contrast'])).toEqual({ violations: [], passes: 1 })
  await context.close()
})

test.each(THEMES)('the theme %s is dark in dark and light in light, and can be read in both', async (theme) => {
  for (const scheme of ['dark', 'light']) {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
    await context.addInitScript((chosen) => localStorage.setItem('hedgerow-scheme', chosen), scheme)
    const page = await context.newPage()
    await page.goto(`${site.url}${theme}.html`)
    for (const [slide, shown] of [
      ['#/', 'pre'],
      ['#/1', 'h2'],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), slide)
      await page.waitForSelector(`.reveal.ready section.present ${shown}`)
      const read = 'section.present :is(pre, code, h2, p, mark, td, th)'
      expect(await runAxe(page, { include: [read] }, ['color-contrast'])).toEqual({ violations: [], passes: 1 })
    }
    const [ground = 0, text = 0] = await page.evaluate(() =>
      ['backgroundColor', 'color'].map((name) => {
        const style = getComputedStyle(document.querySelector('.reveal') ?? document.body)
        const parts = (name === 'color' ? style.color : style.backgroundColor).match(/\d+/g) ?? []
        return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
      }),
    )
    expect(ground < text).toBe(scheme === 'dark')
    expect(Math.abs(ground - text)).toBeGreaterThan(0.3)
    await context.close()
  }
})

test('what has the focus is framed in two tones, on the ground of every theme and scheme', async () => {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  for (const theme of THEMES) {
    await page.goto(`${site.url}${theme}.html`)
    await page.waitForFunction(() => document.querySelector('.reveal.ready'))
    const frames = await page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('.controls .navigate-right')
      button?.focus({ focusVisible: true } as FocusOptions)
      return [undefined, 'dark', 'light'].map((scheme) => {
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
    })
    expect(frames, theme).toEqual([true, true, true])
  }
  await context.close()
})
