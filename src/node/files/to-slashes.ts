import path from 'node:path'

/** A path of this system as addresses and style sheets write it; `separator` is that of the system. */
export function toSlashes(file: string, separator: string = path.sep): string {
  return file.split(separator).join('/')
}
