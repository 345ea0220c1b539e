import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { caches, isRecord, openJsonCache } from '../cache.ts'
import { launchChromium, offlineAddress, serveOffline } from './launch-chromium.ts'

/** An overfull slide. */
export interface FullSlide {
  /** Its index among the slides of its deck. */
  readonly index: number
  /** By how many percent it is too high or too wide. */
  readonly over: number
  /** The percentage that it is shown at. */
  readonly size: number
  /** Even then it does not fit. */
  readonly scrolls: boolean
}

export interface MeasureLayout {
  /** Path of Chromium. */
  readonly chromium: string
  /** The built site. */
  readonly site: string
  /** Folder of the cache. */
  readonly cache: string
}

const AT_ONCE = 2
const LIMIT = 30_000

/**
 * Opens the pages of decks in Chromium and returns the overfull slides of each. A page that has not changed is
 * not opened again. Throws if Chromium does not start; a page that is not ready within 30 s is left out.
 */
export async function measureLayout(
  pages: readonly string[],
  { chromium, site, cache: folder }: MeasureLayout,
): Promise<ReadonlyMap<string, readonly FullSlide[]>> {
  const cache = openJsonCache(folder, caches.layout, areFullSlides)
  const found = new Map<string, readonly FullSlide[]>()
  const read = (page: string) => readFileSync(path.join(site, page), 'utf8')
  const waiting: string[] = []
  for (const page of pages) {
    // The text of a page changes with the files it loads, since their names contain hashes.
    const known = cache.read([read(page)])
    if (known) found.set(page, known)
    else waiting.push(page)
  }
  if (waiting.length === 0) return found
  const browser = await launchChromium(chromium)
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    await serveOffline(context, site)
    const work = async () => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        const measured = await measure(context, page)
        if (!measured) continue
        found.set(page, measured)
        cache.write([read(page)], measured)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    await browser.close()
  }
  return found
}

function areFullSlides(value: unknown): value is readonly FullSlide[] {
  return Array.isArray(value) && value.every(isFullSlide)
}

function isFullSlide(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { index, over, size, scrolls } = value
  return [index, over, size].every((number) => Number.isFinite(number)) && typeof scrolls === 'boolean'
}

async function measure(context: BrowserContext, file: string): Promise<FullSlide[] | undefined> {
  const page = await context.newPage()
  try {
    await page.goto(offlineAddress(file), { timeout: LIMIT })
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached', timeout: LIMIT })
    return await page.evaluate(fullSlides)
  } catch {
    return undefined
  } finally {
    await page.close()
  }
}

interface Section {
  readonly dataset: Readonly<Record<string, string | undefined>>
  readonly matches: (selector: string) => boolean
  readonly querySelector: (selector: string) => { readonly style: { readonly zoom: string } } | null
}

// Runs in the page, so it uses nothing from outside.
function fullSlides(): FullSlide[] {
  const { document } = globalThis as unknown as { document: { querySelectorAll: (selector: string) => Iterable<Section> } }
  return [...document.querySelectorAll('.slides section:not(.stack)')].flatMap((slide, index) => {
    const over = Number(slide.dataset['over'] ?? 0)
    const zoom = slide.querySelector(':scope > div')?.style.zoom ?? ''
    return over === 0 ? [] : [{ index, over, size: Math.round((zoom === '' ? 1 : Number(zoom)) * 100), scrolls: slide.matches('.scrolls') }]
  })
}
