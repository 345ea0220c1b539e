import { type BodyError } from '../network/read-body.ts'
import { NOT_ALLOWED } from '../network/send-request.ts'
import { padProblem, type PadProblem } from './pad-problem.ts'

interface Circumstances {
  readonly host: string
  /** Why a connection was not allowed. */
  readonly why: 'private' | 'insecure'
  /** Bytes, and milliseconds. */
  readonly limits: { readonly most: number; readonly time: number; readonly stall: number }
}

const BODY: Readonly<Record<BodyError, (limits: Circumstances['limits']) => PadProblem>> = {
  TOO_LARGE: ({ most }) => padProblem('large', `${Math.floor(most / 1024 / 1024)} MB`),
  STALLED: ({ stall }) => padProblem('slow', `the answer stopped for ${stall / 1000} s`),
  CUT_OFF: () => padProblem('cut-off', 'the answer is incomplete: its length is not the one that the server announced'),
  NO_LENGTH: () => padProblem('cut-off', 'the server did not say how long its answer is, so it may be incomplete'),
  COMPRESSED: () => padProblem('type', 'the server sent a compressed answer, although none was requested'),
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such server',
  EAI_AGAIN: 'its name cannot be resolved',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed',
  EHOSTUNREACH: 'its network cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
}

/** The problem that the error of a request means; `code` is that of the error. */
export function problemOfError(code: string, { host, why, limits }: Circumstances): PadProblem {
  if (Object.hasOwn(BODY, code)) return BODY[code as BodyError](limits)
  if (code === NOT_ALLOWED) return padProblem(why, host)
  if (code === 'TIMEOUT') return padProblem('slow', `the server did not answer within ${limits.time / 1000} s`)
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code)) return padProblem('unreachable', `its certificate is not valid: ${code}`)
  // Messages of errors may contain anything, but codes do not.
  return padProblem('unreachable', WORDS[code] ?? (/^[A-Z\d_]{1,60}$/.test(code) ? code : 'the connection failed'))
}
