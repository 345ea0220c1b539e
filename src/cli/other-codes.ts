import { catalogue } from '../core/diagnostics/catalogue.ts'
import { didYouMean } from '../core/diagnostics/nearest.ts'
import { commandLine } from './usage.ts'

/** After a message code that does not exist: the one that was probably meant, else how to see all. */
export function otherCodes(code: string): string {
  return didYouMean(code, Object.keys(catalogue)) || `; to list all: ${commandLine(['explain'], process.env)}`
}
