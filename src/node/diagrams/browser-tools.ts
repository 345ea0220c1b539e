import { readFileSync } from 'node:fs'
import path from 'node:path'
import { svgSizeText, LARGEST_SVG } from '../../core/diagram.ts'
import { MERMAID_CONFIG } from '../../core/diagrams/mermaid.ts'
import type { DrawnDiagram } from '../../core/model.ts'
import type { FoundPackage } from '../package/package-paths.ts'
import type { Chromium } from '../chromium/open-chromium.ts'
import type { ChromiumPage } from '../chromium/open-page.ts'
import { within } from '../chromium/within.ts'
import { drawAbc, drawMermaid } from './in-page.ts'

/** Tools that need a browser, and the file of their package that runs in it. */
export const BROWSER_TOOLS = {
  mermaid: { package: 'mermaid', file: 'dist/mermaid.min.js' },
  abc: { package: 'abcjs', file: 'dist/abcjs-basic-min.js' },
} as const

// Charts that fill their window keep text of a size that can be read on a slide.
const WINDOW = { width: 700, height: 500 }

export type BrowserTool = keyof typeof BROWSER_TOOLS

export interface BrowserDiagram {
  readonly tool: BrowserTool
  readonly from: FoundPackage
  readonly source: string
  /** Milliseconds that it may take. */
  readonly limit: number
}

export interface BrowserTools {
  /** Loads a tool unless it is loaded. Throws like `draw`. */
  readonly load: (tool: BrowserTool, from: FoundPackage) => Promise<unknown>
  /** `undefined` if it takes too long. Throws if the browser stops; the next diagram starts it again. */
  readonly draw: (diagram: BrowserDiagram) => Promise<DrawnDiagram | undefined>
  readonly close: () => Promise<void>
}

/** Tools that render diagrams in Chromium, which is closed if a diagram takes too long. */
export function openBrowserTools(chromium: Chromium): BrowserTools {
  const pages = new Map<BrowserTool, Promise<ChromiumPage>>()
  const close = async () => {
    pages.clear()
    await chromium.close()
  }
  const openPage = async (tool: BrowserTool, from: FoundPackage): Promise<ChromiumPage> => {
    const browser = await chromium.start()
    const page = await browser.openPage(WINDOW)
    await page.run('document.open();document.write(\'<!doctype html><meta charset="utf-8"><body></body>\');document.close()')
    await page.run(readFileSync(path.join(from.folder, BROWSER_TOOLS[tool].file), 'utf8'))
    return page
  }
  const load = async (tool: BrowserTool, from: FoundPackage): Promise<ChromiumPage> => {
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
    load,
    async draw({ tool, from, source, limit }) {
      const page = await load(tool, from)
      try {
        const work = { source, most: LARGEST_SVG }
        const drawing = tool === 'mermaid' ? page.call(drawMermaid, { ...work, config: MERMAID_CONFIG }) : page.call(drawAbc, work)
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
