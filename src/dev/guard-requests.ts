import type { IncomingMessage, ServerResponse } from 'node:http'

// Names that always mean this machine, and IP addresses, which DNS cannot redirect.
const OWN = /^(?:(?:[\w-]+\.)?localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Whether the host header of a request names this server; `host` is the address that it listens on.
 * Against DNS rebinding: a website could point its own name here and read what is served.
 */
export function asksForOwnHost({ rawHeaders }: IncomingMessage, host: string | true): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  const [name = ''] = names
  return names.length === 1 && (OWN.test(name) || (host !== true && name.replace(/:\d{1,5}$/, '').toLowerCase() === host.toLowerCase()))
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
