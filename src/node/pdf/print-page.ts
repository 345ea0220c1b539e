import type { Browser } from 'playwright-core'
import { localeOf, longDate } from '../../core/i18n/formats.ts'
import { offlineAddress, serveOffline } from '../chromium/launch-chromium.ts'
import type { Bookmark, DocumentFacts } from './finish-pdf.ts'

/** The layout of decks on paper. */
export interface PaperOptions {
  /** One page for each step of a slide, not one with all of them. */
  readonly steps: boolean
  /** Slides on a page of A4, beside or above their notes. */
  readonly perPage?: 1 | 2 | 3
}

/** A deck that is to be printed. */
export interface Printing {
  /** Path of its page in the site. */
  readonly page: string
  readonly facts: DocumentFacts
  /** Its title without the day. */
  readonly name: string
  readonly paper: PaperOptions
  /** Address of the site, if its options have it. */
  readonly url?: string
}

export interface PrintTools {
  /** Folder of the built site. */
  readonly site: string
  /** Text of the script that lays out the page for paper. */
  readonly script: string
}

const LIMIT = 60_000

/** Prints the page of a deck. Throws if it is not ready within a minute. */
export async function printPage(
  browser: Browser,
  { page: file, facts, name, paper, url }: Printing,
  { site, script }: PrintTools,
): Promise<{ readonly pdf: Buffer; readonly bookmarks: readonly Bookmark[] }> {
  const { lang, date } = facts
  // The browser's own words are in the deck's language, and animations are off.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: localeOf(lang),
    reducedMotion: 'reduce',
    offline: true,
  })
  try {
    await serveOffline(context, site)
    const page = await context.newPage()
    page.setDefaultTimeout(LIMIT)
    await page.goto(offlineAddress(file))
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    await page.evaluate(script)
    const handout = paper.perPage && { perPage: paper.perPage, title: name, date: date === undefined ? '' : longDate(date, lang) }
    const bookmarks = await within(LIMIT, page.evaluate(prepare, { steps: paper.steps, handout, site: url }))
    const pdf = await within(LIMIT, page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }))
    return { pdf, bookmarks }
  } finally {
    await context.close()
  }
}

// Runs in the page, where the script has left the function.
function prepare(options: object): Promise<readonly Bookmark[]> {
  return (globalThis as unknown as { hedgerowPrint: (options: object) => Promise<readonly Bookmark[]> }).hedgerowPrint(options)
}

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`printing takes longer than ${limit / 1000} seconds`)), limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
