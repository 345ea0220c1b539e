import { rmSync } from 'node:fs'
import { renameOver } from '../node/files/rename-over.ts'

/** Renames a finished folder to `place`, and removes the old folder. Does nothing if another process has renamed its own meanwhile. */
export function replaceFolder(finished: string, place: string): void {
  const old = `${finished}-old`
  rename(place, old, ['ENOENT'])
  rename(finished, place, ['ENOTEMPTY', 'EEXIST'])
  rmSync(old, { recursive: true, force: true })
}

function rename(from: string, to: string, expected: readonly string[]): void {
  try {
    renameOver(from, to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && expected.includes(String(cause.code)))) throw cause
  }
}
