import type { IncomingMessage } from 'node:http'

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
