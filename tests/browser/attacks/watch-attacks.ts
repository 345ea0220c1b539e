import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../support/chromium.ts'
import { startCanaryHost } from './canary-host.ts'
import { listenForAttacks, walkSlides } from './in-page.ts'

/** What happened on a page of an attacker. */
export interface Outcome {
  /** The deck has started. */
  readonly isReady: boolean
  /** Nothing is missing at its end. */
  readonly isWhole: boolean
  /** Scripts that ran. */
  readonly scripts: readonly string[]
  /** Requests to other hosts. */
  readonly contacts: readonly string[]
  /** What the content security policy stopped. */
  readonly stopped: readonly string[]
  /** The page was left, or does not answer. */
  readonly lost: readonly string[]
  /** What is seen outside the slides. */
  readonly surroundings: readonly string[]
}

export interface Watcher {
  /** Opens a page and tries everything on it; waits so many milliseconds for its deck to start. */
  readonly look: (url: string, patience: number) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/**
 * Opens pages one after the other, with a host of ours in place of all others. `host` is where the pages are.
 * Each watcher has a browser of its own, since an attack upon a page without defence can end it; the next page is then opened in another.
 */
export async function openWatcher(host: string): Promise<Watcher> {
  const canary = await startCanaryHost()
  const told: string[] = []
  let browser: Browser | undefined
  const open = async (): Promise<Page> => {
    if (!browser?.isConnected()) browser = await launchChromium()
    const context = await browser.newContext({ proxy: { server: canary.proxy, bypass: host }, viewport: { width: 800, height: 600 } })
    await context.exposeBinding('tellOfAttack', (_, what: string) => told.push(what))
    await context.addInitScript(listenForAttacks)
    const page = await context.newPage()
    page.on('dialog', (dialog) => {
      told.push(`script: ${dialog.type()}`)
      void dialog.dismiss().catch(() => undefined)
    })
    page.on('crash', () => told.push('lost: crash'))
    page.on('popup', (popup) => void popup.close().catch(() => undefined))
    return page
  }
  let page: Page | undefined
  const visit = async (url: string, patience: number) => {
    try {
      page ??= await open()
      await page.goto(`${url}?transition=none`, { timeout: 20_000 })
      const walked = await page.evaluate(walkSlides, patience)
      if (!page.url().startsWith(url)) told.push(`lost: to ${page.url()}`)
      return walked
    } catch (cause) {
      told.push(`lost: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}`)
      return undefined
    }
  }
  return {
    async look(url, patience) {
      const walked = await visit(url, patience)
      const happened = told.splice(0)
      const of = (what: string) => happened.filter((text) => text.startsWith(`${what}: `))
      const lost = of('lost')
      // Whatever takes a page away may still do so while the next is opened.
      if (lost.length > 0) {
        await page
          ?.context()
          .close()
          .catch(() => undefined)
        page = undefined
      }
      return {
        isReady: walked?.isReady ?? false,
        isWhole: walked?.isWhole ?? false,
        scripts: of('script'),
        contacts: canary.take(),
        stopped: of('policy'),
        lost,
        surroundings: walked?.surroundings ?? [],
      }
    },
    async close() {
      await browser?.close()
      await canary.close()
    },
  }
}
