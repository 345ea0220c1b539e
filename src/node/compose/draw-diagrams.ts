import type { Report } from '../../core/diagnostics/diagnostic.ts'
import { fillDiagram } from '../../core/passes/fill-diagram.ts'
import type { DrawnDiagram, OpenDiagram } from '../../core/model.ts'
import type { Draw } from '../diagrams/open-diagram-renderer.ts'

/** Limits for all diagrams of one deck: time in milliseconds, and size of the SVGs in characters. */
export interface DiagramLimits {
  readonly time: number
  readonly size: number
}

// A real deck takes a tenth of a second for each diagram, and 50 KB.
export const DIAGRAM_LIMITS: DiagramLimits = { time: 20_000, size: 20_000_000 }

export interface LateDiagram {
  readonly line: number
  /** Why the viewer's browser has to render it. */
  readonly why: string
}

/**
 * Renders the diagrams of a deck one after the other, and reports those that fail. Returns the first that the viewer's browser
 * has to render.
 */
export async function drawDiagrams(
  { file, diagrams }: { readonly file: string; readonly diagrams: readonly OpenDiagram[] },
  { draw, report, limits = DIAGRAM_LIMITS }: { readonly draw: Draw; readonly report: Report; readonly limits?: DiagramLimits },
): Promise<LateDiagram | undefined> {
  let { time, size } = limits
  let late: LateDiagram | undefined
  for (const [index, diagram] of diagrams.entries()) {
    const { tool, source, line } = diagram
    const { drawing, took } = await draw({ tool, source, time })
    time = Math.max(0, time - took)
    size -= 'svg' in drawing ? drawing.svg.length : 0
    const fault = fillDiagram(diagram, withinDeck(drawing, { time, size }, limits), `drawing${index}-`)
    if (fault && 'tooMuch' in fault) report('diagram-too-large', { file, line: line - 1 }, fault.tooMuch)
    else if (fault && 'missing' in fault) report('diagram-tool', { file, line: line - 1 }, fault.missing, fault.remedy)
    else if (fault) report('diagram-invalid', { file, line: line + (fault.line ?? 0) - 1 }, fault.problem)
    if ('later' in drawing) late ??= { line: line - 1, why: drawing.later }
  }
  return late
}

/** The rendered diagram, unless the deck has used up its limits. */
function withinDeck(drawing: DrawnDiagram, left: DiagramLimits, limits: DiagramLimits): DrawnDiagram {
  if ('tooMuch' in drawing && left.time === 0)
    return { tooMuch: `the diagrams of this deck up to here take more than ${limits.time / 1000} seconds` }
  if ('svg' in drawing && left.size < 0) return { tooMuch: `the drawings of this deck up to here are larger than ${limits.size / 1e6} MB` }
  return drawing
}
