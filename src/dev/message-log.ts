import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'

/** Logs the messages about a file. */
export type LogFound = (diagnostics: readonly Diagnostic[]) => void

/** Logs messages about files, each time they have changed. */
export interface MessageLog {
  /** Logs the messages about a file unless they were the last ones, by `log` or as all others. */
  readonly report: (file: string, diagnostics: readonly Diagnostic[], log?: LogFound) => void
  readonly isReported: (file: string) => boolean
  /** The messages that hold now. */
  readonly current: () => readonly Diagnostic[]
  /** Logs what is reported during some work at once: messages about many decks are one page in the terminal. */
  readonly together: <T>(work: (log: LogFound) => Promise<T>) => Promise<T>
}

/** A log that remembers the messages about each file. */
export function openMessageLog(logAtOnce: LogFound): MessageLog {
  const reported = new Map<string, { readonly text: string; readonly diagnostics: readonly Diagnostic[] }>()
  return {
    report(file, diagnostics, log = logAtOnce) {
      const text = JSON.stringify(diagnostics)
      if ((reported.get(file)?.text ?? '[]') === text) return
      reported.set(file, { text, diagnostics })
      log(diagnostics)
    },
    isReported: (file) => reported.has(file),
    current: () => [...reported.values()].flatMap(({ diagnostics }) => diagnostics),
    async together(work) {
      const found: Diagnostic[] = []
      try {
        return await work((diagnostics) => void found.push(...diagnostics))
      } finally {
        if (found.length > 0) logAtOnce(found)
      }
    },
  }
}
