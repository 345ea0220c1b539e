import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { svgSizeText, LARGEST_SVG } from '../../core/diagram.ts'
import { MERMAID_CONFIG } from '../../core/diagrams/mermaid.ts'
import type { DrawnDiagram } from '../../core/model.ts'
import type { FoundPackage } from '../package/package-paths.ts'
import { launchChromium } from '../chromium/launch-chromium.ts'
import { drawAbc, drawMermaid } from './in-page.ts'

/** Tools that need a browser, and the file of their package that runs in it. */
export const BROWSER_TOOLS = {
  mermaid: { package: 'mermaid', file: 'dist/mermaid.min.js' },
  abc: { package: 'abcjs', file: 'dist/abcjs-basic-min.js' },
} as const

// Charts that fill their window keep text of a size that can be read on a slide.
const VIEWPORT = { width: 700, height: 500 }

export type BrowserTool = keyof typeof BROWSER_TOOLS

export interface BrowserDiagram {
  readonly tool: BrowserTool
  readonly from: FoundPackage
  readonly source: string
  /** Milliseconds that it may take. */
  readonly limit: number
}

export interface Chromium {
  /** Starts the browser unless it runs. Throws where that fails. */
  readonly start: () => Promise<unknown>
  /** Loads a tool unless it is loaded. Throws like `draw`. */
  readonly load: (tool: BrowserTool, from: FoundPackage) => Promise<unknown>
  /** `undefined` if it takes too long. Throws if the browser stops; the next diagram starts it again. */
  readonly draw: (diagram: BrowserDiagram) => Promise<DrawnDiagram | undefined>
  readonly close: () => Promise<void>
}

/** A Chromium that renders diagrams: it has no network, and is closed if a diagram takes too long. */
export function openChromium(executablePath: string): Chromium {
  let browser: Promise<Browser> | undefined
  const pages = new Map<BrowserTool, Promise<Page>>()
  const close = async () => {
    const open = browser
    browser = undefined
    pages.clear()
    // A browser that did not start need not be closed.
    const running = await open?.catch(() => undefined)
    await running?.close()
  }
  const start = () => (browser ??= launchChromium(executablePath))
  const openPage = async (tool: BrowserTool, from: FoundPackage): Promise<Page> => {
    const page = await (await start()).newPage({ offline: true, viewport: VIEWPORT })
    await page.route('**', (route) => route.abort())
    await page.setContent('<!doctype html><meta charset="utf-8"><body></body>')
    await page.addScriptTag({ content: readFileSync(path.join(from.folder, BROWSER_TOOLS[tool].file), 'utf8') })
    return page
  }
  const load = async (tool: BrowserTool, from: FoundPackage): Promise<Page> => {
    const opened = pages.get(tool) ?? openPage(tool, from)
    pages.set(tool, opened)
    try {
      return await opened
    } catch (cause) {
      await close()
      throw cause
    }
  }
  return {
    start,
    load,
    async draw({ tool, from, source, limit }) {
      const page = await load(tool, from)
      try {
        const work = { source, most: LARGEST_SVG }
        const drawing = tool === 'mermaid' ? page.evaluate(drawMermaid, { ...work, config: MERMAID_CONFIG }) : page.evaluate(drawAbc, work)
        const drawn = await within(limit, drawing)
        if (!drawn) await close()
        return typeof drawn === 'number' ? { tooMuch: svgSizeText(drawn) } : drawn
      } catch (cause) {
        await close()
        throw cause
      }
    },
    close,
  }
}

/** What a promise gives, or `undefined` where it takes longer than `limit` milliseconds. */
async function within<T>(limit: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  // After the timeout, ignore a late rejection.
  promise.catch(() => undefined)
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
