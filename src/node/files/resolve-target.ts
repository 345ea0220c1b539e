import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Where a path leads in the end; what is there need not exist, as when a link leads to a folder that is to be made. */
export function resolveTarget(file: string): string {
  const facts = lstatSync(file, { throwIfNoEntry: false })
  if (!facts) return path.resolve(file)
  try {
    // The native one tells how a name is spelt on a disk that does not tell upper from lower case.
    return realpathSync.native(file)
  } catch (cause) {
    if (!facts.isSymbolicLink() || !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    return resolveTarget(path.resolve(path.dirname(file), readlinkSync(file)))
  }
}
