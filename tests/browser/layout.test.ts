import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../src/node/chromium/find-chromium.ts'
import { openChromium } from '../../src/node/chromium/open-chromium.ts'
import { measureLayout } from '../../src/node/chromium/measure-layout.ts'
import { launchChromium } from '../support/chromium.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const { HEDGEROW_CORPUS: corpus } = process.env
const looks = [
  ['with the brand scs', 'brand: scs\n'],
  ['without a brand', ''],
] as const

interface Faults {
  readonly slides: number
  readonly shown: readonly string[]
  readonly printed: readonly string[]
}

// Runs in the page.
function findFaults(): Faults {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')]
  const named = (slide: HTMLElement, index: number) => `slide ${index + 1} ${slide.textContent.trim().slice(0, 30)}`
  const faultsOf = (slide: HTMLElement): string[] => {
    const frame = slide.getBoundingClientRect()
    const faults = slide.matches('.scrolls') ? ['scrolls'] : []
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as HTMLElement
      const box = element.getBoundingClientRect()
      if (box.width === 0 || element.closest('aside, svg, math, .katex, .hr-background, pre code, table, [style*=absolute]')) continue
      const over = [frame.left - box.left, frame.top - box.top, box.right - frame.right, box.bottom - frame.bottom]
      if (Math.max(...over) > 2) faults.push(`${element.localName} is ${Math.round(Math.max(...over))} px outside`)
    }
    return faults
  }
  const look = () => slides.flatMap((slide, index) => faultsOf(slide).map((fault) => `${named(slide, index)}: ${fault}`))
  const measured = document.createElement('style')
  measured.textContent = '.slides section{display:block!important;transform:none!important;transition:none!important;inset:0!important}'
  document.head.append(measured)
  const shown = look()
  measured.remove()
  dispatchEvent(new Event('beforeprint'))
  const printed = look()
  dispatchEvent(new Event('afterprint'))
  return { slides: slides.length, shown, printed }
}

describe.skipIf(corpus === undefined).each(looks)('a real deck %s (set HEDGEROW_CORPUS)', (_, options) => {
  let holder: string
  let browser: Browser
  let ids: readonly string[]

  beforeAll(async () => {
    holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-layout-'))
    const decks = path.join(holder, 'decks')
    cpSync(corpus ?? '', decks, { recursive: true, filter: (file) => !file.includes(`${path.sep}reference`) })
    writeFileSync(path.join(decks, 'site.yaml'), `include: [training]\n${options}`)
    const printed = execFileSync(process.execPath, [command, 'build', 'decks', '--json'], { cwd: holder, stdio: 'pipe', encoding: 'utf8' })
    ids = (JSON.parse(printed) as { decks: { id: string }[] }).decks.map(({ id }) => id)
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    if (holder !== undefined) rmSync(holder, { recursive: true })
  })

  test.each([
    [1920, 1080],
    [1024, 768],
  ])('has nothing outside a slide at %d by %d, nor on paper', { timeout: 180_000 }, async (width, height) => {
    const page = await browser.newPage({ viewport: { width, height } })
    const faults: string[] = []
    let slides = 0
    for (const id of ids) {
      await page.goto(pathToFileURL(path.join(holder, 'dist', `${id}.html`)).href)
      await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
      const found = await page.evaluate(findFaults)
      slides += found.slides
      faults.push(...found.shown.map((fault) => `${id}, ${fault}`), ...found.printed.map((fault) => `${id} on paper, ${fault}`))
    }
    await page.close()
    expect(slides).toBeGreaterThan(500)
    expect(faults).toEqual([])
  })
})

const points = (count: number) => Array.from({ length: count }, (_, index) => `- Point ${index}`).join('\n')
const FULL = `---\nslideOptions:\n  theme: scs\n---\n\n# Room\n\n---\n\n# Full\n\n${points(20)}\n\n----\n\n# Too full\n\n${points(60)}\n`

test('a build tells which slides have more on them than room, with their lines', async () => {
  const holder = makeFolder()
  writeFiles(holder, { 'talks/full.md': FULL })
  const printed = execFileSync(process.execPath, [command, 'build', 'talks', '--layout', '--json'], { cwd: holder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(printed) as { diagnostics: { code: string; line: number; message: string }[] }
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['slide-overflow', 10],
    ['slide-overflow', 35],
  ])
  expect(diagnostics[0]?.message).toMatch(/^the slide overflows by \d+ % and is shown at (85|72|60) % of its size$/)
  expect(diagnostics[1]?.message).toMatch(/^the slide overflows by \d+ % and is shown at 60 % of its size, with scrolling$/)
})

test('check measures too, writes nothing, and a comment on a slide silences it there', () => {
  const holder = makeFolder()
  writeFiles(holder, { 'talks/full.md': FULL.replace('# Full\n', '<!-- hedgerow-ignore slide-overflow -->\n\n# Full\n') })
  const printed = execFileSync(process.execPath, [command, 'check', 'talks', '--layout', '--format', 'line'], {
    cwd: holder,
    encoding: 'utf8',
  })
  expect(printed).toMatch(/^talks\/full\.md:37:1: warning the slide overflows by .*\[slide-overflow\]\n$/)
  expect(readdirSync(holder)).toEqual(['talks'])
})

test('what was measured is kept, until the page changes', async () => {
  const holder = makeFolder()
  writeFiles(holder, { 'talks/full.md': FULL })
  execFileSync(process.execPath, [command, 'build', 'talks'], { cwd: holder, stdio: 'pipe' })
  const site = path.join(holder, 'dist')
  const cache = path.join(holder, 'cache')
  const chromium = openChromium(findChromium(process.env) ?? '')
  const first = await measureLayout(['full.html'], { chromium, site, cache })
  await chromium.close()
  expect(first.get('full.html')?.map(({ index, scrolls }) => [index, scrolls])).toEqual([
    [1, false],
    [2, true],
  ])
  const noBrowser = { chromium: openChromium(path.join(holder, 'nothing')), site, cache }
  expect(await measureLayout(['full.html'], noBrowser)).toEqual(first)
  writeFileSync(path.join(site, 'full.html'), `${readFileSync(path.join(site, 'full.html'), 'utf8')} `)
  await expect(measureLayout(['full.html'], noBrowser)).rejects.toThrow()
})
