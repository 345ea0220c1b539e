import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

const READER = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js')
const ADDRESS = '/virtual-screen-reader.js'

// Longer than any page of the tests.
const MOST = 3000

interface Reader {
  readonly start: (options: { readonly container: Element | null }) => Promise<void>
  readonly next: () => Promise<void>
  readonly lastSpokenPhrase: () => Promise<string>
  readonly spokenPhraseLog: () => Promise<string[]>
  readonly stop: () => Promise<void>
}

/** Lets pages of a context load the virtual screen reader. The context does without the content security policy of the pages. */
export async function bringReader(context: BrowserContext): Promise<void> {
  await context.route(`**${ADDRESS}`, (route) => route.fulfill({ path: READER, contentType: 'text/javascript' }))
}

/** What a screen reader says from the first to the last element below `selector`, a line each, without the ends of elements. */
export async function readAloud(page: Page, selector = 'body'): Promise<string> {
  if (!(await page.evaluate(() => 'reader' in window)))
    await page.addScriptTag({ type: 'module', content: `import { virtual } from '${ADDRESS}'; window.reader = virtual` })
  await page.waitForFunction(() => 'reader' in window)
  const said = await page.evaluate(
    async ([root, most]) => {
      const { reader } = window as unknown as { reader: Reader }
      // Browsers offer neither of these to screen readers; the virtual one reads them.
      for (const unseen of document.querySelectorAll('noscript')) unseen.remove()
      for (const part of document.querySelectorAll<HTMLElement>('details:not([open]) > :not(summary)')) part.hidden = true
      await reader.start({ container: document.querySelector(root) })
      const first = await reader.lastSpokenPhrase()
      for (let step = 0; step < most; step += 1) {
        await reader.next()
        const phrase = await reader.lastSpokenPhrase()
        if (phrase === `end of ${first}` || phrase === first) break
      }
      const log = await reader.spokenPhraseLog()
      await reader.stop()
      return log
    },
    [selector, MOST] as const,
  )
  return said.filter((phrase) => !phrase.startsWith('end of ')).join('\n')
}
