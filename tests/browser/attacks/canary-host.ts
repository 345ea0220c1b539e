import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Every host but our own: a proxy that says which one was asked for, and answers as an attacker would. */
export interface CanaryHost {
  readonly proxy: string
  readonly port: number
  /** What was asked for since the last time. */
  readonly take: () => string[]
  readonly close: () => Promise<void>
}

const HOSTILE: readonly (readonly [address: RegExp, type: string, text: string])[] = [
  [/\.css$/, 'text/css', 'body{visibility:hidden}'],
  [/\.m?js$/, 'text/javascript', 'try{top.__pwned=1}catch{__pwned=1}'],
  [/\.(png|jpg|gif|ico|webp|woff2|mp4|mp3|vtt)$/, 'application/octet-stream', ''],
  [/\.svg$/, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
]

// Chromium asks there what a form is for, of itself.
const OF_THE_BROWSER = 'content-autofill.googleapis.com:443'

export async function startCanaryHost(): Promise<CanaryHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    const destination = request.headers['sec-fetch-dest'] ?? 'nothing'
    asked.push(`${url} for ${String(destination)}`)
    // The page stays where it is, to be looked at further.
    if (destination === 'document') return response.writeHead(204).end()
    const [, type, text] = HOSTILE.find(([address]) => address.test(url.replace(/[?#].*/s, ''))) ?? [
      '',
      'text/html',
      '<script>alert(1)</script>',
    ]
    return response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(text)
  })
  // All that can be seen of an encrypted request is its host.
  server.on('connect', (request, socket) => {
    if (request.url !== OF_THE_BROWSER) asked.push(`https://${request.url ?? ''}`)
    socket.on('error', () => undefined)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a server that listens on a port.
  const { port } = server.address() as AddressInfo
  return {
    port,
    proxy: `http://127.0.0.1:${port}`,
    take: () => asked.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
