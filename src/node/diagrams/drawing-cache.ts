import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { MERMAID_CONFIG } from '../../core/diagrams/mermaid-config.ts'
import type { Drawing } from '../../core/model.ts'

/** Drawings of earlier builds, by tool, version and source. */
export interface DrawingCache {
  readonly read: (tool: string, version: string, source: string) => Drawing | undefined
  readonly write: (tool: string, version: string, source: string, drawing: Drawing) => void
}

/** Keeps drawings in a folder, which need not exist; one that cannot be written to is as good as empty. */
export function openDrawingCache(folder: string): DrawingCache {
  const fileOf = (...parts: readonly string[]) =>
    path.join(
      folder,
      `${createHash('sha256')
        .update(JSON.stringify([MERMAID_CONFIG, ...parts]))
        .digest('hex')}.json`,
    )
  return {
    read(tool, version, source) {
      try {
        // Written below, in this shape; whatever it holds is cleaned before a page shows it.
        const drawing = JSON.parse(readFileSync(fileOf(tool, version, source), 'utf8')) as Drawing
        return 'svg' in drawing || 'problem' in drawing ? drawing : undefined
      } catch {
        return undefined
      }
    },
    write(tool, version, source, drawing) {
      try {
        mkdirSync(folder, { recursive: true })
        const file = fileOf(tool, version, source)
        const draft = `${file}.${randomUUID()}`
        writeFileSync(draft, JSON.stringify(drawing))
        renameSync(draft, file)
      } catch {
        // The next build draws it again.
      }
    },
  }
}
