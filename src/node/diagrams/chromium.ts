import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { MERMAID_CONFIG } from '../../core/diagrams/mermaid-config.ts'
import type { Drawing } from '../../core/model.ts'
import type { FoundPackage } from './find-package.ts'
import { drawAbc, drawMermaid } from './in-page.ts'

/** Tools that need a browser, and the file of their package that runs in it. */
export const BROWSER_TOOLS = {
  mermaid: { package: 'mermaid', file: 'dist/mermaid.min.js' },
  abc: { package: 'abcjs', file: 'dist/abcjs-basic-min.js' },
} as const

// Charts that fill their window keep text of a size that can be read on a slide.
const VIEWPORT = { width: 700, height: 500 }

export type BrowserTool = keyof typeof BROWSER_TOOLS

export interface Chromium {
  /** Starts the browser unless it runs. Throws where that fails. */
  readonly start: () => Promise<unknown>
  /** `undefined` where it takes too long. */
  readonly draw: (tool: BrowserTool, from: FoundPackage, source: string) => Promise<Drawing | undefined>
  readonly close: () => Promise<void>
}

/** A Chromium that draws: it has no network, and ends where a diagram takes too long. */
export function openChromium(executablePath: string, limit: number): Chromium {
  let browser: Promise<Browser> | undefined
  const pages = new Map<BrowserTool, Promise<Page>>()
  const close = async () => {
    const open = browser
    browser = undefined
    pages.clear()
    // One that did not start needs no end.
    const running = await open?.catch(() => undefined)
    await running?.close()
  }
  const start = () => (browser ??= launch(executablePath))
  const openPage = async (tool: BrowserTool, from: FoundPackage): Promise<Page> => {
    const page = await (await start()).newPage({ offline: true, viewport: VIEWPORT })
    await page.route('**', (route) => route.abort())
    await page.setContent('<!doctype html><meta charset="utf-8"><body></body>')
    await page.addScriptTag({ content: readFileSync(path.join(from.folder, BROWSER_TOOLS[tool].file), 'utf8') })
    return page
  }
  return {
    start,
    async draw(tool, from, source) {
      const opened = pages.get(tool) ?? openPage(tool, from)
      pages.set(tool, opened)
      const page = await opened
      const drawing =
        tool === 'mermaid' ? page.evaluate(drawMermaid, { source, config: MERMAID_CONFIG }) : page.evaluate(drawAbc, { source })
      const drawn = await within(limit, drawing)
      if (!drawn) await close()
      return drawn
    },
    close,
  }
}

/** What a promise gives, or `undefined` where it takes longer than `limit` milliseconds or fails. */
async function within<T>(limit: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit)
  })
  try {
    // A page that ends while it draws has failed as well.
    return await Promise.race([promise.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}

async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const isRoot = process.getuid?.() === 0
  try {
    return await chromium.launch({ executablePath, args, chromiumSandbox: !isRoot })
  } catch (cause) {
    if (isRoot) throw cause
    // Containers and some systems let nobody open a sandbox.
    return chromium.launch({ executablePath, args, chromiumSandbox: false })
  }
}
