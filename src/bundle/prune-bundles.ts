import { lstatSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { renameOver } from '../node/files/write-file.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many bundles are kept, whatever their age; a bundle takes 2 MB. */
const KEPT = 20

/**
 * Removes folders that killed processes have left next to the bundle `name` (after an hour, since another process may be working), and
 * bundles with other keys that were not used for a day, unless they are among the newest.
 */
export function removeOldBundles(parent: string, name: string): void {
  const now = Date.now()
  const found = readdirSync(parent).flatMap((entry) => {
    const age = ageOf(path.join(parent, entry), now)
    return age === undefined ? [] : [{ entry, age }]
  })
  const drafts = found.filter(({ entry, age }) => isDraft(entry, name) && age > HOUR)
  const bundles = found.filter(({ entry }) => KEY.test(name) && KEY.test(entry)).toSorted((one, other) => one.age - other.age)
  for (const { entry } of [...drafts, ...bundles.slice(KEPT).filter(({ age }) => age > DAY)])
    rmSync(path.join(parent, entry), { recursive: true, force: true })
}

const KEY = /^[0-9a-f]{64}$/

// The names that `mkdtemp` gives, and those that `replaceFolder` renames old folders to.
function isDraft(entry: string, name: string): boolean {
  const [of = '', ...rest] = entry.split(/-(?=\w{6}(?:-old)?$)/)
  return rest.length > 0 && (of === name || (KEY.test(of) && KEY.test(name)))
}

function ageOf(file: string, now: number): number | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat && now - stat.mtimeMs
}

/** Renames a finished folder to `target`, and removes the old folder. Does nothing if another process has renamed its own meanwhile. */
export function replaceFolder(finished: string, target: string): void {
  const old = `${finished}-old`
  rename(target, old, ['ENOENT'])
  rename(finished, target, ['ENOTEMPTY', 'EEXIST'])
  rmSync(old, { recursive: true, force: true })
}

function rename(from: string, to: string, expected: readonly string[]): void {
  try {
    renameOver(from, to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && expected.includes(String(cause.code)))) throw cause
  }
}
