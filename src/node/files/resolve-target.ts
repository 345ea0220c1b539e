import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** A path with all links resolved; its target need not exist, as with a link to a folder that is still to be made. */
export function resolveTarget(file: string): string {
  const facts = lstatSync(file, { throwIfNoEntry: false })
  if (!facts) return path.resolve(file)
  try {
    // The native one returns the real spelling on disks that ignore case.
    return realpathSync.native(file)
  } catch (cause) {
    if (!facts.isSymbolicLink() || !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    return resolveTarget(path.resolve(path.dirname(file), readlinkSync(file)))
  }
}
