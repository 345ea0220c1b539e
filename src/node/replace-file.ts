import { realpathSync, statSync } from 'node:fs'
import { writeWhole } from './write-whole.ts'

/** Writes a file anew, with the permissions it had; what a link leads to, not the link. Throws where it cannot be written. */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file)
  writeWhole(target, text, statSync(target).mode)
}
