import { execFileSync } from 'node:child_process'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PreviewServer, startPreview } from '../../src/dev/preview-server.ts'
import { exchangeFolders } from '../../src/node/site/replace-site.ts'
import { askRaw, type RawQuestion } from '../support/ask-raw.ts'
import { type GuardedRoot, makeGuardedRoot, SECRET } from '../support/guarded-root.ts'
import { hostilePaths } from '../support/hostile-paths.ts'
import { writeFiles } from '../support/make-folder.ts'

const LONG = 'A long page. '.repeat(500)
const PRIVATE = new RegExp(`${SECRET}|root:x:0:0`)

let guarded: GuardedRoot
let site: PreviewServer
let below: PreviewServer
let folder: string
let gone = 0
const refused: string[] = []

const OPTIONS = { port: 0, host: '127.0.0.1', allowedHosts: ['talks.example', '.lan.example'] }

const ask = async (question: string | RawQuestion, { local } = site) => {
  const answer = await askRaw(local[0] ?? '', typeof question === 'string' ? { target: question } : question)
  // One piece with its length before it.
  return { ...answer, body: answer.body.replace(/^[\da-f]+\r\n(.*)\r\n0\r\n\r\n$/s, '$1') }
}

beforeAll(async () => {
  guarded = makeGuardedRoot()
  folder = path.join(guarded.holder, 'dist')
  mkdirSync(folder)
  writeFiles(folder, {
    'index.html': 'The index',
    '404.html': 'Nothing here',
    'talk.html': 'A talk',
    'talk.md': '# A talk',
    'film.mp4': '0123456789',
    'calls/index.html': 'The calls',
    'long.html': LONG,
    'long.bin.zip': LONG,
    'hedgerow/deck.js': 'run()',
    'hedgerow/licences.txt': 'MIT',
    'sub/part.html': 'A part',
    '.hedgerow.json': `{"of": "${SECRET}"}`,
    '.git/config': SECRET,
  })
  symlinkSync('../SECRET.txt', path.join(folder, 'out.txt'))
  symlinkSync('../other', path.join(folder, 'outside'))
  symlinkSync('/etc/passwd', path.join(folder, 'passwd.html'))
  symlinkSync('.hedgerow.json', path.join(folder, 'mark.json'))
  symlinkSync('talk.html', path.join(folder, 'alias.html'))
  execFileSync('mkfifo', [path.join(folder, 'pipe.html')])
  site = await startPreview({ ...OPTIONS, folder, base: '/', onGone: () => void (gone += 1), onRefused: (host) => void refused.push(host) })
  below = await startPreview({ ...OPTIONS, folder, base: '/slides/' })
})

afterAll(async () => {
  await site.close()
  await below.close()
  guarded.remove()
})

test.each([
  ['/', 200, 'The index', 'text/html; charset=utf-8'],
  ['/index.html', 200, 'The index', 'text/html; charset=utf-8'],
  ['/talk.html?x#y', 200, 'A talk', 'text/html; charset=utf-8'],
  ['/talk', 200, 'A talk', 'text/html; charset=utf-8'],
  ['/alias.html', 200, 'A talk', 'text/html; charset=utf-8'],
  ['/talk.md', 200, '# A talk', 'text/markdown; charset=utf-8'],
  ['/hedgerow/deck.js', 200, 'run()', 'text/javascript; charset=utf-8'],
  ['/hedgerow/licences.txt', 200, 'MIT', 'text/plain; charset=utf-8'],
  ['/nowhere', 404, 'Nothing here', 'text/html; charset=utf-8'],
])('%s gets %i', async (target, status, body, type) => {
  const answer = await ask(target)
  expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([status, body, type])
})

test('a site is served below its path, and every other address leads there or to nothing', async () => {
  expect((await ask('/slides/talk.html', below)).body).toBe('A talk')
  for (const target of ['/', '/slides']) {
    const answer = await ask(target, below)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/slides/'])
  }
  for (const target of ['/talk.html', '/slidestalk.html', '/nowhere'])
    expect(await ask(target, below)).toMatchObject({ status: 404, body: 'Nothing is served here; the site is at /slides/\n' })
})

test('a folder is not listed, and what is hidden, outside, a link to either, or no file is not there', async () => {
  const hidden = ['/.hedgerow.json', '/.git/config', '/mark.json', '/mark', '/out.txt', '/outside/SECRET.txt', '/passwd', '/passwd.html']
  for (const target of [...hidden, '/sub/', '/sub', '/hedgerow/', '/pipe.html', '/../SECRET.txt']) {
    const answer = await ask(target)
    expect(answer.status, target).toBe(404)
    expect(answer.body).not.toMatch(/part|deck\.js|SECRET|root:x/)
  }
})

describe('a path that leads elsewhere gets nothing', () => {
  test.each(hostilePaths.map((written) => [written.slice(0, 60), written]))('%j', async (_, written) => {
    for (const file of ['SECRET.txt', 'decks/notes.txt']) {
      const answer = await ask(written.replaceAll('{absolute}', path.join(guarded.holder, file)).replaceAll('{file}', file))
      expect(answer.body).not.toMatch(PRIVATE)
    }
  })

  test('and the server goes on', async () => {
    expect((await ask('/talk.html')).status).toBe(200)
  })
})

test('every answer, a refusal too, forbids other pages to frame, embed or read it', async () => {
  const questions: RawQuestion[] = [
    ...['/', '/talk.html', '/nowhere', '/film.mp4', '/.git/config'].map((target) => ({ target })),
    { target: '/', headers: [['host', 'evil.example']] },
    { method: 'POST', target: '/', headers: [['origin', 'http://evil.example']] },
    { method: 'OPTIONS', target: '/', headers: [['origin', 'http://localhost:1']] },
  ]
  for (const question of questions) {
    const { headers } = await ask(question)
    const said = ['content-security-policy', 'x-frame-options', 'x-content-type-options', 'cross-origin-resource-policy']
    expect(
      said.map((name) => headers.get(name)),
      JSON.stringify(question),
    ).toEqual(["frame-ancestors 'self'", 'SAMEORIGIN', 'nosniff', 'same-origin'])
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})

test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', ''])('by the name %j gets nothing', async (host) => {
  expect((await ask({ target: '/talk.html', headers: [['host', host]] })).body).not.toContain('A talk')
})

test.each(['talks.example', 'TALKS.example:8080', 'lan.example', 'a.b.lan.example'])('%s is an allowed name', async (host) => {
  expect((await ask({ target: '/talk.html', headers: [['host', host]] })).body).toBe('A talk')
})

test.each(['a.talks.example', 'talks.example.evil', 'evillan.example', 'talks.example@evil', 'talks.example:1:1'])(
  '%s is not',
  async (host) => {
    expect((await ask({ target: '/talk.html', headers: [['host', host]] })).status).toBe(403)
  },
)

test('a refusal says what to do, and is passed on once for each name that a server can have', async () => {
  const before = refused.length
  for (const host of ['one.example', 'ONE.example:80', '<b>', 'two.example']) {
    const { status, body, headers } = await ask({ target: '/', headers: [['host', host]] })
    expect([status, headers.get('content-type')]).toEqual([403, 'text/plain; charset=utf-8'])
    expect(body).toContain(host === '<b>' ? 'does not name this server' : `--allowed-hosts ${host.toLowerCase().replace(':80', '')}\n`)
  }
  expect(refused.slice(before)).toEqual(['one.example', 'two.example'])
  for (let count = 0; count < 100; count += 1) await ask({ target: '/', headers: [['host', `${count}.example`]] })
  expect(refused).toHaveLength(20)
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
  const { status, headers } = await ask({ method, target: '/talk.html' })
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a player gets the part of a film that it asks for', async () => {
  const part = async (range: string) => {
    const { status, body, headers } = await ask({ target: '/film.mp4', headers: [['range', range]] })
    return [status, body, headers.get('content-range')]
  }
  expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
  expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await part('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10'])
  expect(await part('bytes=8-20')).toEqual([206, '89', 'bytes 8-9/10'])
  expect(await part('bytes=20-30')).toEqual([416, '', 'bytes */10'])
  expect(await part('bytes=-0')).toEqual([416, '', 'bytes */10'])
  expect(await part('bytes=4-2')).toEqual([200, '0123456789', undefined])
  expect(await part('bytes=0-1,4-5')).toEqual([200, '0123456789', undefined])
  expect(await part('bytes=a')).toEqual([200, '0123456789', undefined])
})

test('a site that is gone for a moment is served again when it is back', async () => {
  gone = 0
  renameSync(folder, `${folder}-away`)
  for (const target of ['/talk.html', '/'])
    expect(await ask(target)).toMatchObject({ status: 503, body: expect.stringContaining('build the site again with hedgerow build') })
  expect(gone).toBe(1)
  renameSync(`${folder}-away`, folder)
  expect((await ask('/talk.html')).body).toBe('A talk')
})

test('the new site is served once a build has replaced the old one', async () => {
  const before = (await ask('/talk.html')).headers.get('etag') ?? ''
  const next = path.join(guarded.holder, 'next')
  mkdirSync(next)
  writeFiles(next, { 'talk.html': 'B talk' })
  expect(exchangeFolders(next, folder)).toBe(true)
  expect(await ask({ target: '/talk.html', headers: [['if-none-match', before]] })).toMatchObject({ status: 200, body: 'B talk' })
  expect((await ask('/nowhere')).body).toBe('The site has no such page.\n')
  exchangeFolders(next, folder)
})

test.each([
  ['/calls', '/calls/'],
  ['/calls?x=1', '/calls/?x=1'],
])('%s leads to the folder', async (target, location) => {
  const { status, headers } = await ask(target)
  expect([status, headers.get('location')]).toEqual([301, location])
  expect((await ask('/calls/')).body).toBe('The calls')
  expect((await ask(`/slides${target}`, below)).headers.get('location')).toBe(`/slides${location}`)
})

test.each(['//calls', '/.//calls', '/%2fcalls', '/sub%2Fpart.html', '/\\calls', '/%5ccalls', '/calls%00', '//evil.example/..'])(
  '%s leads nowhere, least of all to another host',
  async (target) => {
    const { status, headers } = await ask(target)
    expect([status, headers.get('location')]).toEqual([404, undefined])
  },
)

test.each(['/nowhere', '/a/b/c/nowhere.html', '/sub/nowhere/', '/film.mp4/x'])(
  'the page for %s has its status and its length',
  async (target) => {
    const { status, body, headers } = await ask(target)
    expect([status, body, headers.get('content-length'), headers.get('etag')]).toEqual([404, 'Nothing here', '12', undefined])
  },
)

test('HEAD has the headers of GET and no body', async () => {
  for (const target of ['/talk.html', '/nowhere', '/long.html', '/calls', '/film.mp4']) {
    const [get, head] = [await ask(target), await ask({ method: 'HEAD', target })]
    const shown = ({ headers }: typeof get) => [...headers].filter(([name]) => name !== 'date')
    expect([head.status, shown(head), head.body]).toEqual([get.status, shown(get), ''])
  }
})

describe('a file that a browser has', () => {
  const facts = async (target: string, headers: RawQuestion['headers'] = []) => {
    const answer = await ask({ target, headers })
    return { ...answer, etag: answer.headers.get('etag') ?? '', modified: answer.headers.get('last-modified') ?? '' }
  }

  test('is sent again only when it has changed', async () => {
    const { etag, modified } = await facts('/talk.html')
    expect(etag).toMatch(/^"[\da-f]{16}"$/)
    const same: RawQuestion['headers'][] = [
      [['if-none-match', etag]],
      [['if-none-match', `"other", W/${etag}`]],
      [['if-none-match', '*']],
      [['if-modified-since', modified]],
    ]
    for (const headers of same) expect(await facts('/talk.html', headers)).toMatchObject({ status: 304, body: '', etag })
    const others: RawQuestion['headers'][] = [
      [['if-none-match', '"other"']],
      [['if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT']],
      [['if-modified-since', 'nonsense']],
      // The date does not count beside a tag.
      [
        ['if-none-match', '"other"'],
        ['if-modified-since', modified],
      ],
    ]
    for (const headers of others) expect(await facts('/talk.html', headers)).toMatchObject({ status: 200, body: 'A talk' })
    expect((await ask('/talk.html')).headers.get('cache-control')).toBe('no-cache')
    expect((await facts('/nowhere', [['if-none-match', '*']])).status).toBe(404)
  })

  test('is continued only if it is still the same', async () => {
    const { etag, modified } = await facts('/film.mp4')
    const more = async (since: string) =>
      (
        await ask({
          target: '/film.mp4',
          headers: [
            ['range', 'bytes=8-'],
            ['if-range', since],
          ],
        })
      ).body
    expect([await more(etag), await more(modified)]).toEqual(['89', '89'])
    expect([await more('"other"'), await more(`W/${etag}`), await more('nonsense')]).toEqual(['0123456789', '0123456789', '0123456789'])
  })
})

describe('compression', () => {
  const get = async (target: string, accepted: string, more: Record<string, string> = {}) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      httpGet(new URL(target, site.local[0]), { headers: { 'accept-encoding': accepted, ...more } }, resolve).on('error', reject),
    )
    const bytes = Buffer.concat(await response.toArray())
    const encoding = response.headers['content-encoding']
    const text = (encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
    return { encoding, text, size: bytes.length, headers: response.headers, status: response.statusCode }
  }

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('%j gets %s', async (accepted, encoding) => {
    const answer = await get('/long.html', accepted)
    expect([answer.encoding, answer.text, answer.headers.vary]).toEqual([encoding, LONG, 'accept-encoding'])
    if (encoding !== undefined) expect(answer.size).toBeLessThan(LONG.length / 10)
    expect(answer.headers.etag).toMatch(encoding === undefined ? /^"/ : /^W\/"/)
    expect((await get('/long.html', accepted, { 'if-none-match': answer.headers.etag ?? '' })).status).toBe(304)
  })

  test('is left out for what is short, compressed already, or a part', async () => {
    for (const target of ['/talk.html', '/long.bin.zip']) {
      const { encoding, headers } = await get(target, 'br')
      expect([encoding, headers.vary]).toEqual([undefined, undefined])
    }
    const part = await get('/long.html', 'br', { range: 'bytes=2-5' })
    expect([part.status, part.encoding, part.text]).toEqual([206, undefined, 'long'])
  })
})

test.each([
  ['feed.xml', 'application/xml'],
  ['feed.json', 'application/json'],
  ['photo.jpg', 'image/jpeg'],
  ['photo.webp', 'image/webp'],
  ['photo.avif', 'image/avif'],
  ['film.mp4', 'video/mp4'],
  ['font.woff2', 'font/woff2'],
  ['talk.pdf', 'application/pdf'],
  ['drawing.svg', 'image/svg+xml'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['style.css', 'text/css; charset=utf-8'],
  ['code.wasm', 'application/wasm'],
])('%s has the type %s', async (file, type) => {
  writeFiles(folder, { [`types/${file}`]: '0123456789' })
  expect((await ask(`/types/${file}`)).headers.get('content-type')).toBe(type)
})
