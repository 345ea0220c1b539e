import { AssertionError } from 'node:assert'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { MachineFault, reasonOf } from '../node/files/system-errors.ts'
import { UsageError } from './usage.ts'

/** What ended a command, in words that a terminal may show, and its exit status. */
export interface Failure {
  readonly lines: readonly string[]
  readonly status: 1 | 2
}

const OURS = 'This is a bug in Hedgerow. Please report it, with the deck and what HEDGEROW_TRACE=1 shows.'

// What the language throws where code is wrong. Every other kind of error is thrown on purpose.
const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError, URIError, EvalError, AssertionError]

// What to do where a system says no; without any it is in the reason.
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

// What these system calls were meant to do. All others read or look.
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

/** Says what ended a command. A fault of ours is said to be ours; where it happened is shown to those who ask for it. */
export function describeFailure(cause: unknown, isTraced: boolean): Failure {
  const error = cause instanceof Error ? cause : new TypeError(String(cause))
  // Of several lines, as Chromium's are, the others are its log. None begins with what somebody else says.
  const first = (text: string) => [safeText(`error: ${text.split('\n')[0] ?? ''}`)]
  const trace = isTraced ? (error.stack ?? '').split('\n').map((line) => `  | ${safeText(line)}`) : []
  if (error instanceof UsageError) return { lines: first(error.message), status: 2 }
  // The system's own have both.
  if ('syscall' in error && 'code' in error)
    return { lines: [...first(systemFailure(error as NodeJS.ErrnoException)), ...trace], status: 1 }
  if (error instanceof MachineFault) return { lines: [...first(`${error.message}${wayOutOf(error.cause)}`), ...trace], status: 1 }
  if (BUGS.some((kind) => error instanceof kind)) return { lines: [...first(`${error.name}: ${error.message}`), ...trace, OURS], status: 1 }
  // Its message says what is wrong and what to do.
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
