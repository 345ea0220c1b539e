import { MERMAID_CONFIG } from '../../core/diagrams/mermaid.ts'
import type { DrawnDiagram } from '../../core/model.ts'
import { isRecord, type JsonCache, openJsonCache } from '../cache.ts'

/** What became of diagrams in earlier builds, by all that it depends on: tool, version, limits, source. */
export type DiagramCache = Pick<JsonCache<DrawnDiagram>, 'read' | 'write'>

interface Entry {
  readonly drawing: DrawnDiagram
  /** Milliseconds since 1970. */
  readonly at: number
}

const BYTES = 200_000_000
// What takes too much may not on a faster machine, or on this one once it has less to do.
const TOO_MUCH_KEPT = 24 * 3_600_000

/** Keeps drawings in a folder, which need not exist. */
export function openDiagramCache(folder: string, now: () => number = Date.now): DiagramCache {
  const cache = openJsonCache(folder, BYTES, isEntry)
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

// What the drawing holds is cleaned before a page shows it.
function isDrawing(value: unknown): value is DrawnDiagram {
  if (!isRecord(value)) return false
  const { svg, problem, line, tooMuch } = value
  if (typeof svg === 'string' || typeof tooMuch === 'string') return true
  return typeof problem === 'string' && (line === undefined || Number.isSafeInteger(line))
}
