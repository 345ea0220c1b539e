import { catalogue, type Code } from './catalogue.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './catalogue/entry.ts'

/** More messages of one code and file than this are counted, not kept: a deck can be made of nothing else. */
export const MOST_KEPT = 10_000

/** Stands for messages of one code and file that are left out. It has their code and severity, so that it is ignored and counted as they are. */
export function omission(file: string, code: Code, omitted: number): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    file,
    message: `and ${omitted} more of the same, which are not listed`,
    help: `Correct those that are listed, and check again; "hedgerow check --format json" lists up to ${MOST_KEPT}.`,
    omitted,
  }
}

/** How many messages of a severity there are, with those that are left out. */
export function countMessages(diagnostics: readonly Diagnostic[], severity?: Severity): number {
  let count = 0
  for (const diagnostic of diagnostics) if (severity === undefined || diagnostic.severity === severity) count += diagnostic.omitted ?? 1
  return count
}
