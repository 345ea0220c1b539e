import { lookup, type LookupAddress } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

/** How requests to other servers are sent. */
export interface Connection {
  /** The user agent. */
  readonly agent: string
  /** Whether requests to an IP address are allowed. It is the address that is connected to, whatever name led to it. */
  readonly isAllowed: (address: string, port: number) => boolean
  /** Resolves names; the system does if it is missing. */
  readonly lookup?: LookupFunction | undefined
}

export interface Sending extends Connection {
  readonly method?: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  /** Ends the request, also while its body is read. */
  readonly signal: AbortSignal
}

/** The `code` of the error if an address is not allowed. */
export const NOT_ALLOWED = 'NOT_ALLOWED'

/**
 * Sends one request and resolves when the head of the answer is there; destroy the answer or read its body.
 * Every request to a server that decks name goes through here. It follows no redirect, uses no proxy and shares no connection.
 */
export function sendRequest(
  url: URL,
  { method = 'GET', agent, headers, signal, isAllowed, lookup: resolve }: Sending,
): Promise<IncomingMessage> {
  return new Promise((answer, reject) => {
    const isSecure = url.protocol === 'https:'
    if (!isSecure && url.protocol !== 'http:') return reject(refusal())
    const port = Number(url.port) || (isSecure ? 443 : 80)
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && !isAllowed(literal, port)) return reject(refusal())
    const request = (isSecure ? https : http).request(
      url,
      {
        method,
        agent: false,
        signal,
        headers: { 'user-agent': agent, accept: '*/*', ...headers },
        lookup: lookupAllowed((address) => isAllowed(address, port), resolve ?? lookup),
      },
      answer,
    )
    // Bytes behind the end of an answer mean that its length is wrong.
    request.on('response', (response) => request.on('error', (cause) => response.destroy(cause)))
    request.on('error', reject)
    request.end()
  })
}

/** Where an answer redirects to; `undefined` if it does not. */
export function redirectOf(
  url: URL,
  { statusCode = 0, headers: { location } }: Pick<IncomingMessage, 'statusCode' | 'headers'>,
): URL | undefined {
  const isRedirect = statusCode >= 300 && statusCode < 400 && location !== undefined && URL.canParse(location, url.href)
  return isRedirect ? new URL(location, url) : undefined
}

/** The code or the message of an error; a timeout aborts the request. */
export function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError' || ('code' in cause && cause.code === 'ABORT_ERR')) return 'TIMEOUT'
  return 'code' in cause ? String(cause.code) : cause.message
}

function refusal(): Error {
  return Object.assign(new Error('the address is not allowed'), { code: NOT_ALLOWED })
}

// The address that is checked is the one that is connected to, so that a name cannot resolve to another one a moment later.
function lookupAllowed(isAllowed: (address: string) => boolean, resolve: LookupFunction): LookupFunction {
  return (name, options, answer) =>
    resolve(name, { ...options, all: true }, (cause, found) => {
      // With `all`, the answer is a list.
      const allowed = cause ? [] : (found as LookupAddress[]).filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (cause || !first) return answer(cause ?? refusal(), '', 0)
      // The form of the answer depends on the options.
      return options.all
        ? (answer as (cause: null, found: LookupAddress[]) => void)(null, allowed)
        : answer(null, first.address, first.family)
    })
}
