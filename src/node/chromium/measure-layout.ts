import { readFileSync } from 'node:fs'
import path from 'node:path'
import { caches, isRecord, openJsonCache } from '../cache.ts'
import { answerFrom } from './answer-from.ts'
import type { Chromium } from './open-chromium.ts'
import { openDeck } from './open-deck.ts'
import type { ChromiumPage } from './open-page.ts'
import { visitPages } from './visit-pages.ts'
import { within } from './within.ts'

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
  readonly chromium: Chromium
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
  await visitPages(waiting, {
    chromium,
    page: { width: 1280, height: 720, answer: answerFrom(site) },
    atOnce: AT_ONCE,
    visit: measure,
    onDone(page, outcome) {
      if (!('result' in outcome)) return
      found.set(page, outcome.result)
      cache.write([read(page)], outcome.result)
    },
  })
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

async function measure(page: ChromiumPage, file: string): Promise<readonly FullSlide[]> {
  const open = async () => {
    await openDeck(page, file)
    return page.call(fullSlides)
  }
  const measured = await within(LIMIT, open())
  if (!measured) throw new Error(`opening takes longer than ${LIMIT / 1000} seconds`)
  return measured
}

interface Section {
  readonly dataset: Readonly<Record<string, string | undefined>>
  readonly matches: (selector: string) => boolean
  readonly style: { readonly getPropertyValue: (name: string) => string }
  readonly querySelector: (selector: string) => { readonly style: { readonly zoom: string } } | null
}

// Runs in the page, so it uses nothing from outside.
function fullSlides(): FullSlide[] {
  const { document } = globalThis as unknown as { document: { querySelectorAll: (selector: string) => Iterable<Section> } }
  return [...document.querySelectorAll('.slides section:not(.stack)')].flatMap((slide, index) => {
    const over = Number(slide.dataset['over'] ?? 0)
    const zoom = slide.style.getPropertyValue('--fit') || (slide.querySelector(':scope > div')?.style.zoom ?? '')
    return over === 0 ? [] : [{ index, over, size: Math.round((zoom === '' ? 1 : Number(zoom)) * 100), scrolls: slide.matches('.scrolls') }]
  })
}
