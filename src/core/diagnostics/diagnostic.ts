import type { Code } from './catalogue.ts'
import type { Severity } from './catalogue/entry.ts'

/** A change of a file that fixes what a message is about; it is made only where the file still says `was`. */
export interface Edit {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** What stands there, with LF line ends. */
  readonly was: string
  readonly text: string
}

/** A place in a file; line and column are 1-based. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The changes that fix it, which belong together, where there is one way to do so. */
  readonly edits?: readonly Edit[] | undefined
}

/** One message about a deck or a site. */
export interface Diagnostic extends Place {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly help: string
  /** It stands for so many others of its code and file, which are left out. */
  readonly omitted?: number
}

/** How a stage says what is wrong; it then goes on with a sensible value. */
export type Report = (code: Code, place: Place, ...details: readonly string[]) => void
