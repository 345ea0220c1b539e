import { type Code, catalogue } from './catalogue.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './catalogue/entry.ts'

// Limits for readable output, so that a log still shows the messages about other decks.
const MOST_OF_CODE = 20
const MOST_OF_FILE = 100

/**
 * Keeps the first messages of each code and file, and replaces the rest by one that counts them, at the end of the file's messages.
 * Only the limit per code applies to errors.
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

/** Most messages of one code and file that are kept; further ones are only counted. */
export const MOST_KEPT = 10_000

/** A message that counts those of one code and file that are left out. It has their code and severity, so ignoring and counting work. */
export function omission(file: string, code: Code, omitted: number): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    file,
    message: `${omitted} more ${code} ${omitted === 1 ? 'message in this file is' : 'messages in this file are'} not listed`,
    help: `Correct those that are listed, and check again. The formats "json" and "sarif" list up to ${MOST_KEPT}.`,
    omitted,
  }
}

/** The number of messages, or of those with a severity, including those that are left out. */
export function countMessages(diagnostics: readonly Diagnostic[], severity?: Severity): number {
  let count = 0
  for (const diagnostic of diagnostics) if (severity === undefined || diagnostic.severity === severity) count += diagnostic.omitted ?? 1
  return count
}
