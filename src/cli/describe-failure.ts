import { AssertionError } from 'node:assert'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { MachineFault, reasonOf } from '../node/files/system-errors.ts'
import { UsageError } from './usage.ts'

/** The error that ended a command, as lines that are safe to print, and the exit status. */
export interface Failure {
  readonly lines: readonly string[]
  readonly status: 1 | 2
}

const OURS = 'This is a bug in Hedgerow. Please report it where you got Hedgerow from, with the deck and what HEDGEROW_TRACE=1 shows.'

// The errors that JavaScript throws for bugs. Every other kind is thrown on purpose.
const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError, URIError, EvalError, AssertionError]

// Suggested fixes for system errors; all others have theirs in the message.
const FIXES: Readonly<Record<string, string>> = {
  EACCES: 'change its permissions, or choose another folder',
  EPERM: 'change its permissions, or choose another folder',
  EROFS: 'choose another folder',
  ENOSPC: 'free some space, or choose another folder',
  EDQUOT: 'free some space, or choose another folder',
  ENAMETOOLONG: 'choose a shorter name',
  EADDRINUSE: 'choose another port with --port',
  EMFILE: 'close other programs, or allow more with ulimit -n',
  ENFILE: 'close other programs',
}

// The verbs for these system calls; all others only read.
const VERBS: Readonly<Record<string, string>> = {
  mkdir: 'create',
  mkdtemp: 'create a folder at',
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
  if (error instanceof MachineFault) return { lines: [...first(`${error.message}${fixOf(error.cause)}`), ...trace], status: 1 }
  if (BUGS.some((kind) => error instanceof kind)) return { lines: [...first(`${error.name}: ${error.message}`), ...trace, OURS], status: 1 }
  // The message includes the suggested fix.
  return { lines: [...first(error.message), ...trace], status: 1 }
}

function systemFailure(cause: NodeJS.ErrnoException): string {
  const { syscall = '', path: file } = cause
  const dest = 'dest' in cause ? String(cause.dest) : undefined
  const target = dest ?? file ?? ('port' in cause ? `port ${String(cause.port)}` : '')
  const what = target === '' ? '' : `cannot ${VERBS[syscall] ?? 'use'} ${target}: `
  return `${what}${reasonOf(cause)}${fixOf(cause)}`
}

function fixOf(cause: unknown): string {
  const fix = cause instanceof Error && 'code' in cause ? FIXES[String(cause.code)] : undefined
  return fix === undefined ? '' : `; ${fix}`
}
