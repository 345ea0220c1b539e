import { codeOf, type Connection, NOT_ALLOWED, redirectOf, sendRequest } from '../network/send-request.ts'
import type { HostNotes, LinkState } from './link-states.ts'

export interface Asking extends Connection {
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
  readonly to: URL | undefined
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
    const { status, to } = reply
    if (!to) {
      const state = stateOfStatus(status)
      asking.hosts.answered(host, state)
      return state.kind === 'alive' && moves > 0 && isForGood ? { kind: 'moved', to: url.href } : state
    }
    isForGood &&= status === 301 || status === 308
    const { hash } = url
    url = to
    if (url.hash === '') url.hash = hash
  }
  return { kind: 'unknown', why: 'too many redirects' }
}

function stateOfStatus(status: number): LinkState {
  const why = `the server answered ${status}`
  if (status === 404 || status === 410) return { kind: 'dead', why }
  return status >= 200 && status < 400 ? { kind: 'alive' } : { kind: 'unknown', why, isBusy: status === 429 || status === 503 }
}

function stateOf(code: string): LinkState {
  if (code === 'ENOTFOUND') return { kind: 'dead', why: NO_SERVER }
  if (code === 'TIMEOUT') return { kind: 'unknown', why: 'no answer' }
  if (code === NOT_ALLOWED) return { kind: 'unknown', why: 'the address is not public' }
  return { kind: 'unknown', why: /^[A-Z_]+$/.test(code) ? `the server cannot be reached (${code})` : code }
}

// Some servers do not support HEAD.
async function ask(url: URL, asking: AskingNow): Promise<Reply> {
  const reply = await request('HEAD', url, asking)
  return reply.status >= 400 && reply.status !== 429 && reply.status !== 503 ? request('GET', url, asking) : reply
}

async function request(method: 'HEAD' | 'GET', url: URL, asking: AskingNow): Promise<Reply> {
  const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(asking.patience)])
  const response = await sendRequest(url, { ...asking, method, signal })
  response.destroy()
  return { status: response.statusCode ?? 0, to: redirectOf(url, response) }
}
