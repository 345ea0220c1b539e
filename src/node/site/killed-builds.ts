import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { OUTPUT_MARK } from '../content/discover.ts'
import { isLeftBehind, LOCK_FILE } from './folder-lock.ts'

/** Name ending of the old site while two renames replace it. */
export const OLD = '-old'

// In milliseconds.
const PATIENCE = 30_000

/** Name prefix of the folders that builds write to before they replace a site. */
export const stagingPrefix = (target: string) => `.${path.basename(target)}.hedgerow-`

/**
 * Where folders cannot be exchanged, a build keeps the old site next to its target for a moment, between two renames. Restores it if that build was
 * killed there, and waits for one that is running. Returns whether the target exists.
 */
export async function putBack(target: string): Promise<boolean> {
  const since = performance.now()
  while (!existsSync(target)) {
    // Check the old name second: a folder that is renamed in between is seen at one of the two.
    const [old] = leftBeside(path.join(path.dirname(target), stagingPrefix(target))).filter((entry) => entry.endsWith(OLD))
    if (old === undefined) return existsSync(target)
    if (isLeftBehind(old) || performance.now() - since > PATIENCE) renameSync(old, target)
    else await pause(100)
  }
  return true
}

/** Removes what killed builds have left. Only for the process that holds the folder's lock, since no other writes then. */
export function cleanUp(target: string): void {
  const hasSite = existsSync(path.join(target, OUTPUT_MARK))
  const prefixes = [
    path.join(path.dirname(target), stagingPrefix(target)),
    ...[stagingPrefix(target), `${OUTPUT_MARK}.`, `${LOCK_FILE}-`].map((name) => path.join(target, name)),
  ]
  for (const left of prefixes.flatMap(leftBeside)) {
    // The last complete site stays until there is another.
    if (hasSite || !left.endsWith(OLD)) remove(left)
  }
}

/** Whether a file is temporary: a lock, a file that is being written, or what a killed build has left. */
export function isTemporary(file: string, target: string): boolean {
  return [LOCK_FILE, `${OUTPUT_MARK}.`, stagingPrefix(target)].some((prefix) => file.startsWith(prefix))
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
