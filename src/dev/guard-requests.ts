import type { IncomingMessage, ServerResponse } from 'node:http'

/** The names by which a request may ask for a server, besides those that always mean this machine. */
export interface ServerNames {
  /** The address that the server listens on; `true` is every address of the machine. */
  readonly host: string | true
  /** Other names of it, in lower case; one that starts with a dot also allows all names below it. */
  readonly allowedHosts?: readonly string[] | undefined
  /** The name under which the workspace that the server runs in forwards a port. */
  readonly forwardedHost?: ((port: number) => string | undefined) | undefined
}

// Names that always mean this machine, and IP addresses, which DNS cannot redirect.
const OWN = /^(?:(?:[\w-]+\.)?localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Whether the host header of a request names this server.
 * Against DNS rebinding: a website could point its own name here and read what is served.
 */
function asksForOwnHost(request: IncomingMessage, { host, allowedHosts = [], forwardedHost }: ServerNames): boolean {
  const [name = '', ...others] = hostsOf(request)
  if (others.length > 0) return false
  if (OWN.test(name)) return true
  const wanted = name.replace(/:\d{1,5}$/, '').toLowerCase()
  if (wanted === '') return false
  return (
    (host !== true && wanted === host.toLowerCase()) ||
    wanted === forwardedHost?.(request.socket.localPort ?? 0) ||
    allowedHosts.some(
      (allowed) => wanted === allowed || (allowed.startsWith('.') && (wanted === allowed.slice(1) || wanted.endsWith(allowed))),
    )
  )
}

function hostsOf({ rawHeaders }: IncomingMessage): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
}

/** Refuses a request that names another host, and returns whether it did. */
export type RefuseOtherHosts = (request: IncomingMessage, response: ServerResponse) => boolean

// A website could ask for any number of names.
const MOST_LOGGED = 20

/** Refuses requests for other hosts with a page that says what to do; `onRefused` is called once for each name. */
export function refuseOtherHosts(names: ServerNames, onRefused: (host: string) => void = () => undefined): RefuseOtherHosts {
  const refused = new Set<string>()
  return (request, response) => {
    if (asksForOwnHost(request, names)) return false
    const [name = ''] = hostsOf(request)
    const host = /^([a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?)(?::\d{1,5})?$/i.exec(name)?.[1]?.toLowerCase()
    if (host !== undefined && !refused.has(host) && refused.size < MOST_LOGGED) {
      refused.add(host)
      onRefused(host)
    }
    endWithText(response, 403, host === undefined ? 'The request does not name this server.' : adviceFor(host))
    return true
  }
}

function adviceFor(host: string): string {
  return `This server does not answer to "${host}", since any website could point its own name here.\nIf this name is yours, start the server with --allowed-hosts ${host}`
}

/** Ends an answer with a line of plain text. */
export function endWithText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  const body = `${text}\n`
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('content-length', Buffer.byteLength(body))
  response.end(body)
}

// A proxy on this machine also connects from here; these headers show that the request came from elsewhere.
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request comes from this machine; not if its address is unknown. */
export function isFromOwnMachine({ headers, socket: { remoteAddress = '' } }: IncomingMessage): boolean {
  return isLoopback(remoteAddress) && FORWARDED.every((name) => headers[name] === undefined)
}

/** Whether a request comes from a page of this server. The browser sets the origin, and no page can change that. */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined || host === undefined || (site !== undefined && site !== 'same-origin')) return false
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Whether the address of a socket is a loopback address. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)
}

/** Sets the headers of every answer: pages of other origins cannot read, embed or frame it, and browsers do not guess its type or cache it. */
export function guardAnswer(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  // The speaker view frames its own decks.
  response.setHeader('content-security-policy', "frame-ancestors 'self'")
  response.setHeader('x-frame-options', 'SAMEORIGIN')
}
