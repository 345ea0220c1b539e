import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isLoopback, isPublicAddress, isServerAddress } from '../network/public-address.ts'
import { readBody } from '../network/read-body.ts'
import { codeOf, sendRequest } from '../network/send-request.ts'
import { type CookieJar, openCookieJar } from './cookie-jar.ts'
import type { PadClientOptions, PadFailure, PadLimits } from './pad-client-types.ts'
import { problemOfError } from './problem-of-error.ts'
import { padProblem, type PadProblem } from './pad-problem.ts'

export interface Message {
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** The server is the pad's own: it gets the cookies that it has set, and the secrets that the user gave for it. */
  readonly isOwn: boolean
  /** The user has named the server, so its address may be private. */
  readonly mayBePrivate: boolean
  /** Bytes. */
  readonly most: number
  /** Milliseconds for all of the answer. */
  readonly time: number
}

export interface Reply {
  readonly kind: 'reply'
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Empty unless the status is 200. */
  readonly bytes: Uint8Array
}

export type SendPolitely = (message: Message) => Promise<Reply | PadFailure>

// Milliseconds before each further attempt, if the server does not say how long to wait.
const PAUSES = [1000, 2000, 4000, 8000]
const LONGEST_PAUSE = 60_000

/** Sends requests for one run: one at a time to each server, with one session, and again where a server is busy. */
export function openPoliteSender(options: PadClientOptions & { readonly limits: PadLimits; readonly signal: AbortSignal }): SendPolitely {
  const { secrets = new Map(), wait = (time: number) => sleep(time, options.signal), now = Date.now } = options
  const cookies = [...secrets].flatMap(([origin, { cookie }]) => (cookie === undefined ? [] : [[origin, cookie] as const]))
  const jar = openCookieJar(new Map(cookies))
  const queues = new Map<string, Promise<unknown>>()
  // Servers that have stayed busy get one attempt for each further request.
  const tired = new Set<string>()

  async function attempt(message: Message): Promise<Reply | PadFailure> {
    const { origin } = message.url
    for (let attempts = 0; ; attempts += 1) {
      const reply = await sendOnce(message, { ...options, jar, now: now() })
      const isBusy = reply.kind === 'reply' && (reply.status === 429 || reply.status === 503)
      if (!isBusy) {
        if (reply.kind === 'reply') tired.delete(origin)
        return reply
      }
      const asked = readRetryAfter(reply.headers['retry-after'], now())
      const pause = asked ?? PAUSES[attempts] ?? 0
      if (pause > LONGEST_PAUSE) return failed(padProblem('busy', `it asks for a pause of ${Math.ceil(pause / 60_000)} min`))
      if (attempts >= PAUSES.length || tired.has(origin)) {
        tired.add(origin)
        return failed(padProblem('busy', `it answered ${reply.status} to ${attempts === 0 ? 'the request' : `${attempts + 1} requests`}`))
      }
      await wait(pause)
      if (options.signal.aborted) return failed(padProblem('unreachable', 'the pull was stopped'))
    }
  }

  return (message) => {
    const { origin } = message.url
    const go = () => attempt(message)
    const turn = (queues.get(origin) ?? Promise.resolve()).then(go, go)
    queues.set(origin, turn)
    return turn
  }
}

interface Sender extends Omit<PadClientOptions, 'now'> {
  readonly jar: CookieJar
  readonly limits: PadLimits
  readonly signal: AbortSignal
  readonly now: number
}

async function sendOnce(
  message: Message,
  { agent, jar, secrets, limits, signal, lookup, now, isAllowed = isPublicAddress }: Sender,
): Promise<Reply | PadFailure> {
  const { url, isOwn, mayBePrivate, most, time } = message
  const cookie = isOwn ? jar.headerFor(url.origin) : undefined
  const token = isOwn ? secrets?.get(url.origin)?.token : undefined
  let hasBegun = false
  // Why the connection was not allowed.
  let why: 'private' | 'insecure' = 'private'
  const isAllowedHere = (address: string, port: number) => {
    if (!mayBePrivate && !isAllowed(address, port)) return false
    if (mayBePrivate && !isServerAddress(address)) return false
    why = 'insecure'
    return url.protocol === 'https:' || isLoopback(address)
  }
  const start = new AbortController()
  const late = AbortSignal.timeout(time)
  const timer = setTimeout(() => start.abort(), limits.answerTime)
  try {
    const response: IncomingMessage = await sendRequest(url, {
      agent,
      isAllowed: isAllowedHere,
      lookup,
      signal: AbortSignal.any([signal, start.signal, late]),
      headers: {
        'accept-encoding': 'identity',
        ...message.headers,
        ...(cookie === undefined ? {} : { cookie }),
        ...(token === undefined || !isToken(token) ? {} : { authorization: `Bearer ${token}` }),
      },
    })
    clearTimeout(timer)
    hasBegun = true
    const { statusCode: status = 0, headers } = response
    if (isOwn) jar.keep(url.origin, headers['set-cookie'], now)
    if (status === 200) return { kind: 'reply', status, headers, bytes: await readBody(response, { most, stall: limits.stallTime }) }
    response.destroy()
    return { kind: 'reply', status, headers, bytes: new Uint8Array() }
  } catch (cause) {
    if (signal.aborted) return failed(padProblem('unreachable', 'the pull was stopped'))
    // While a body is read, the end of the time may look like the end of the connection.
    const code = late.aborted || start.signal.aborted ? 'TIMEOUT' : codeOf(cause)
    return failed(
      problemOfError(code, {
        host: url.host,
        why,
        limits: { most, time: hasBegun ? time : limits.answerTime, stall: limits.stallTime },
      }),
    )
  } finally {
    clearTimeout(timer)
  }
}

// What is not a token could become another header.
const isToken = (token: string) => /^[\x21-\x7e]{1,4096}$/.test(token)

/** How long a server asks to wait, in milliseconds: it says seconds or a date. */
function readRetryAfter(written: string | undefined, now: number): number | undefined {
  if (written === undefined) return undefined
  if (/^\s*\d{1,9}\s*$/.test(written)) return Number(written) * 1000
  const time = Date.parse(written)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now)
}

function sleep(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, time)
    signal.addEventListener('abort', done)
  })
}

export function failed(problem: PadProblem): PadFailure {
  return { kind: 'failed', problem }
}
