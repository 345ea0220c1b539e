import { statSync } from 'node:fs'
import { WrongUse } from './exit.ts'

/** Throws `WrongUse` where what is named is no folder. */
export function needFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new WrongUse(`${folder} is no folder of decks`)
}
