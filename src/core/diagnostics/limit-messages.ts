import { type Code, catalogue } from './catalogue.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './catalogue/entry.ts'

// What is meant for people: nobody corrects more at once, and a log should still show the messages about other decks.
const MOST_OF_CODE = 20
const MOST_OF_FILE = 100

/**
 * The first messages of each code and file, and for those that are left out one that counts them, after the others about the file.
 * Errors count against the limit of their code alone: other messages do not push them out.
 */
export function limitMessages(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const same = files.get(diagnostic.file)
    if (same) same.push(diagnostic)
    else files.set(diagnostic.file, [diagnostic])
  }
  return [...files].flatMap(([file, found]) => limitFile(file, found))
}

function limitFile(file: string, found: readonly Diagnostic[]): Diagnostic[] {
  const shown: Diagnostic[] = []
  const shownOf = new Map<Code, number>()
  const omitted = new Map<Code, number>()
  let inTotal = 0
  for (const diagnostic of found) {
    const { code, severity } = diagnostic
    const count = shownOf.get(code) ?? 0
    const isError = severity === 'error'
    if (diagnostic.omitted !== undefined || count >= MOST_OF_CODE || (!isError && inTotal >= MOST_OF_FILE)) {
      omitted.set(code, (omitted.get(code) ?? 0) + (diagnostic.omitted ?? 1))
      continue
    }
    shown.push(diagnostic)
    shownOf.set(code, count + 1)
    if (!isError) inTotal += 1
  }
  return [...shown, ...[...omitted].map(([code, count]) => omission(file, code, count))]
}

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
