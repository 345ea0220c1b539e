import { lookup, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { HostNotes, LinkState } from './link-states.ts'

export interface Asking {
  /** The user agent of requests. */
  readonly agent: string
  /** Whether requests to an IP address are allowed. */
  readonly isAllowed: (address: string, port: number) => boolean
  /** Milliseconds until a request times out. */
  readonly patience: number
}

/** How one check sends requests: they share what is known of servers, and end with the check. */
export interface AskingNow extends Asking {
  readonly hosts: HostNotes
  readonly signal: AbortSignal
}

interface Reply {
  readonly status: number
  readonly location?: string
}

const MOST_MOVES = 5

/** Why no link works where there is no network. */
export const NO_SERVER = 'no such server'

/** Requests a web address to see whether it exists. Only the status and the new address of the answer are read. */
export async function askAddress(address: string, asking: AskingNow): Promise<LinkState> {
  let url = new URL(address)
  let isForGood = true
  for (let moves = 0; moves <= MOST_MOVES; moves += 1) {
    const { host } = url
    const refused = asking.hosts.stateOf(host)
    if (refused) return refused
    let reply: Reply
    try {
      reply = await ask(url, asking)
    } catch (cause) {
      const code = codeOf(cause)
      const state = stateOf(code)
      asking.hosts.failed(host, code, state)
      return state
    }
    const { status, location } = reply
    const isMove = status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href)
    if (!isMove) {
      const state = stateOfStatus(status)
      asking.hosts.answered(host, state)
      return state.kind === 'alive' && moves > 0 && isForGood ? { kind: 'moved', to: url.href } : state
    }
    isForGood &&= status === 301 || status === 308
    const { hash } = url
    url = new URL(location, url)
    if (url.hash === '') url.hash = hash
  }
  return { kind: 'unknown', why: 'too many redirects' }
}

function stateOfStatus(status: number): LinkState {
  const why = `the server answered ${status}`
  if (status === 404 || status === 410) return { kind: 'dead', why }
  return status >= 200 && status < 400 ? { kind: 'alive' } : { kind: 'unknown', why, isBusy: status === 429 || status === 503 }
}

// A timeout aborts the request.
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError' || ('code' in cause && cause.code === 'ABORT_ERR')) return 'no answer'
  return 'code' in cause ? String(cause.code) : cause.message
}

function stateOf(code: string): LinkState {
  if (code === 'ENOTFOUND') return { kind: 'dead', why: NO_SERVER }
  return { kind: 'unknown', why: /^[A-Z_]+$/.test(code) ? `the server cannot be reached (${code})` : code }
}

// Some servers do not support HEAD.
async function ask(url: URL, asking: AskingNow): Promise<Reply> {
  const reply = await request('HEAD', url, asking)
  return reply.status >= 400 && reply.status !== 429 && reply.status !== 503 ? request('GET', url, asking) : reply
}

class Refused extends Error {
  readonly code = 'the address is not public'
}

function request(method: 'HEAD' | 'GET', url: URL, { agent, isAllowed, patience, signal }: AskingNow): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    if (!isSecure && url.protocol !== 'http:') return reject(new Refused())
    const port = Number(url.port) || (isSecure ? 443 : 80)
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && !isAllowed(literal, port)) return reject(new Refused())
    const asked = (isSecure ? https : http).request(
      url,
      {
        method,
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        headers: { 'user-agent': agent, accept: '*/*' },
        lookup: lookupAllowed((address) => isAllowed(address, port)),
      },
      ({ statusCode = 0, headers: { location } }) => {
        asked.destroy()
        resolve({ status: statusCode, location })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

// The address that is checked is the one that is connected to, so that a name cannot resolve to another one a moment later.
function lookupAllowed(isAllowed: (address: string) => boolean): LookupFunction {
  return (name, options, answer) =>
    lookup(name, { ...options, all: true }, (cause, found) => {
      const allowed = cause ? [] : found.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (cause || !first) return answer(cause ?? new Refused(), '', 0)
      // The form of the answer depends on the options.
      return options.all
        ? (answer as (cause: null, found: LookupAddress[]) => void)(null, allowed)
        : answer(null, first.address, first.family)
    })
}
