import type { Code } from './catalogue.ts'
import type { Severity } from './catalogue/entry.ts'

/** A change of a file that fixes what a message is about; it is applied only if the file still contains `was` there. */
export interface Edit {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** The text to replace, with LF line ends. */
  readonly was: string
  readonly text: string
}

/** A line and column in a file, both 1-based. */
export interface SourceLocation {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The edits that fix it, all or none of them; missing unless there is only one way to fix it. */
  readonly edits?: readonly Edit[] | undefined
  /** A picture of the content root; removing its metadata fixes it. */
  readonly picture?: string | undefined
}

/** One message about a deck or a site. */
export interface Diagnostic extends SourceLocation {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly help: string
  /** Set on a summary: the number of messages of its code and file that are left out. */
  readonly omitted?: number
}

/** Reports what is wrong; the stage then continues with a sensible value. */
export type Report = (code: Code, location: SourceLocation, ...details: readonly string[]) => void

/** An edit that replaces text in a line. */
export function replaceAt(line: number, column: number, [was, text]: readonly [string, string]): Edit {
  return { line, column, was, text }
}

/** An edit that removes `count` whole lines from the 0-based `index` on; `lines` starts on line `firstLine` of the file. */
export function removeLines(lines: readonly string[], [index, count]: readonly [number, number], firstLine: number): Edit {
  const end = index + count < lines.length ? '\n' : ''
  return { line: firstLine + index, column: 1, was: lines.slice(index, index + count).join('\n') + end, text: '' }
}
