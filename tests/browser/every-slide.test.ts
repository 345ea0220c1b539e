import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const { HEDGEROW_CORPUS: corpus } = process.env

// Colours of authors are left alone.
const AUTHORS = ['.slides font', '.slides font *', '.slides [style*=color]', '.slides [style*=color] *']

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

async function faultsOf(address: string): Promise<{ slides: number; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', bypassCSP: true })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  const slides = await page.$$eval('.slides > section', (columns) =>
    columns.flatMap((column, h) => {
      const rows = column.querySelectorAll(':scope > section').length
      return Array.from({ length: Math.max(rows, 1) }, (_, v) => (v === 0 ? `#/${h}` : `#/${h}/${v}`))
    }),
  )
  const faults: string[] = []
  for (const scheme of ['light', 'dark']) {
    await page.evaluate((chosen) => (document.documentElement.dataset['scheme'] = chosen), scheme)
    for (const hash of slides) {
      await page.evaluate((wanted) => (location.hash = wanted), hash)
      // All steps, since what waits for one is not seen.
      await page.evaluate(async () => {
        await new Promise(requestAnimationFrame)
        for (const step of document.querySelectorAll('.present .fragment')) step.classList.add('visible')
      })
      const { violations } = await runAxe(page, { include: ['html'], exclude: AUTHORS }, WCAG)
      faults.push(...violations.map((violation) => `${hash} ${scheme}: ${violation}`))
    }
  }
  await context.close()
  return { slides: slides.length, faults }
}

test('axe finds nothing on any slide of the guide, in light and dark', async () => {
  const site = await serveBuilt(path.resolve('decks'))
  const { slides, faults } = await faultsOf(`${site.url}guide.html`)
  await site.close()
  expect(slides).toBeGreaterThan(30)
  expect(faults).toEqual([])
})

describe.skipIf(corpus === undefined)('of a real deck (set HEDGEROW_CORPUS)', () => {
  let holder: string
  let site: ServedSite

  beforeAll(async () => {
    holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-axe-'))
    cpSync(corpus ?? '', holder, { recursive: true, filter: (file) => !file.includes(`${path.sep}reference`) })
    writeFileSync(path.join(holder, 'site.yaml'), 'brand: scs\ninclude: [training]\n')
    site = await serveBuilt(holder)
  })

  afterAll(async () => {
    await site?.close()
    if (holder !== undefined) rmSync(holder, { recursive: true })
  })

  test.each(['community-call/20240822', 'community-call/20240926', 'training/03-architecture'])(
    'axe finds nothing on any slide of %s, in light and dark',
    async (id) => {
      const { slides, faults } = await faultsOf(`${site.url}${id}.html`)
      expect(slides).toBeGreaterThan(5)
      expect(faults).toEqual([])
    },
  )
})
