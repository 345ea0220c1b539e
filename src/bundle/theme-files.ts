import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { isInside } from '../node/files/paths.ts'
import { type OpenFile, readOpen, withFileInside } from '../node/files/read-file.ts'

/** A theme that cannot be bundled. The message names file and line, and the suggested fix. */
export class ThemeFault extends Error {}

/** Throws `ThemeFault` if a folder of themes is a symbolic link to outside its parent. To be called before anything in it is read. */
export function needOwnThemes(themes: string): void {
  if (!existsSync(themes)) return
  const [root, real] = [realpathSync(path.dirname(themes)), realpathSync(themes)]
  if (real === root || !isInside(root, real))
    throw new ThemeFault(`${themes} is a link out of its folder; put the folder of themes itself there`)
}

/** A file of a theme that is not read; the message is the reason. */
export class FileRefused extends Error {}

/** The text of a plain file of at most `most` bytes that is in `folder` after resolving links. Throws `FileRefused` otherwise. */
export function readThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, (opened) => readOpen(opened).toString('utf8'))
}

/** The real path of such a file, which Vite copies into the site. */
export function findThemeFile(folder: string, file: string, most: number): string {
  return open(folder, file, most, () => realpathSync(file))
}

// By error code.
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  OUTSIDE: 'is outside the folder of the theme',
  EISDIR: 'is not a plain file',
  NOT_PLAIN: 'is not a plain file',
}

function open<T>(folder: string, file: string, most: number, use: (opened: OpenFile) => T): T {
  // Checked first, so that no device outside the folder is opened, not even to read its kind.
  if (!isInside(folder, file)) throw new FileRefused('is outside the folder of the theme')
  try {
    return withFileInside(folder, path.relative(folder, file), (opened) => {
      if (opened.size > most) throw new FileRefused(`is larger than ${most < 1e6 ? `${most / 1e3} kB` : `${most / 1e6} MB`}`)
      return use(opened)
    })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new FileRefused(REASONS[String(cause.code)] ?? `cannot be read (${String(cause.code)})`)
  }
}
