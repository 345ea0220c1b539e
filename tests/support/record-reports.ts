import { collect } from '../../src/core/diagnostics/collect.ts'
import type { Diagnostic, Report } from '../../src/core/diagnostics/diagnostic.ts'

/** A report that keeps what it is told. */
export interface RecordedReports {
  readonly report: Report
  readonly found: readonly Diagnostic[]
  /** `code:line` of each message, in the order of the reports. */
  readonly places: () => readonly string[]
  /** `code` of each message. */
  readonly codes: () => readonly string[]
}

export function recordReports(): RecordedReports {
  const found: Diagnostic[] = []
  return {
    report: collect(found),
    found,
    places: () => found.map(({ code, line }) => `${code}:${line ?? '-'}`),
    codes: () => found.map(({ code }) => code),
  }
}

/** Runs work on the text of an attacker: that it ends within the time limit of a test is the claim. */
export function mustEnd(work: () => unknown): void {
  work()
}
