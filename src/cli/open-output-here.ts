import { openOutput, OutputRefused } from '../node/output-folder.ts'
import type { OutputFolder } from '../node/output-folder.ts'
import { WrongUse } from './exit.ts'

/** Opens the folder that a command writes; one that must not be written to is wrong use. */
export function openOutputHere(out: string, folder: string): OutputFolder {
  try {
    return openOutput(out, folder)
  } catch (cause) {
    if (cause instanceof OutputRefused) throw new WrongUse(cause.message)
    throw cause
  }
}
