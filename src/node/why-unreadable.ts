import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { codeOf } from './machine-fault.ts'

/** Why a file cannot be read, as the code of a system error; `undefined` where it can. Throws `MachineFault` where nothing can be read any more. */
export function whyUnreadable(file: string): string | undefined {
  try {
    // A pipe would keep its reader waiting.
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      return fstatSync(handle).isFile() ? undefined : 'EISDIR'
    } finally {
      closeSync(handle)
    }
  } catch (cause) {
    return codeOf(cause)
  }
}
