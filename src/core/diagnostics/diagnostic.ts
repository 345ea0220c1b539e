import type { Code } from './catalogue.ts'
import type { Severity } from './catalogue/entry.ts'

/** A place in a file; line and column are 1-based. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** One message about a deck or a site. */
export interface Diagnostic extends Place {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly help: string
}

/** How a stage says what is wrong; it then goes on with a sensible value. */
export type Report = (code: Code, place: Place, ...details: readonly string[]) => void
