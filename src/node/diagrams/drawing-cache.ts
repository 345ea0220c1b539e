import { MERMAID_CONFIG } from '../../core/diagrams/mermaid-config.ts'
import type { Drawing } from '../../core/model.ts'
import { openJsonCache } from '../json-cache.ts'

/** Drawings of earlier builds, by tool, version and source. */
export interface DrawingCache {
  readonly read: (tool: string, version: string, source: string) => Drawing | undefined
  readonly write: (tool: string, version: string, source: string, drawing: Drawing) => void
}

/** Keeps drawings in a folder, which need not exist. */
export function openDrawingCache(folder: string): DrawingCache {
  const cache = openJsonCache(folder)
  const config = JSON.stringify(MERMAID_CONFIG)
  return {
    read(...of) {
      // Written below, in this shape; whatever it holds is cleaned before a page shows it.
      const drawing = cache.read([config, ...of]) as Drawing | undefined
      return drawing !== undefined && ('svg' in drawing || 'problem' in drawing) ? drawing : undefined
    },
    write(tool, version, source, drawing) {
      cache.write([config, tool, version, source], drawing)
    },
  }
}
