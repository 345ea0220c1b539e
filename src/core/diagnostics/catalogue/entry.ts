/** Severity of a message. */
export type Severity = 'error' | 'warning' | 'info'

/** One message: severity, what is wrong, how to fix it. */
export interface Entry {
  readonly severity: Severity
  /** What is wrong; `$1`, `$2` stand for the details of the report. */
  readonly message: string
  /** The suggested fix. */
  readonly help: string
}

/** A message that makes the exit status 1. */
export const error = (message: string, help: string): Entry => ({ severity: 'error', message, help })

/** A message about what is probably a mistake. */
export const warning = (message: string, help: string): Entry => ({ severity: 'warning', message, help })

/** A message about behaviour that may be unexpected. */
export const info = (message: string, help: string): Entry => ({ severity: 'info', message, help })

/** The end of the help of messages that ask for a browser. */
export const GET_CHROMIUM = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of a browser.'
