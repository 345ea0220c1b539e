import type { IncomingMessage, ServerResponse } from 'node:http'

// Names that lead to this machine alone, and addresses, which no other name can be made to lead to.
const OWN = /^(?:(?:[\w-]+\.)?localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Whether a request asks for this server by a name of its own; `host` is what the server was told to listen on.
 * A web page elsewhere could let its own name lead here and read what is served.
 */
export function asksForOwnHost({ rawHeaders }: IncomingMessage, host: string | true): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  const [name = ''] = names
  return names.length === 1 && (OWN.test(name) || (host !== true && name.replace(/:\d{1,5}$/, '').toLowerCase() === host.toLowerCase()))
}

// A proxy on this machine connects from here, too; these headers say that the request began elsewhere.
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request comes from this machine; without an address it does not. */
export function isFromOwnMachine({ headers, socket: { remoteAddress = '' } }: IncomingMessage): boolean {
  return isLoopback(remoteAddress) && FORWARDED.every((name) => headers[name] === undefined)
}

/** Whether a page of this server makes a request. The browser names the page's origin, and no page can change that. */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined || host === undefined || (site !== undefined && site !== 'same-origin')) return false
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Whether an address of a socket is one of this machine alone. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)
}

/** Headers of every answer: pages of other origins cannot read, embed or frame it, and no browser guesses its type or keeps it. */
export function guardAnswer(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  // The speaker view frames its own decks.
  response.setHeader('content-security-policy', "frame-ancestors 'self'")
  response.setHeader('x-frame-options', 'SAMEORIGIN')
}
