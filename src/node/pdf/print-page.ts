import { localeOf, longDate } from '../../core/i18n/formats.ts'
import { openDeck } from '../chromium/open-deck.ts'
import type { ChromiumPage } from '../chromium/open-page.ts'
import { within } from '../chromium/within.ts'
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

export interface PrintedPage {
  readonly pdf: Buffer
  readonly bookmarks: readonly Bookmark[]
}

// In milliseconds. A deck takes some seconds, but builds run on busy machines, too.
const LIMIT = 180_000

/** Prints a deck in a page that has the script for printing, and then can print the next. Throws if that takes longer than three minutes. */
export async function printPage(page: ChromiumPage, printing: Printing): Promise<PrintedPage> {
  const printed = await within(LIMIT, printIn(page, printing))
  if (!printed) throw new Error(`printing takes longer than ${LIMIT / 1000} seconds`)
  return printed
}

async function printIn(page: ChromiumPage, { page: file, facts, name, paper, url }: Printing): Promise<PrintedPage> {
  const { lang, date } = facts
  // The browser's own words are in the deck's language.
  await page.setLanguage(localeOf(lang))
  await openDeck(page, file)
  const handout = paper.perPage && { perPage: paper.perPage, title: name, date: date === undefined ? '' : longDate(date, lang) }
  const bookmarks = await page.call(prepare, { steps: paper.steps, handout, site: url })
  return { bookmarks, pdf: await page.print() }
}

// Runs in the page, where the script has left the function.
function prepare(options: object): Promise<readonly Bookmark[]> {
  return (globalThis as unknown as { hedgerowPrint: (options: object) => Promise<readonly Bookmark[]> }).hedgerowPrint(options)
}
