import type { IncomingMessage } from 'node:http'
import { isLoopback } from './is-loopback.ts'

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
