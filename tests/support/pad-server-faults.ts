import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { sendPage } from './pad-server-store.ts'

/** A way to fail on demand. */
export type PadFault =
  /** An HTML page with this status: 503, 429, 500, … */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** An HTML page with the status 200, whatever was asked for. */
  | { readonly kind: 'html'; readonly type?: string }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** No answer at all. */
  | { readonly kind: 'silent' }
  /** The head of the answer and a part of its body, then nothing. */
  | { readonly kind: 'stall' }
  /** Half of the answer, then the connection ends; with chunks if its length is not given. */
  | { readonly kind: 'cut-off'; readonly chunked?: boolean }
  /** The head says more (or less) bytes than there are. */
  | { readonly kind: 'length'; readonly by: number }
  /** Neither a length nor chunks: the end of the connection is the end of the answer. */
  | { readonly kind: 'until-close' }
  /** A body without an end. `length` is what the head says. */
  | { readonly kind: 'endless'; readonly length?: number; readonly type?: string }
  /** Few bytes that become many. */
  | { readonly kind: 'gzip'; readonly bytes: number; readonly type?: string }
  /** The proper answer with other headers. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string | string[]>> }
  /** Any bytes. */
  | { readonly kind: 'body'; readonly body: string | Uint8Array; readonly type: string; readonly status?: number }
  /** The connection ends before the answer. */
  | { readonly kind: 'reset' }

const MARKDOWN = 'text/markdown; charset=UTF-8'
const PIECE = Buffer.alloc(64 * 1024, 0x61)

/** Fails as wanted; `answer` gives the proper answer. */
export function failAs(fault: PadFault, response: ServerResponse, answer: () => void): void {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter)
      return sendPage(response, fault.status, `${fault.status}: I'm busy right now, try again later.`)
    case 'html': {
      const page = '<!DOCTYPE html><html><head><title>Log in</title></head><body>Log in</body></html>'
      return void response.writeHead(200, { 'content-type': fault.type ?? 'text/html', 'content-length': page.length }).end(page)
    }
    case 'redirect':
      return void response.writeHead(fault.status ?? 302, { location: fault.to }).end()
    case 'silent':
      return
    case 'reset':
      return void response.socket?.destroy()
    case 'headers': {
      const writeHead = response.writeHead.bind(response)
      response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
        for (const [name, value] of Object.entries({ ...headers, ...fault.headers })) response.setHeader(name, value)
        return writeHead(status)
      }) as ServerResponse['writeHead']
      return answer()
    }
    case 'body':
      return void response
        .writeHead(fault.status ?? 200, { 'content-type': fault.type, 'content-length': Buffer.byteLength(fault.body) })
        .end(fault.body)
    case 'gzip': {
      const body = gzipSync(Buffer.alloc(fault.bytes, 0x61))
      return void response
        .writeHead(200, { 'content-type': fault.type ?? MARKDOWN, 'content-encoding': 'gzip', 'content-length': body.length })
        .end(body)
    }
    case 'endless': {
      response.writeHead(200, {
        'content-type': fault.type ?? MARKDOWN,
        ...(fault.length === undefined ? {} : { 'content-length': fault.length }),
      })
      const more = (): void => {
        while (!response.destroyed && response.write(PIECE));
        if (!response.destroyed) response.once('drain', more)
      }
      return more()
    }
    case 'stall':
    case 'cut-off':
    case 'length':
    case 'until-close':
      return changeBody(fault, response, answer)
  }
}

// Takes the proper answer, and sends it in another way.
function changeBody(fault: PadFault, response: ServerResponse, answer: () => void): void {
  const [writeHead, end] = [response.writeHead.bind(response), response.end.bind(response)]
  let status = 200
  response.writeHead = ((code: number, headers: Record<string, string | number> = {}) => {
    status = code
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    return response
  }) as ServerResponse['writeHead']
  response.end = ((content: string | Uint8Array = '') => {
    Object.assign(response, { writeHead, end })
    sendAs(fault, response, { status, body: Buffer.from(content) })
    return response
  }) as ServerResponse['end']
  answer()
}

function sendAs(fault: PadFault, response: ServerResponse, { status, body }: { readonly status: number; readonly body: Buffer }): void {
  const half = body.subarray(0, Math.max(1, body.length >> 1))
  if (fault.kind === 'length') {
    const { socket } = response
    socket?.write(
      `HTTP/1.1 ${status} OK\r\ncontent-type: ${String(response.getHeader('content-type'))}\r\ncontent-length: ${body.length + fault.by}\r\n\r\n`,
    )
    return void socket?.end(body)
  }
  if (fault.kind === 'until-close') {
    const { socket } = response
    socket?.write(`HTTP/1.1 ${status} OK\r\ncontent-type: ${String(response.getHeader('content-type'))}\r\nconnection: close\r\n\r\n`)
    return void socket?.end(body)
  }
  if (fault.kind === 'cut-off' && fault.chunked) response.removeHeader('content-length')
  response.writeHead(status)
  response.write(half, () => {
    if (fault.kind === 'cut-off') response.socket?.destroy()
  })
}
