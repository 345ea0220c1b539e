import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPreview } from '../../src/dev/preview-server.ts'
import { launchChromium } from '../support/chromium.ts'
import { type GuardedRoot, makeGuardedRoot } from '../support/guarded-root.ts'
import { writeFiles } from '../support/make-folder.ts'
import { readFromElsewhere } from './read-from-elsewhere.ts'
import { serveDev, type ServedSite } from './serve-site.ts'

async function listen(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a server that listens on a port.
  return { server, port: (server.address() as AddressInfo).port }
}

// By their paths.
const CARELESS: Readonly<Record<string, readonly string[]>> = {
  '/@hedgerow/changes': ['text/event-stream', 'data: 1\n\n'],
  '/dot.gif': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
}

let browser: Browser
let folder: GuardedRoot
let site: ServedSite
let elsewhere: Server
let preview: string
let port: number

beforeAll(async () => {
  browser = await launchChromium()
  folder = makeGuardedRoot()
  preview = path.join(folder.holder, 'dist')
  writeFiles(preview, { 'index.html': '<!doctype html><title>A site</title><body>A site' })
  site = await serveDev(folder.root)
  ;({ server: elsewhere, port } = await listen((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>x</title><body>'),
  ))
})

afterAll(async () => {
  await browser.close()
  await site.close()
  elsewhere.closeAllConnections()
  elsewhere.close()
  folder.remove()
})

async function tryFrom(page: string, target: string): Promise<string[]> {
  const context = await browser.newContext()
  const opened = await context.newPage()
  await opened.goto(page)
  const read = await opened.evaluate(readFromElsewhere, target)
  await context.close()
  return read
}

test.each([
  ['another port of the same name', '127.0.0.1', '127.0.0.1'],
  ['another name of this machine', 'localhost', '127.0.0.1'],
  ['another site', 'evil.localhost', '127.0.0.1'],
  ['a site above', 'evil.localhost', 'localhost'],
])('a page at %s reads nothing of the decks', async (_, host, name) => {
  const target = new URL(site.url)
  target.hostname = name
  expect(await tryFrom(`http://${host}:${port}/`, target.href)).toEqual([])
})

// Without the headers, a click meant for a page elsewhere could open the editor.
test('a page of another origin frames neither the development server nor a preview, and one of its own does', async () => {
  const built = await startPreview({ folder: preview, port: 0, base: '/', host: '127.0.0.1' })
  const framed = async (page: string, address: string) => {
    const context = await browser.newContext()
    const opened = await context.newPage()
    await opened.goto(page)
    await opened.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe')
          frame.addEventListener('load', resolve, { once: true })
          frame.src = src
          document.body.append(frame)
        }),
      address,
    )
    const text = await opened.frames()[1]?.evaluate(() => (location.protocol === 'chrome-error:' ? '' : document.body.textContent))
    await context.close()
    return text ?? ''
  }
  try {
    for (const host of ['127.0.0.1', 'localhost', 'evil.localhost'])
      for (const address of [`${site.url}talk.html`, `${built.local[0]}index.html`])
        expect(await framed(`http://${host}:${port}/`, address), `${host} ${address}`).toBe('')
    expect(await framed(`${built.local[0]}index.html`, `${built.local[0]}index.html`)).toContain('A site')
  } finally {
    await built.close()
  }
})

test('such a page does read what a server gives to everybody', async () => {
  const careless = await listen((request, response) => {
    const [type = '', text = ''] = CARELESS[request.url ?? ''] ?? ['text/javascript', 'export const a = 1']
    const headers = {
      'content-type': type,
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
    }
    response.writeHead(200, { ...headers, 'access-control-allow-headers': 'x-a' }).end(text)
  })
  careless.server.on('upgrade', ({ headers }, socket) => {
    const key = `${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
    const accept = createHash('sha1').update(key).digest('base64')
    const protocol = headers['sec-websocket-protocol'] ?? ''
    const answer = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade', `sec-websocket-accept: ${accept}`]
    socket.write([...answer, `sec-websocket-protocol: ${protocol}`, '', ''].join('\r\n'))
    socket.on('error', () => undefined)
  })
  const read = await tryFrom(`http://evil.localhost:${port}/`, `http://127.0.0.1:${careless.port}/`)
  const ways = ['fetch cors omit', 'fetch cors include', 'fetch with a header', 'post', 'script as text/javascript', 'script as module']
  for (const way of [...ways, 'picture', 'picture that may be read', 'event source', 'web socket'])
    expect(read.filter((what) => what.startsWith(`${way}: `)).length, way).toBeGreaterThan(0)
  careless.server.closeAllConnections()
  careless.server.close()
})

// A browser makes no more than six connections to a server: one page hears of changes for all.
test('a deck opens while six others are open', async () => {
  const context = await browser.newContext()
  const open = async () => (await context.newPage()).goto(`${site.url}talk.html`, { timeout: 5000 })
  try {
    for (const _ of [1, 2, 3, 4, 5, 6]) expect((await open())?.status()).toBe(200)
    expect((await open())?.status()).toBe(200)
  } finally {
    await context.close()
  }
})
