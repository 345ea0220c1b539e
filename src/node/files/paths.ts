import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path, { type PlatformPath } from 'node:path'

/** Whether a path is a folder itself or is below it. `system` is the system whose paths they are. */
export function isInside(folder: string, file: string, system: Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'> = path): boolean {
  const relative = system.relative(folder, file)
  // Between two Windows drives there is no relative path: the result is absolute.
  return relative !== '..' && !relative.startsWith(`..${system.sep}`) && !system.isAbsolute(relative)
}

/** A path of this system as addresses and style sheets write it; `separator` is that of the system. */
export function toSlashes(file: string, separator: string = path.sep): string {
  return file.split(separator).join('/')
}

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
