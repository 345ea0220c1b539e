import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
}
const TEXT = /text|javascript|json|svg|ttf/
const ENCODINGS = { br: brotliCompressSync, gzip: (body) => gzipSync(body, { level: 9 }) }

/** Serves folders to this machine alone, compressed as a good web server would. `sites` are lists of folders by first part of the path. */
export async function serve(sites) {
  const kept = new Map()
  const server = createServer((request, response) => {
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const key = `${request.url} ${accepted}`
    if (!kept.has(key)) kept.set(key, answer(sites, request.url, accepted))
    const { status, headers, body } = kept.get(key)
    response.writeHead(status, headers).end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${server.address().port}`, close }
}

function answer(sites, url, accepted) {
  const file = find(sites, decodeURIComponent(new URL(url, 'http://localhost').pathname))
  if (file === undefined) return { status: 404, headers: { 'content-length': 0 }, body: '' }
  const type = TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream'
  const encoding = TEXT.test(type) ? Object.keys(ENCODINGS).find((name) => accepted.includes(name)) : undefined
  const plain = readFileSync(file)
  const body = encoding ? ENCODINGS[encoding](plain) : plain
  const headers = { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' }
  return { status: 200, headers: encoding ? { ...headers, 'content-encoding': encoding } : headers, body }
}

function find(sites, pathname) {
  const [, site, ...rest] = pathname.split('/')
  if (rest.includes('..')) return undefined
  return sites[site]?.map((folder) => path.join(folder, ...rest)).find((file) => existsSync(file) && statSync(file).isFile())
}
