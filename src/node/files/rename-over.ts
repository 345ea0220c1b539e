import { renameSync } from 'node:fs'

const TRIES = 20
// In milliseconds. A virus scanner or an index of the system lets go of a new file within a moment.
const PAUSE = 25
const HELD: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Renames a file or folder over what is there. Windows refuses that while another program has it open: it is tried again for a moment. */
export function renameOver(from: string, to: string, { rename = renameSync, platform = process.platform as string } = {}): void {
  for (let tries = 1; ; tries += 1) {
    try {
      rename(from, to)
      return
    } catch (cause) {
      if (platform !== 'win32' || tries === TRIES || !(cause instanceof Error && 'code' in cause && HELD.has(cause.code))) throw cause
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
