import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Sends a file, or the range that a video player requests; 404 if the file no longer exists. */
export function sendFile(request: IncomingMessage, response: ServerResponse, { file, type }: { file: string; type: string }): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const part = response.statusCode === 200 ? partOf(request.headers.range, size) : undefined
  response.setHeader('content-type', type)
  response.setHeader('accept-ranges', 'bytes')
  if (part) {
    response.statusCode = 206
    response.setHeader('content-range', `bytes ${part.start}-${part.end}/${size}`)
  }
  if (request.method === 'HEAD') return void response.end()
  createReadStream(file, part)
    .on('error', () => {
      if (response.headersSent) return response.destroy()
      response.statusCode = 404
      response.removeHeader('content-range')
      return response.end()
    })
    .pipe(response)
}

function partOf(range: string | undefined, size: number): { readonly start: number; readonly end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  // If the range is not valid, the whole file is a correct answer.
  return start <= end ? { start, end } : undefined
}
