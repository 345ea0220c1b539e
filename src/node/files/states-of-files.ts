import { lstatSync } from 'node:fs'
import path from 'node:path'
import { fileState, stateFrom } from './file-state.ts'
import { sha256 } from './sha256.ts'

/** Tells whether any of several files has been written since. */
export interface FilesState {
  /** Of their paths and states. */
  readonly digest: string
  /** One of them was written so recently that it may change again and keep its state. */
  readonly isYoung: boolean
}

/** The state of files of a folder. Throws if one is missing. */
export function stateOfFiles(root: string, files: readonly string[]): FilesState {
  let isYoung = false
  const lines = files.map((file) => {
    const name = path.join(root, file)
    const stats = lstatSync(name)
    // What a link leads to may change without the link.
    const states = stats.isSymbolicLink() ? [stateFrom(stats), fileState(name)] : [stateFrom(stats)]
    isYoung ||= states.some((state) => state.isYoung)
    return JSON.stringify([file, ...states.map(({ id }) => id)])
  })
  return { digest: sha256(lines.join('\n')), isYoung }
}
