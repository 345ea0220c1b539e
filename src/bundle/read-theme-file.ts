import { realpathSync } from 'node:fs'
import path from 'node:path'
import { isInside } from '../node/files/is-inside.ts'
import { readOpen, withFileInside } from '../node/files/read-inside.ts'
import type { OpenFile } from '../node/files/read-inside.ts'

/** Why a file of a theme is not read. */
export class FileRefused extends Error {}

/** The text of a plain file of at most `most` bytes that is really in `folder`. Throws `FileRefused` otherwise. */
export function readThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, (opened) => readOpen(opened).toString('utf8'))
}

/** The real path of such a file, of which the bundler makes a file of the site. */
export function findThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, () => realpathSync(file))
}

// By the code of what refuses to open a file.
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  OUTSIDE: 'is outside the folder of the theme',
  EISDIR: 'is not a plain file',
  NOT_PLAIN: 'is not a plain file',
}

function open<T>(folder: string, file: string, most: number, use: (opened: OpenFile) => T): T {
  // So that no device of another folder is opened, not even to see what it is.
  if (!isInside(folder, file)) throw new FileRefused('is outside the folder of the theme')
  try {
    return withFileInside(folder, path.relative(folder, file), (opened) => {
      if (opened.size > most) throw new FileRefused(`is larger than ${most / 1e6} MB`)
      return use(opened)
    })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new FileRefused(REASONS[String(cause.code)] ?? `cannot be read (${String(cause.code)})`)
  }
}
