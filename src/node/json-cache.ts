import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from './write-whole.ts'

/** What earlier builds have found out, by what they found it out of. */
export interface JsonCache {
  /** `undefined` where nothing is kept. What is returned has been written by `write`. */
  readonly read: (of: readonly string[]) => unknown
  readonly write: (of: readonly string[], value: unknown) => void
}

/** Keeps values in a folder, which need not exist; one that cannot be written to is as good as empty. */
export function openJsonCache(folder: string): JsonCache {
  const fileOf = (of: readonly string[]) => path.join(folder, `${createHash('sha256').update(JSON.stringify(of)).digest('hex')}.json`)
  return {
    read(of) {
      try {
        return JSON.parse(readFileSync(fileOf(of), 'utf8'))
      } catch {
        return undefined
      }
    },
    write(of, value) {
      try {
        writeWhole(fileOf(of), JSON.stringify(value))
      } catch {
        // The next build finds it out again.
      }
    },
  }
}
