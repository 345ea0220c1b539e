import { AssertionError } from 'node:assert'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { MachineFault, reasonOf } from '../node/files/system-errors.ts'
import { UsageError } from './usage.ts'

/** The error that ended a command, as lines that are safe to print, and the exit status. */
export interface Failure {
  readonly lines: readonly string[]
  readonly status: 1 | 2
}

const OURS = 'This is a bug in Hedgerow. Please report it, with the deck and what HEDGEROW_TRACE=1 shows.'

// The errors that JavaScript throws for bugs. Every other kind is thrown on purpose.
const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError, URIError, EvalError, AssertionError]

// Suggested fixes for system errors; all others have theirs in the message.
const WAYS_OUT: Readonly<Record<string, string>> = {
  EACCES: 'change its permissions, or name another place',
  EPERM: 'change its permissions, or name another place',
  EROFS: 'name another place',
  ENOSPC: 'make room, or name another place',
  EDQUOT: 'make room, or name another place',
  ENAMETOOLONG: 'choose a shorter name',
  EADDRINUSE: 'choose another port with --port',
  EMFILE: 'close other programs, or allow more with ulimit -n',
  ENFILE: 'close other programs',
}

// The verbs for these system calls; all others only read.
const DEEDS: Readonly<Record<string, string>> = {
  mkdir: 'make',
  mkdtemp: 'make a folder at',
  rmdir: 'remove',
  rm: 'remove',
  unlink: 'remove',
  rename: 'write',
  write: 'write',
  fsync: 'write',
  copyfile: 'copy',
  chmod: 'change the permissions of',
  listen: 'serve at',
}

/** Describes the error that ended a command, with a stack trace if wanted. A bug in Hedgerow is described as such. */
export function describeFailure(cause: unknown, isTraced: boolean): Failure {
  const error = cause instanceof Error ? cause : new TypeError(String(cause))
  // Errors of Chromium have several lines, the others being its log. Every line starts with our own text.
  const first = (text: string) => [safeText(`error: ${text.split('\n')[0] ?? ''}`)]
  const trace = isTraced ? (error.stack ?? '').split('\n').map((line) => `  | ${safeText(line)}`) : []
  if (error instanceof UsageError) return { lines: first(error.message), status: 2 }
  // System errors have both.
  if ('syscall' in error && 'code' in error)
    return { lines: [...first(systemFailure(error as NodeJS.ErrnoException)), ...trace], status: 1 }
  if (error instanceof MachineFault) return { lines: [...first(`${error.message}${wayOutOf(error.cause)}`), ...trace], status: 1 }
  if (BUGS.some((kind) => error instanceof kind)) return { lines: [...first(`${error.name}: ${error.message}`), ...trace, OURS], status: 1 }
  // The message includes the suggested fix.
  return { lines: [...first(error.message), ...trace], status: 1 }
}

function systemFailure(cause: NodeJS.ErrnoException): string {
  const { syscall = '', path: file } = cause
  const dest = 'dest' in cause ? String(cause.dest) : undefined
  const place = dest ?? file ?? ('port' in cause ? `port ${String(cause.port)}` : '')
  const what = place === '' ? '' : `cannot ${DEEDS[syscall] ?? 'use'} ${place}: `
  return `${what}${reasonOf(cause)}${wayOutOf(cause)}`
}

function wayOutOf(cause: unknown): string {
  const wayOut = cause instanceof Error && 'code' in cause ? WAYS_OUT[String(cause.code)] : undefined
  return wayOut === undefined ? '' : `; ${wayOut}`
}
