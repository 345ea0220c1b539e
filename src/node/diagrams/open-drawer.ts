import { statSync } from 'node:fs'
import path from 'node:path'
import type { Drawing } from '../../core/model.ts'
import { BROWSER_TOOLS, openChromium } from './chromium.ts'
import type { DiagramSource, Draw } from '../composer.ts'
import { openDrawingCache } from './drawing-cache.ts'
import { findPackage } from './find-package.ts'
import { openGraphviz } from './graphviz.ts'

/** What draws the diagrams of a site. */
export interface Drawer {
  readonly draw: Draw
  /** The script that draws in the browser of a viewer what could not be drawn here. */
  readonly script: DiagramScript | undefined
  readonly close: () => Promise<void>
}

export interface DiagramScript {
  /** Its name in the site's client folder. */
  readonly name: string
  readonly file: string
  readonly licence: string
  readonly bytes: number
}

export interface DrawerOptions {
  /** Path of Chromium, where there is one. */
  readonly chromium: string | undefined
  /** Folder that keeps drawings from one build to the next. */
  readonly cache: string
  /** Milliseconds after which a diagram is given up. */
  readonly limit?: number
}

// mermaid and graphviz draw what a slide can hold in a tenth of a second.
const LIMIT = 10_000
const LONGEST = 50_000

/** Opens what draws diagrams; nothing is started before the first that no earlier build has drawn. */
export function openDrawer({ chromium: executable, cache: folder, limit = LIMIT }: DrawerOptions): Drawer {
  const cache = openDrawingCache(folder)
  const graphviz = openGraphviz(limit)
  const chromium = executable === undefined ? undefined : openChromium(executable, limit)
  let failure = executable === undefined ? 'there is no Chromium' : ''
  const canBrowse = async (): Promise<boolean> => {
    if (!chromium || failure !== '') return false
    try {
      await chromium.start()
    } catch (cause) {
      failure = `Chromium does not start: ${firstLine(cause)}`
    }
    return failure === ''
  }
  const draw = async ({ tool, source }: DiagramSource): Promise<Drawing> => {
    if (source.length > LONGEST) return { problem: `it is longer than ${LONGEST} characters` }
    const name = tool === 'graphviz' ? '@viz-js/viz' : BROWSER_TOOLS[tool].package
    const from = findPackage(name)
    if (!from) return { problem: `the package ${name} is not installed` }
    const known = cache.read(tool, from.version, source)
    if (known) return known
    if (tool !== 'graphviz' && !(await canBrowse())) return tool === 'mermaid' ? { later: failure } : { problem: failure }
    let drawn: Drawing | undefined
    try {
      drawn = tool === 'graphviz' ? await graphviz.draw(source) : await chromium?.draw(tool, from, source)
    } catch (cause) {
      return { problem: `what draws it has stopped: ${firstLine(cause)}` }
    }
    // What takes too long here may not on a better day.
    if (!drawn) return { problem: `it takes longer than ${limit / 1000} seconds` }
    cache.write(tool, from.version, source, drawn)
    return drawn
  }
  return {
    draw,
    script: diagramScript(),
    async close() {
      await Promise.all([graphviz.close(), chromium?.close()])
    },
  }
}

function diagramScript(): DiagramScript | undefined {
  const found = findPackage(BROWSER_TOOLS.mermaid.package)
  if (!found) return undefined
  const file = path.join(found.folder, BROWSER_TOOLS.mermaid.file)
  return { name: `mermaid-${found.version}.js`, file, licence: path.join(found.folder, 'LICENSE'), bytes: statSync(file).size }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
}
