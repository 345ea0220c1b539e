import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from './discover.ts'

/** Paths of the files that a build wrote into a folder; none where no build has. Throws where that cannot be read. */
export function readMark(folder: string): string[] {
  const file = path.join(folder, OUTPUT_MARK)
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  try {
    const { files } = JSON.parse(text) as { files?: unknown }
    return Array.isArray(files) ? files.map(String) : []
  } catch {
    return []
  }
}

/** Names the files of a folder as written by a build, which the next one may replace. */
export function writeMark(folder: string, files: readonly string[]): void {
  writeFileSync(path.join(folder, OUTPUT_MARK), `${JSON.stringify({ files })}\n`)
}
