import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentType } from '../../src/core/files.ts'
import { askRaw, type RawAnswer } from '../support/ask-raw.ts'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'
import { hasWebServer, startWebServer, WEB_SERVERS, type WebServer } from '../support/start-web-server.ts'
import { watchPage } from './watch-page.ts'

const FILES = {
  'site.yaml': 'title: Talks\nurl: https://slides.example.org/slides/\n',
  'talk.md':
    '---\ntype: slide\ndate: 2026-09-03\naliases: [old]\n---\n\n# Talk\n\n![A shape](assets/shape.svg)\n\n---\n\n# Storage\n\nRookify moves Ceph\n',
  'calls/20240905.md': '---\ntype: slide\n---\n\n# Call\n\n---\n\n# Team\n',
  'assets/shape.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>',
}

const ENDINGS =
  'html css js md markdown qmd txt csv vtt ics json xml pdf zip gz woff2 svg png jpg jpeg gif bmp webp avif mp4 webm ogv mp3 m4a ogg oga wav flac'
const TYPES: ReadonlyMap<string, string> = new Map([
  ...ENDINGS.split(' ').map((ending): [string, string] => [ending, contentType(`file.${ending}`)]),
  ['mjs', 'text/javascript; charset=utf-8'],
  ['wasm', 'application/wasm'],
])

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': "frame-ancestors 'self'",
  'cache-control': 'no-cache',
}
const headersOf = ({ headers }: RawAnswer) => Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]))

const missing = WEB_SERVERS.filter((kind) => !hasWebServer(kind)).map(({ name }) => name)
const INSTALL = 'run node scripts/install-web-servers.mjs'
test('all web servers of the recipes are installed', (context) => {
  if (missing.length > 0 && process.env['CI']) throw new Error(`${missing.join(', ')}: ${INSTALL}`)
  context.skip(missing.length > 0, `${missing.join(', ')}: ${INSTALL}`)
})

let browser: Browser
let holder: string

beforeAll(async () => {
  browser = await launchChromium()
  holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-published-'))
  writeFiles(path.join(holder, 'decks'), FILES)
  for (const [out, base] of Object.entries({ below: '/slides/', root: '/' })) {
    // oxlint-disable-next-line no-await-in-loop -- two builds at once are not faster on two cores.
    const { status, stderr } = await runCommand(holder, ['build', 'decks', '--out', out, '--base', base])
    expect([status, stderr]).toEqual([0, expect.stringContaining('0 errors')])
    for (const ending of TYPES.keys()) writeFileSync(path.join(holder, out, `file.${ending}`), `${ending} `.repeat(1000))
    writeFiles(path.join(holder, out), {
      'file.SVG': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '.secret': 'secret',
      'calls/.git/config': 'secret',
    })
  }
})
afterAll(async () => {
  await browser.close()
  rmSync(holder, { recursive: true })
})

const cases = WEB_SERVERS.filter(({ name }) => !missing.includes(name)).flatMap((kind) =>
  ['/slides/', '/'].map((base) => ({ kind, base, name: kind.name })),
)

describe.each(cases)('$name at $base', ({ kind, base }) => {
  const folder = () => path.join(holder, base === '/' ? 'root' : 'below')
  let server: WebServer

  beforeAll(async () => {
    server = await startWebServer(kind, base, (site) => cpSync(folder(), site, { recursive: true }))
  })
  afterAll(() => server.close())

  const ask = (target: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> =>
    askRaw(server.url, { target: `${base}${target}`, headers: Object.entries(headers) })
  const asset = (pattern: RegExp) => `assets/${readdirSync(path.join(folder(), 'assets')).find((name) => pattern.test(name))}`

  test('shows pages, also that of a folder, and without their ending', async () => {
    const start = await ask('')
    expect([start.status, start.body]).toEqual([200, expect.stringContaining('<title>Talks</title>')])
    const answers = await Promise.all(['talk.html', 'talk', 'calls/20240905', 'calls/20240905.read', 'old'].map((target) => ask(target)))
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
      Array.from({ length: 5 }, () => [200, 'text/html; charset=utf-8']),
    )
  })

  test.skipIf(base === '/')('leads from its path without a slash to the site', async () => {
    const { status, headers } = await askRaw(server.url, { target: '/slides' })
    expect([Math.floor(status / 100), headers.get('location')?.replace(/^http:\/\/[^/]*/, '')]).toEqual([3, '/slides/'])
  })

  test.each([
    'gone',
    'gone/far/away',
    'gone.svg',
    'gone.md',
    'assets/gone-12345678.js',
    'assets/',
    '.secret',
    '.hedgerow.json',
    'calls/.git/config',
  ])('answers %s with the page for unknown addresses, its status and its headers', async (target) => {
    const answer = await ask(target)
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('<title>Page not found</title>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headersOf(answer)).toEqual(HEADERS)
  })

  test('sends the headers with pages, and a stricter policy with SVG images', async () => {
    expect(headersOf(await ask('talk.html'))).toEqual(HEADERS)
    const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
    for (const image of ['assets/shape.svg', 'file.SVG'])
      expect(headersOf(await ask(image)), image).toEqual({ ...HEADERS, 'content-security-policy': policy })
  })

  test('lets browsers keep only files whose names change with their content', async () => {
    const cacheOf = async (target: string) => (await ask(target)).headers.get('cache-control')
    const kept = 'public, max-age=31536000, immutable'
    expect(await Promise.all([/^deck-.*\.js$/, /\.css$/, /\.woff2$/].map((pattern) => cacheOf(asset(pattern))))).toEqual([kept, kept, kept])
    const asked = ['', 'talk', 'talk.md', 'assets/shape.svg', 'assets/licences.txt', 'hedgerow/search/list.js', 'feed.xml']
    expect(await Promise.all(asked.map(cacheOf))).toEqual(asked.map(() => 'no-cache'))
  })

  test('answers 304 to a browser that has the page', async () => {
    const { headers } = await ask('talk.html', { 'accept-encoding': 'gzip' })
    const [tag, date] = [headers.get('etag'), headers.get('last-modified') ?? '']
    const known = { 'accept-encoding': 'gzip', 'if-modified-since': date, ...(tag === undefined ? {} : { 'if-none-match': tag }) }
    expect((await ask('talk.html', known)).status).toBe(304)
  })

  test.each(['talk.html', 'talk.md', 'feed.xml', 'assets/shape.svg', 'file.json', 'file.csv'])('compresses %s', async (target) => {
    const plain = await ask(target)
    const small = await ask(target, { 'accept-encoding': 'gzip' })
    expect(plain.headers.get('content-encoding')).toBeUndefined()
    if (Number(plain.headers.get('content-length')) < 1000) return
    expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual(['gzip', expect.stringMatching(/accept-encoding/i)])
    expect(gunzipSync(bodyOf(small)).equals(bodyOf(plain))).toBe(true)
  })

  test.runIf(kind.command === 'apache2')('compresses better for browsers that accept Brotli', async () => {
    const small = await ask('talk.html', { 'accept-encoding': 'gzip, deflate, br' })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(String(brotliDecompressSync(bodyOf(small)))).toContain('Rookify')
  })

  test('sends the part of a video that a player asks for', async () => {
    const { status, headers, body } = await ask('file.webm', { range: 'bytes=5-9', 'accept-encoding': 'gzip' })
    expect([status, headers.get('content-range'), body]).toEqual([206, 'bytes 5-9/5000', 'webm '])
  })

  test('names the types of files as Hedgerow does', async () => {
    const found = await Promise.all(
      [...TYPES.keys()].map(async (ending) => [ending, (await ask(`file.${ending}`)).headers.get('content-type')] as const),
    )
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(TYPES))
  })

  test('a deck opens in a browser, its index page searches, and nothing breaks the policies', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(server.url).origin)
    await page.goto(server.url)
    await page.fill('#filter', 'rookify')
    await page.waitForFunction(() => document.querySelector('.hits-status')?.textContent?.startsWith('1 slide'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/talk\.html#\/storage$/)
    await page.waitForSelector('section.present :text("Rookify")')
    await page.goto(`${server.url}old`)
    await page.waitForURL(/talk\.html/)
    await page.waitForSelector('.reveal.ready')
    const speaking = context.waitForEvent('page')
    await page.keyboard.press('s')
    await (await speaking).waitForSelector('iframe')
    expect(faults).toEqual([])
    await context.close()
  })
})

/** The body of an answer without the lengths of its chunks. */
function bodyOf({ headers, body }: RawAnswer): Buffer {
  const bytes = Buffer.from(body, 'latin1')
  if (headers.get('transfer-encoding') !== 'chunked') return bytes
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = bytes.indexOf('\r\n', at)
    const length = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (!length) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}
