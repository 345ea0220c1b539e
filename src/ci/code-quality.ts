import { createHash } from 'node:crypto'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { safeJson } from '../core/diagnostics/safe-text.ts'

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const

/** Messages as a code quality report, which GitLab shows in a merge request. */
export function codeQuality(found: readonly Diagnostic[]): string {
  const seen = new Map<string, number>()
  return safeJson(
    found.map(({ file, line = 1, code, severity, message }) => {
      const name = JSON.stringify([file, code, message])
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      return {
        description: message,
        check_name: code,
        // GitLab compares reports by it, so it is the same when lines move.
        fingerprint: createHash('sha256').update(`${name}${count}`).digest('hex'),
        severity: SEVERITY[severity],
        location: { path: file, lines: { begin: line } },
      }
    }),
  )
}
