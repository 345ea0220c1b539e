import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from '../write-whole.ts'

/** PDFs of earlier runs, by all that they were made of. */
export interface PdfCache {
  readonly read: (of: readonly string[]) => Buffer | undefined
  readonly write: (of: readonly string[], pdf: Buffer) => void
}

const DAY = 24 * 3600 * 1000
const KEPT = 30 * DAY

/** Keeps PDFs in a folder, which need not exist. Those that nobody has asked for in 30 days are removed. */
export function openPdfCache(folder: string, now: number): PdfCache {
  const fileOf = (of: readonly string[]) => path.join(folder, `${createHash('sha256').update(JSON.stringify(of)).digest('hex')}.pdf`)
  return {
    read(of) {
      try {
        const pdf = readFileSync(fileOf(of))
        utimesSync(fileOf(of), now / 1000, now / 1000)
        return pdf
      } catch {
        return undefined
      }
    },
    write(of, pdf) {
      try {
        writeWhole(fileOf(of), pdf)
        for (const name of readdirSync(folder))
          if (now - statSync(path.join(folder, name)).mtimeMs > KEPT) rmSync(path.join(folder, name), { force: true })
      } catch {
        // The next run prints it again.
      }
    },
  }
}
