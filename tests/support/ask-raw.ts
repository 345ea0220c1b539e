import { connect } from 'node:net'

/** What a server said, letter by letter. */
export interface RawAnswer {
  /** 0 where the server closed the connection without a word. */
  readonly status: number
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

export interface RawQuestion {
  readonly method?: string
  /** Sent as it stands, however broken it is. */
  readonly target: string
  /** In place of the usual `host`, and beside it. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** Sends a request that no client would send, and waits until the server closes the connection. */
export async function askRaw(site: string, { method = 'GET', target, headers = [] }: RawQuestion): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(site)
  const named = headers.some(([name]) => name.toLowerCase() === 'host') ? headers : [['host', host] as const, ...headers]
  const lines = [`${method} ${target} HTTP/1.1`, ...named.map(([name, value]) => `${name}: ${value}`), 'connection: close', '', '']
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n'), 'latin1'))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (cause: NodeJS.ErrnoException) => (cause.code === 'ECONNRESET' ? undefined : reject(cause)))
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString('latin1'))))
  })
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line): [string, string] => [line.replace(/:.*/s, '').toLowerCase(), line.replace(/^[^:]*:\s*/, '')])
  return { status: Number(first.split(' ')[1] ?? 0), headers: new Map(headers), body: rest.join('\r\n\r\n') }
}
