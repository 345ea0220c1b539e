import { statSync } from 'node:fs'

/** By what one sees whether a file has been written since it was looked at last. */
export interface FileState {
  /** Empty where there is no such file. */
  readonly id: string
  /** Milliseconds since it was written. */
  readonly age: number
}

export function fileState(file: string): FileState {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (!facts) return { id: '', age: 0 }
  return { id: `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`, age: Date.now() - facts.mtimeMs }
}
