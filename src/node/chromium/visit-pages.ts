import { isMachineFault } from '../files/system-errors.ts'
import type { Chromium } from './open-chromium.ts'
import type { ChromiumPage, PageOptions } from './open-page.ts'
import { within } from './within.ts'

export interface Visit<Item, Result> {
  readonly chromium: Chromium
  readonly page: PageOptions
  /** Number of pages that are open at the same time. */
  readonly atOnce: number
  readonly visit: (page: ChromiumPage, item: Item) => Promise<Result>
  /** Called as soon as an item is done, with what `visit` gives or throws. */
  readonly onDone: (item: Item, outcome: Outcome<Result>) => void
}

export type Outcome<Result> = { readonly result: Result } | { readonly cause: unknown }

// In milliseconds; the browser ends what does not close.
const LONGEST_CLOSE = 5000

/** Visits items in pages that stay open, since opening one takes longer than most visits. After a failure the next item has a new page. Throws where Chromium does not start, and faults of the machine. */
export async function visitPages<Item, Result>(items: readonly Item[], options: Visit<Item, Result>): Promise<void> {
  const waiting = [...items].values()
  const work = async () => {
    let page: ChromiumPage | undefined
    const closePage = async () => {
      const open = page
      page = undefined
      if (open) await within(LONGEST_CLOSE, open.close()).catch(() => undefined)
    }
    try {
      for (const item of waiting) {
        const browser = await options.chromium.start()
        const outcome = await settle(async () => {
          page ??= await browser.openPage(options.page)
          return options.visit(page, item)
        })
        if ('cause' in outcome) await closePage()
        options.onDone(item, outcome)
      }
    } finally {
      await closePage()
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.atOnce, items.length) }, work))
}

async function settle<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await work() }
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return { cause }
  }
}
