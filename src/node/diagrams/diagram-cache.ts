import { MERMAID_CONFIG } from '../../core/diagrams/mermaid.ts'
import type { DrawnDiagram } from '../../core/model.ts'
import { caches, isRecord, type JsonCache, openJsonCache } from '../cache.ts'

/** The results of earlier builds by tool, version, limits and source. */
export type DiagramCache = Pick<JsonCache<DrawnDiagram>, 'read' | 'write'>

interface Entry {
  readonly drawing: DrawnDiagram
  /** Milliseconds since 1970. */
  readonly at: number
}

// Too much now may be fine on a faster machine, or on this one under less load.
const TOO_MUCH_KEPT = 24 * 3_600_000

/** Caches rendered diagrams in a folder that need not exist. */
export function openDiagramCache(folder: string, now: () => number = Date.now): DiagramCache {
  const cache = openJsonCache(folder, caches.drawings, isEntry)
  const wholeKey = (key: readonly string[]) => [JSON.stringify(MERMAID_CONFIG), ...key]
  return {
    read(key) {
      const entry = cache.read(wholeKey(key))
      if (!entry || ('tooMuch' in entry.drawing && Math.abs(now() - entry.at) > TOO_MUCH_KEPT)) return undefined
      return entry.drawing
    },
    write(key, drawing) {
      cache.write(wholeKey(key), { drawing, at: now() })
    },
  }
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && Number.isFinite(value['at']) && isDrawing(value['drawing'])
}

// The SVG is cleaned before a page shows it.
function isDrawing(value: unknown): value is DrawnDiagram {
  if (!isRecord(value)) return false
  const { svg, problem, line, tooMuch } = value
  if (typeof svg === 'string' || typeof tooMuch === 'string') return true
  return typeof problem === 'string' && (line === undefined || Number.isSafeInteger(line))
}
