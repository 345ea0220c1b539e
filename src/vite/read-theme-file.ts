import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Why a file of a theme is not read. */
export class FileRefused extends Error {}

/** The text of a plain file of at most `most` bytes that is really in `folder`. Throws `FileRefused` otherwise. */
export function readThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, (handle) => readFileSync(handle, 'utf8'))
}

/** The real path of such a file, of which the bundler makes a file of the site. */
export function findThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, () => realpathSync(file))
}

function open<T>(folder: string, file: string, most: number, use: (handle: number) => T): T {
  let handle: number
  try {
    if (!isWithin(realpathSync(folder), realpathSync(file))) throw new FileRefused('is outside the folder of the theme')
    // A pipe would wait for somebody to write into it.
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new FileRefused(code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`)
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw new FileRefused('is not a plain file')
    if (stat.size > most) throw new FileRefused(`is larger than ${most / 1e6} MB`)
    return use(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whether a path is below a folder; both are real paths. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !/^\.\.(?=[\\/]|$)/.test(relative) && !path.isAbsolute(relative)
}
