import fc from 'fast-check'
import { serialize } from 'parse5'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanStyleSheet } from '../../src/core/clean/clean-css.ts'
import { cleanSvg } from '../../src/core/clean/clean-svg.ts'
import { createSanitizer } from '../../src/core/clean/sanitize.ts'
import { createRenderer } from '../../src/core/markdown/render-markdown.ts'
import type { Tree } from '../../src/core/model.ts'
import { launchChromium } from '../support/chromium.ts'
import { flatTree } from '../support/flat-tree.ts'
import { hostileCss } from '../support/hostile-css.ts'
import { hostileHtml } from '../support/hostile-html.ts'
import { hostileSvg } from '../support/hostile-svg.ts'
import { parseInBrowser } from '../support/parse-in-browser.ts'
import { propertyRuns } from '../support/property-runs.ts'
import { readAttacks } from '../support/read-attacks.ts'
import { readCssInBrowser } from '../support/read-css-in-browser.ts'
import { readSvgInBrowser } from '../support/read-svg-in-browser.ts'
import { recordReports } from '../support/record-reports.ts'

// A browser that parsed what we wrote into something else would run what we never saw.
const sanitize = createSanitizer()
const render = createRenderer(() => undefined)
const attacks = readAttacks(process.env['HEDGEROW_PAYLOADS'], 0).filter(({ markdown }) => markdown.length < 20_000)

// A page is UTF-8: halves of characters do not reach a browser.
const written = (text: string) => Buffer.from(text).toString()
const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number) => fc.sample(arbitrary, propertyRuns(count))

function clean(html: string): Tree {
  return sanitize(written(html), { file: 'deck.md', line: 1, markdown: '' }, recordReports().report).tree
}

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  // Nothing is asked of a server, whatever the texts say.
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }) : route.abort(),
  )
  await page.goto('http://site.invalid/')
})

afterAll(() => browser.close())

// A parser drops the line break after <pre>, and what is no character of a text.
const bare = (lines: readonly string[] = []) =>
  lines.map((line) => line.replace(/\\n|\\r|\\u0000/g, '')).filter((line) => !line.endsWith(' ""'))

async function expectReadAlike(inputs: readonly string[]): Promise<void> {
  const trees = inputs.map(clean)
  const outputs = trees.map((tree) => serialize(tree))
  const parsed = await parseInBrowser(page, outputs)
  expect(parsed.ran).toEqual([])
  const different = trees.flatMap((tree, index) => {
    const expected = bare(flatTree(tree))
    const { inner, parser, document } = parsed.trees[index] ?? {}
    const isSame = [inner, parser, document].every((lines) => JSON.stringify(bare(lines)) === JSON.stringify(expected))
    return isSame ? [] : [{ input: inputs[index], output: outputs[index], expected, inner, parser, document }]
  })
  expect(different).toEqual([])
}

describe('HTML that has been cleaned', () => {
  test('is to a browser what it is to us, however it parses it, and runs nothing', async () => {
    await expectReadAlike(sample(hostileHtml, 400))
  })

  test.skipIf(attacks.length === 0)('is so for each known attack, as HTML and as markdown (set HEDGEROW_PAYLOADS)', async () => {
    const rendered = attacks.map(({ markdown }) => render(markdown, { breaks: true, prefix: '0-0', lang: 'en', report: () => undefined }))
    await expectReadAlike([...attacks.map(({ markdown }) => markdown), ...rendered])
  })
})

describe('a style sheet that has been cleaned', () => {
  const expectHarmless = async (inputs: readonly string[]) => {
    const sheets = inputs.map((css) => cleanStyleSheet(written(css), () => undefined))
    const found = await readCssInBrowser(page, sheets)
    expect(found.flatMap((faults, index) => (faults.length === 0 ? [] : [{ input: inputs[index], sheet: sheets[index], faults }]))).toEqual(
      [],
    )
  }

  test('keeps to the slides and to its layer, and loads nothing, as a browser reads it', async () => {
    await expectHarmless(sample(hostileCss, 1000))
  })

  test.skipIf(attacks.length === 0)('does so for each known attack (set HEDGEROW_PAYLOADS)', async () => {
    await expectHarmless(attacks.map(({ markdown }) => /<style[^>]*>([^]*?)(?:<\/style|$)/i.exec(markdown)?.[1] ?? markdown))
  })
})

test('a drawing that has been cleaned holds nothing that runs or loads, alone as in a page', async () => {
  const inputs = sample(hostileSvg, 500)
  const drawings = inputs.map((svg) => cleanSvg(written(svg)) ?? '')
  const found = await readSvgInBrowser(page, drawings)
  expect(
    found.flatMap((faults, index) => (faults.length === 0 ? [] : [{ input: inputs[index], drawing: drawings[index], faults }])),
  ).toEqual([])
})
