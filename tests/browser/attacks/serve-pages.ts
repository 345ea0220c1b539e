import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { contentType } from '../../../src/core/files.ts'
import { clientFolder } from '../../support/client-folder.ts'

/** Pages in memory, on loopback, with the files that every deck loads. */
export interface ServedPages {
  readonly host: string
  /** Puts a page there, and returns its address. */
  readonly put: (html: string) => string
  readonly close: () => Promise<void>
}

export async function servePages(): Promise<ServedPages> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const pathname = (request.url ?? '').replace(/[?#].*/s, '')
    const page = pages.get(pathname)
    const file = /^\/assets\/(\w[\w.-]*\.(?:js|css|woff2))$/.exec(pathname)?.[1]
    if (page !== undefined) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    if (file === undefined) return response.writeHead(404).end()
    const type = contentType(file)
    return response
      .writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' })
      .end(readFileSync(path.join(clientFolder, file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a server that listens on a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    put: (html) => {
      const pathname = `/page${pages.size}.html`
      pages.set(pathname, html)
      return `http://${host}${pathname}`
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/

/** The page without its content security policy. */
export function withoutPolicy(html: string): string {
  if (!POLICY.test(html)) throw new Error('the page has no policy')
  return html.replace(POLICY, '')
}
