import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes files below a folder, which may be new. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** A folder named `decks` that holds these files and goes away with the test; its parent is the test's own too. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-test-'))
  onTestFinished(() => rmSync(holder, { recursive: true, force: true }))
  const folder = path.join(holder, 'decks')
  mkdirSync(folder)
  writeFiles(folder, files)
  return folder
}
