import { statSync } from 'node:fs'
import path from 'node:path'
import { LONGEST_DIAGRAM } from '../../core/diagram.ts'
import { GET_CHROMIUM } from '../../core/diagnostics/catalogue/entry.ts'
import type { DiagramTool, DrawnDiagram } from '../../core/model.ts'
import { BROWSER_TOOLS, openBrowserTools } from './browser-tools.ts'
import type { Chromium } from '../chromium/open-chromium.ts'
import { openDiagramCache } from './diagram-cache.ts'
import { findPackage, installCommand, packageFolder } from '../package/package-paths.ts'
import { thisRelease } from '../package/release.ts'
import { openGraphviz } from './graphviz.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'

/** The source of a diagram, in the language of its tool. */
export interface DiagramSource {
  readonly tool: DiagramTool
  readonly source: string
  /** Milliseconds left of the deck's limit. */
  readonly time: number
}

export interface Drawn {
  readonly drawing: DrawnDiagram
  /** In milliseconds; 0 if an earlier build has drawn it. */
  readonly took: number
}

export type Draw = (diagram: DiagramSource) => Promise<Drawn>

/** Renders the diagrams of a site. */
export interface DiagramRenderer {
  readonly draw: Draw
  /** The script that renders in the viewer's browser what could not be rendered here. */
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

export interface DiagramRendererOptions {
  /** Missing where none is installed. It is closed with the renderer. */
  readonly chromium: Chromium | undefined
  /** Folder of the cache. */
  readonly cache: string
  /** Time limit for a diagram, in milliseconds. */
  readonly limit?: number
  /** Memory limit of Graphviz, in bytes. */
  readonly memory?: number
}

// Mermaid and Graphviz need a tenth of a second for what fits on a slide.
const LIMIT = 10_000
// Ten times what the largest real graph needs.
const MEMORY = 256_000_000

/** Opens the diagram renderer. No tool is started before the first diagram that is not cached. */
export function openDiagramRenderer({ chromium, cache: folder, limit = LIMIT, memory = MEMORY }: DiagramRendererOptions): DiagramRenderer {
  const cache = openDiagramCache(folder)
  const graphviz = openGraphviz(memory)
  const browserTools = chromium && openBrowserTools(chromium)
  let failure = chromium === undefined ? 'Chromium was not found' : ''
  const canBrowse = async (): Promise<boolean> => {
    if (!chromium || failure !== '') return false
    try {
      await chromium.start()
    } catch (cause) {
      if (isMachineFault(cause)) {
        // The next diagram tries again, since in development the machine may have recovered.
        await chromium.close()
        throw cause
      }
      failure = `Chromium did not start: ${reasonInLine(cause)}`
    }
    return failure === ''
  }
  const draw = async ({ tool, source, time }: DiagramSource): Promise<Drawn> => {
    const without = (drawing: DrawnDiagram): Drawn => ({ drawing, took: 0 })
    if (source.length > LONGEST_DIAGRAM) return without({ tooMuch: `more than ${LONGEST_DIAGRAM} characters` })
    const name = tool === 'graphviz' ? '@viz-js/viz' : BROWSER_TOOLS[tool].package
    const from = findPackage(name)
    if (!from)
      return without({
        missing: `the package ${name} is missing`,
        remedy: `run \`${installCommand(name, packageFolder, thisRelease()?.tarball)}\` and build again`,
      })
    const key = [tool, from.version, String(limit), String(memory), source]
    const known = cache.read(key)
    if (known) return without(known)
    const most = Math.min(limit, time)
    const tooLong: DrawnDiagram = { tooMuch: `drawing it takes more than ${limit / 1000} seconds` }
    if (most <= 0) return without(tooLong)
    if (tool !== 'graphviz' && !(await canBrowse()))
      return without(tool === 'mermaid' ? { later: failure } : { missing: failure, remedy: GET_CHROMIUM.replace(/\.$/, '') })
    let drawn: DrawnDiagram | undefined
    let started = performance.now()
    try {
      if (tool !== 'graphviz') await browserTools?.load(tool, from)
      // Do not count the start of the tool as time of the first diagram.
      started = performance.now()
      drawn = tool === 'graphviz' ? await graphviz.draw(source, most) : await browserTools?.draw({ tool, from, source, limit: most })
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      drawn = { problem: `the renderer stopped: ${reasonInLine(cause)}` }
      return { drawing: drawn, took: performance.now() - started }
    }
    // Not cached if only the deck's time ran out: the next build has the rest from the cache and tries again.
    if (drawn || most === limit) cache.write(key, drawn ?? tooLong)
    return { drawing: drawn ?? tooLong, took: performance.now() - started }
  }
  return {
    draw,
    script: diagramScript(),
    async close() {
      await Promise.all([graphviz.close(), browserTools?.close()])
    },
  }
}

function diagramScript(): DiagramScript | undefined {
  const found = findPackage(BROWSER_TOOLS.mermaid.package)
  if (!found) return undefined
  const file = path.join(found.folder, BROWSER_TOOLS.mermaid.file)
  return { name: `mermaid-${found.version}.js`, file, licence: path.join(found.folder, 'LICENSE'), bytes: statSync(file).size }
}
