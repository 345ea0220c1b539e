import system, { type PlatformPath } from 'node:path'

/** Whether a path is a folder itself or is below it. `path` names the system whose paths they are. */
export function isInside(folder: string, file: string, path: Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'> = system): boolean {
  const way = path.relative(folder, file)
  // Between two drives of Windows there is no relative path: the result is absolute.
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}
