import type { Diagnostic } from '../diagnostic.ts'
import { safeText } from '../safe-text.ts'

/** `deck.md:3:1: warning what is wrong [code]`: one line a message, as editors read it. A place that is missing is 1. */
export function formatLine({ file, line = 1, column = 1, severity, message, code }: Diagnostic): string {
  // A file may be called like a command of a CI runner, which it reads at the beginning of a line.
  const location = /^\w/.test(file) ? file : `./${file}`
  return `${safeText(location)}:${line}:${column}: ${severity} ${safeText(message)} [${code}]`
}
