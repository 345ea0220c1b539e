import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isLeftBehind } from './folder-lock.ts'

/** Ending of the name of the old site, while the new one takes its place where folders cannot be exchanged. */
export const OLD = '-old'

// In milliseconds.
const PATIENCE = 30_000

/** Beginning of the names of the folders in which builds write before they replace a site. */
export const stagingPrefix = (target: string) => `.${path.basename(target)}.hedgerow-`

/** Where folders cannot be exchanged, a build that is killed between its two renames leaves the old site beside its place: it is put back. */
export async function putBack(target: string): Promise<void> {
  const since = performance.now()
  while (!existsSync(target)) {
    const [old] = leftBeside(path.join(path.dirname(target), stagingPrefix(target))).filter((entry) => entry.endsWith(OLD))
    if (old === undefined) return
    if (isLeftBehind(old) || performance.now() - since > PATIENCE) renameSync(old, target)
    else await pause(100)
  }
}

/** Removes what killed builds have left. Only for the process that has the lock of the folder: no other writes then. */
export function cleanUp(prefix: string): void {
  for (const left of leftBeside(prefix)) remove(left)
}

function leftBeside(prefix: string): string[] {
  const folder = path.dirname(prefix)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(path.basename(prefix)))
    .map((entry) => path.join(folder, entry))
}

/** Removes a folder; false if it is still there, as one that belongs to another user. */
export function remove(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}
