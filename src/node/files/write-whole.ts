import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renameOver } from './rename-over.ts'

/** Writes a file, whole or not at all, in a folder that need not exist. Throws where it cannot be written. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    renameOver(draft, file)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}
