import { statSync } from 'node:fs'
import type { Stats } from 'node:fs'

// In milliseconds. Some file systems keep times in steps of two seconds: a file may change twice at what they call one time.
const COARSE = 3000

/** By what one sees whether a file has been written since it was looked at last. */
export interface FileState {
  /** Empty where there is no such file. */
  readonly id: string
  /** It was written so lately that it may change once more and keep its id. */
  readonly isYoung: boolean
}

export function fileState(file: string): FileState {
  try {
    return stateFrom(statSync(file))
  } catch {
    // Reading the file says why.
    return { id: '', isYoung: true }
  }
}

/** The state of a file, by what the system says of it. */
export function stateFrom({ ino, size, mtimeMs, ctimeMs }: Stats): FileState {
  return { id: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, isYoung: Date.now() - mtimeMs <= COARSE }
}
