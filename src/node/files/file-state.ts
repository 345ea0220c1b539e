import { type Stats, statSync } from 'node:fs'

// In milliseconds. Some file systems keep times in steps of two seconds: a file may change twice at what they call one time.
const COARSE = 3000

/** Tells whether a file has been written since it was last read. */
export interface FileState {
  /** Empty if there is no such file. */
  readonly id: string
  /** It was written so recently that it may change again and keep its id. */
  readonly isYoung: boolean
}

export function fileState(file: string): FileState {
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats) return stateFrom(stats)
  } catch {
    // Reading the file reports why.
  }
  return { id: '', isYoung: true }
}

/** The state of a file, from its `stat`. */
export function stateFrom({ ino, size, mtimeMs, ctimeMs }: Stats): FileState {
  return { id: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, isYoung: Date.now() - mtimeMs <= COARSE }
}
