/** How bad it is: an error keeps a deck or a site from being what was meant. */
export type Severity = 'error' | 'warning' | 'info'

/** One message: how bad it is, what is wrong, how to fix it. */
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

/** A message about what may surprise. */
export const info = (message: string, help: string): Entry => ({ severity: 'info', message, help })

/** The end of a sentence in each text that needs a browser. */
export const GET_CHROMIUM = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of a browser.'
