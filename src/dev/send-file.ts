import { closeSync, createReadStream, fstatSync, openSync, type Stats } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { sha256 } from '../node/files/sha256.ts'
import { chooseEncoding, type Encoding } from './choose-encoding.ts'
import { isModified, isSameVersion } from './is-modified.ts'
import { readRange } from './read-range.ts'

interface SentFile {
  readonly file: string
  readonly type: string
  /** As web servers do: with a version that browsers can ask for, and compressed if that makes it smaller. */
  readonly isPublished?: true
}

// Below this size in bytes, compression gains nothing.
const SMALLEST = 1024

const COMPRESSIBLE = /^(text\/|application\/(json|xml|wasm)$|image\/(svg\+xml|bmp)$)/

/** Sends a file, or the range that a video player requests; 404 if the file no longer exists. */
export function sendFile(request: IncomingMessage, response: ServerResponse, { file, type, isPublished }: SentFile): void {
  const opened = openFile(file)
  if (!opened) {
    response.statusCode = 404
    return void response.end()
  }
  const { handle, stats } = opened
  const { size } = stats
  const { headers } = request
  const isWhole = response.statusCode !== 200
  const version = { tag: `"${sha256(`${stats.ino} ${size} ${stats.mtimeMs}`).slice(0, 16)}"`, modified: stats.mtime }
  const range = isWhole || (isPublished && !isSameVersion(headers, version)) ? undefined : readRange(headers.range, size)
  const isCompressible = isPublished && size >= SMALLEST && COMPRESSIBLE.test(type)
  const encoding = isCompressible && range === undefined ? chooseEncoding(String(headers['accept-encoding'] ?? '')) : undefined
  if (isCompressible) response.setHeader('vary', 'accept-encoding')
  if (isPublished && !isWhole) {
    response.setHeader('etag', encoding === undefined ? version.tag : `W/${version.tag}`)
    response.setHeader('last-modified', version.modified.toUTCString())
  }
  const end = (status: number) => {
    closeSync(handle)
    response.statusCode = status
    response.end()
  }
  if (isPublished && !isWhole && !isModified(headers, version)) return end(304)
  response.setHeader('accept-ranges', 'bytes')
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${size}`)
    return end(416)
  }
  response.setHeader('content-type', type)
  if (range) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${size}`)
  if (encoding === undefined) response.setHeader('content-length', range ? range.end - range.start + 1 : size)
  else response.setHeader('content-encoding', encoding)
  const status = range ? 206 : response.statusCode
  if (request.method === 'HEAD') return end(status)
  response.statusCode = status
  const bytes = createReadStream('', { fd: handle, ...range })
  // What cannot be read, or a browser that goes away, ends the connection.
  const done = () => undefined
  if (encoding === undefined) pipeline(bytes, response, done)
  else pipeline(bytes, compress(encoding), response, done)
}

// Opened once, so that length and bytes are those of one file while a build replaces the site.
function openFile(file: string): { readonly handle: number; readonly stats: Stats } | undefined {
  try {
    const handle = openSync(file, 'r')
    return { handle, stats: fstatSync(handle) }
  } catch {
    return undefined
  }
}

function compress(encoding: Encoding) {
  // The default quality of brotli takes seconds for a large page.
  return encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip()
}
