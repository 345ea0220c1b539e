import { existsSync } from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from '../content/discover.ts'
import { readInside } from '../files/read-inside.ts'
import { writeWhole } from '../files/write-whole.ts'

const LARGEST = 64 * 1024 * 1024

/** Paths of the files that a build wrote into a folder; none where no build has. Throws where that cannot be read. */
export function readMark(folder: string): readonly string[] {
  if (!existsSync(path.join(folder, OUTPUT_MARK))) return []
  const text = readInside(folder, OUTPUT_MARK, LARGEST).toString('utf8')
  try {
    const mark: unknown = JSON.parse(text)
    const files: unknown = typeof mark === 'object' && mark !== null && 'files' in mark ? mark.files : []
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
  } catch {
    // Not written by a build.
    return []
  }
}

/** Names the files of a folder as written by a build, which the next one may replace. */
export function writeMark(folder: string, files: readonly string[]): void {
  // Whole or not at all: without it no build may write here again.
  writeWhole(path.join(folder, OUTPUT_MARK), `${JSON.stringify({ files })}\n`)
}
