import { readFileSync } from 'node:fs'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { reasonInLine } from '../node/files/system-errors.ts'
import { UsageError } from './usage.ts'

type Known = Pick<Diagnostic, 'code' | 'file' | 'message'>

/**
 * Which messages a baseline does not have: the output of `check --format json` of an earlier day. Lines do not count, since they move; a
 * message that the baseline has twice is known twice. Throws a usage error if the file cannot be read.
 */
export function newSince(baseline: string): (found: Known) => boolean {
  const counts = new Map<string, number>()
  for (const known of readBaseline(baseline)) counts.set(keyOf(known), (counts.get(keyOf(known)) ?? 0) + 1)
  return (found) => {
    const left = counts.get(keyOf(found)) ?? 0
    counts.set(keyOf(found), left - 1)
    return left <= 0
  }
}

function keyOf({ code, file, message }: Known): string {
  return [code, file, message].join('\n')
}

function readBaseline(file: string): readonly Known[] {
  const wrong = (why: string) => new UsageError(`--baseline must be a file made with --format json; ${why}: "${file}"`)
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw wrong(cause instanceof SyntaxError ? 'it is not JSON' : reasonInLine(cause))
  }
  const diagnostics = typeof parsed === 'object' && parsed !== null && 'diagnostics' in parsed ? parsed.diagnostics : undefined
  if (!Array.isArray(diagnostics)) throw wrong('it has no messages')
  return diagnostics.filter((one: unknown): one is Known => typeof one === 'object' && one !== null && 'code' in one && 'file' in one)
}
