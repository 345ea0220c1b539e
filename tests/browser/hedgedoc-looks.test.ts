import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// Computed in Chromium from reveal.js 3.9.2, each of its themes, and the style sheet that HedgeDoc 1.10 applies on top of it.
const LARGE = [150.8, 84.4, 62, 40, 33.2, 26.8]
const SMALL = [105, 67.2, 54.6, 42, 34.86, 28.14]
const HEDGEDOC = {
  beige: { text: '#333333', heading: '#333333', weight: '400', sizes: LARGE },
  black: { text: '#ffffff', heading: '#ffffff', weight: '600', sizes: SMALL },
  blood: { text: '#eeeeee', heading: '#eeeeee', weight: '700', sizes: LARGE },
  league: { text: '#eeeeee', heading: '#eeeeee', weight: '400', sizes: LARGE },
  moon: { text: '#93a1a1', heading: '#eee8d5', weight: '400', sizes: LARGE },
  night: { text: '#eeeeee', heading: '#eeeeee', weight: '400', sizes: LARGE },
  serif: { text: '#000000', heading: '#383d3d', weight: '400', sizes: LARGE },
  simple: { text: '#000000', heading: '#000000', weight: '400', sizes: LARGE },
  sky: { text: '#333333', heading: '#333333', weight: '400', sizes: LARGE },
  solarized: { text: '#657b83', heading: '#586e75', weight: '400', sizes: LARGE },
  white: { text: '#222222', heading: '#222222', weight: '600', sizes: SMALL },
} as const
const SYSTEM =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Helvetica, Arial, sans-serif, ' +
  '"Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol"'
const CODE = 'Menlo, Monaco, Consolas, "Courier New", monospace'

const TEXT = '# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n\nText and `code`\n\n- item\n\n```js\nlet x = 1\n```\n'
const NAMES_LATO = '<style>\n.reveal h1 { font-family: lato; }\n</style>\n\n# Deck\n'
const deck = (options: string, text: string) => `---\n${options}\n---\n\n${text}`

let browser: Browser
let root: string
let site: ServedSite
let pureRoot: string
let pure: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-hedgedoc-'))
  pureRoot = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-pure-'))
  for (const theme of Object.keys(HEDGEDOC)) writeFileSync(path.join(root, `${theme}.md`), deck(`slideOptions:\n  theme: ${theme}`, TEXT))
  for (const [theme, background, colour] of [
    ['white', 'dark', '#222'],
    ['black', 'light', '#fafafa'],
  ] as const)
    writeFileSync(
      path.join(root, `code-on-${background}.md`),
      deck(`slideOptions:\n  theme: ${theme}`, `<style>\n.reveal pre { background: ${colour}; }\n</style>\n\n${TEXT}`),
    )
  writeFileSync(path.join(root, 'lato.md'), deck('type: slide', NAMES_LATO))
  writeFileSync(path.join(pureRoot, 'site.yaml'), 'pureThemes: true\n')
  writeFileSync(path.join(pureRoot, 'league.md'), deck('slideOptions:\n  theme: league', TEXT))
  site = await serveBuilt(root)
  pure = await serveBuilt(pureRoot)
})

afterAll(async () => {
  await site.close()
  await pure.close()
  await browser.close()
  rmSync(root, { recursive: true })
  rmSync(pureRoot, { recursive: true })
})

async function open(address: string): Promise<{ readonly page: Page; readonly requested: readonly string[] }> {
  const page = await browser.newPage({ bypassCSP: true })
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForSelector('.reveal.ready', { state: 'attached' })
  return { page, requested }
}

async function stylesOf(page: Page, selectors: readonly string[]) {
  return page.evaluate((wanted) => {
    const hex = (colour: string) =>
      `#${(colour.match(/\d+/g) ?? []).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` // prettier-ignore
    return wanted.map((selector) => {
      const style = getComputedStyle(document.querySelector(`section.present ${selector}`) ?? document.body)
      const { fontFamily, fontSize, fontWeight, textTransform, color } = style
      return { selector, fontFamily, fontSize: Number.parseFloat(fontSize), fontWeight, textTransform, color: hex(color) }
    })
  }, selectors)
}

describe('without a brand', () => {
  test.each(Object.entries(HEDGEDOC))('the theme %s has the fonts, sizes and colours that it has in HedgeDoc', async (theme, known) => {
    const { page } = await open(`${site.url}${theme}.html`)
    const headings = known.sizes.map((fontSize, index) => ({
      ...{ selector: `h${index + 1}`, fontFamily: SYSTEM, fontSize, fontWeight: known.weight, textTransform: 'none', color: known.heading },
    }))
    const [, , , main = 0] = known.sizes
    const fontWeight = theme === 'blood' ? '300' : '400'
    const text = { fontFamily: SYSTEM, fontSize: main, fontWeight, textTransform: 'none', color: known.text }
    const selectors = [...headings.map(({ selector }) => selector), 'p', 'li', 'p > code']
    expect(await stylesOf(page, selectors)).toEqual([
      ...headings,
      { selector: 'p', ...text },
      // The theme blood has thin paragraphs, but no thin lists.
      { selector: 'li', ...text, fontWeight: '400' },
      { selector: 'p > code', ...text, fontFamily: CODE },
    ])
    const [block] = await stylesOf(page, ['pre > code'])
    expect(block).toMatchObject({ fontFamily: CODE, fontSize: Number((main * 0.55).toFixed(4)) })
    await page.close()
  })

  test.each(['black', 'blood', 'league', 'moon', 'night'])('the dark theme %s has code on a dark panel, as in zenburn', async (theme) => {
    const { page } = await open(`${site.url}${theme}.html`)
    const [background, text] = await page
      .locator('pre')
      .evaluate((pre) => [getComputedStyle(pre).backgroundColor, getComputedStyle(pre).color])
    expect([background, text]).toEqual(['rgb(63, 63, 63)', 'rgb(220, 220, 220)'])
    await page.close()
  })

  test.each(['dark', 'light'])('code on a %s background of the author has colours for it', async (background) => {
    const { page } = await open(`${site.url}code-on-${background}.html`)
    const colours = page.locator('pre code, pre .hljs-keyword').evaluateAll((all) => all.map((one) => getComputedStyle(one).color))
    expect(await colours).toEqual(
      background === 'dark' ? ['rgb(220, 220, 220)', 'rgb(227, 206, 171)'] : ['rgb(36, 41, 47)', 'rgb(140, 42, 107)'],
    )
    await page.close()
  })

  test('the site can ask for the theme as reveal.js has it', async () => {
    const { page } = await open(`${pure.url}league.html`)
    const [heading, text] = await stylesOf(page, ['h1', 'p'])
    expect(heading).toMatchObject({ textTransform: 'uppercase', fontFamily: expect.stringContaining('League Gothic') as string })
    expect(text).toMatchObject({ fontFamily: expect.stringMatching(/^Lato/) as string })
    await page.close()
  })
})

test('Lato is loaded where a deck names it, and only there', async () => {
  const { page, requested } = await open(`${site.url}lato.html`)
  expect(requested.filter((address) => /lato-.*woff2/.test(address))).toHaveLength(1)
  expect(await page.evaluate(() => document.fonts.check('bold 40px lato'))).toBe(true)
  expect((await stylesOf(page, ['h1']))[0]).toMatchObject({ fontFamily: 'lato', textTransform: 'none' })
  await page.close()
  for (const theme of ['black', 'league']) {
    const other = await open(`${site.url}${theme}.html`)
    expect(other.requested.filter((address) => /woff2/.test(address))).toEqual([])
    await other.page.close()
  }
})
