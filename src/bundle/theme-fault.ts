import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { isInside } from '../node/files/is-inside.ts'

/** A theme that cannot be bundled. The message names file and line, and the suggested fix. */
export class ThemeFault extends Error {}

/** Throws `ThemeFault` if a folder of themes is a symbolic link to outside its parent. To be called before anything in it is read. */
export function needOwnThemes(themes: string): void {
  if (!existsSync(themes)) return
  const [root, real] = [realpathSync(path.dirname(themes)), realpathSync(themes)]
  if (real === root || !isInside(root, real))
    throw new ThemeFault(`${themes} is a link out of its folder; put the folder of themes itself there`)
}
