import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { SiteOptions } from '../../core/config/site-options.ts'
import type { DeckSummary } from '../../core/model.ts'
import { datedTitle } from '../../core/pages/html-page.ts'
import { pagePath } from '../../core/pages/urls.ts'
import { caches, openCache } from '../cache.ts'
import { answerFrom } from '../chromium/answer-from.ts'
import type { Chromium } from '../chromium/open-chromium.ts'
import { visitPages } from '../chromium/visit-pages.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import { type DocumentFacts, finishPdf } from './finish-pdf.ts'
import { type PaperOptions, type Printing, printPage } from './print-page.ts'

export interface PrintDecks {
  readonly chromium: Chromium
  /** Folder of the built site. */
  readonly site: string
  readonly options: SiteOptions
  /** Path of the script that lays out decks for paper. */
  readonly script: string
  /** Folder of the cache. */
  readonly cache: string
  readonly paper: PaperOptions
  /** Called as soon as a deck is done, with its PDF or with the problem. */
  readonly onDeck: (deck: DeckSummary, printed: Printed) => void
}

export type Printed = { readonly pdf: Buffer; readonly isKept: boolean } | { readonly problem: string }

// One keeps a little more than a processor busy, and takes up to 240 MB.
const MOST_PAGES = 4

// Part of the cache key: increase it if PDFs are made in another way.
const VERSION = '2'

/** Prints decks of a built site; a deck of which nothing has changed is not printed again. Throws where Chromium does not start, and faults of the machine. */
export async function printDecks(decks: readonly DeckSummary[], printing: PrintDecks): Promise<void> {
  const { chromium, site, options, script, paper, onDeck } = printing
  const cache = openCache(printing.cache, caches.pdf)
  const digest = digester(site)
  const { mtimeMs, size } = statSync(chromium.path)
  const tools = [VERSION, String(mtimeMs), String(size), sha256(readFileSync(script))]
  const waiting: { readonly deck: DeckSummary; readonly job: Printing; readonly key: readonly string[] }[] = []
  for (const deck of decks) {
    const job = jobOf(deck, options, paper)
    const files = [...deck.assets, ...(options.logo === undefined ? [] : [options.logo]), ...options.sponsors.map(({ logo }) => logo)]
    // The names of style sheets and scripts change with them, and the page names them.
    const key = [...tools, JSON.stringify(job), ...[pagePath(deck.id), ...files].map(digest)]
    const pdf = cache.read(key)
    if (pdf) onDeck(deck, { pdf, isKept: true })
    else waiting.push({ deck, job, key })
  }
  if (waiting.length === 0) return
  const text = readFileSync(script, 'utf8')
  await visitPages(waiting, {
    chromium,
    page: { width: 1280, height: 720, answer: answerFrom(site), script: text },
    atOnce: Math.min(MOST_PAGES, availableParallelism()),
    async visit(page, { job }) {
      const { pdf, bookmarks } = await printPage(page, job)
      return finishPdf(pdf, job.facts, bookmarks)
    },
    onDone({ deck, key }, outcome) {
      if ('cause' in outcome) return onDeck(deck, { problem: reasonInLine(outcome.cause) })
      cache.write(key, outcome.result)
      return onDeck(deck, { pdf: outcome.result, isKept: false })
    },
  })
}

function jobOf(deck: DeckSummary, options: SiteOptions, paper: PaperOptions): Printing {
  const { title, authors, date } = deck
  const facts: DocumentFacts = {
    title: datedTitle(title, date),
    authors,
    lang: deck.lang ?? options.lang,
    date,
  }
  return { page: pagePath(deck.id), facts, name: title, paper, url: options.url }
}

/** Digests of the files of a site; each file is read once. */
function digester(site: string): (file: string) => string {
  const known = new Map<string, string>()
  const read = (file: string): string => {
    try {
      return sha256(readFileSync(path.join(site, file)))
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      return 'missing'
    }
  }
  return (file) => {
    const digest = known.get(file) ?? `${file} ${read(file)}`
    known.set(file, digest)
    return digest
  }
}
