import { appendFileSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveDev } from '../browser/serve-site.ts'
import type { ServedSite } from '../browser/serve-site.ts'
import { askRaw } from '../support/ask-raw.ts'
import type { RawAnswer, RawQuestion } from '../support/ask-raw.ts'
import { clientFolder } from '../support/client-folder.ts'
import { makeGuardedRoot, SECRET } from '../support/guarded-root.ts'
import type { GuardedRoot } from '../support/guarded-root.ts'

const PRIVATE = new RegExp(`${SECRET}|root:x:0:0|"devDependencies"|"integrity"`)

let folder: GuardedRoot
let site: ServedSite

const ask = (question: string | RawQuestion) => askRaw(site.url, typeof question === 'string' ? { target: question } : question)
const isRefused = ({ status }: RawAnswer) => status === 0 || (status >= 400 && status < 500)
const corsHeaders = ({ headers }: RawAnswer) => [...headers.keys()].filter((name) => name.startsWith('access-control-'))

beforeAll(async () => {
  folder = makeGuardedRoot()
  site = await serveDev(folder.root)
})

afterAll(async () => {
  await site.close()
  folder.remove()
})

test('the deck and its files are served, and nobody else may show them', async () => {
  for (const target of ['/', '/talk.html', '/talk', '/dot.gif', '/leaf.svg', '/nowhere']) {
    const answer = await ask(target)
    expect(answer.status, target).toBe(target === '/nowhere' ? 404 : 200)
    expect(answer.body).not.toMatch(PRIVATE)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(corsHeaders(answer)).toEqual([])
  }
})

describe('a path that leads elsewhere gets nothing', () => {
  // Each once for a file that is there: `$` is its way from the root.
  const ways = [
    ...['/../$', '/%2e%2e/$', '/..%2f$', '/%2e%2e%2f$', '/.%2e/$', '/%252e%252e/$', '/%c0%ae%c0%ae/$', '/../../../../../../../../..$$'],
    ...[
      '/..\\$',
      '/..%5c$',
      '/\\..\\$',
      '//../$',
      '/./../$',
      '/;/../$',
      '/assets/../../$',
      '/assets/%2e%2e/%2e%2e/$',
      '/assets/..%2f..%2f$',
    ],
    ...[
      '/dot.gif/../../$',
      '/dot.gif%00/../../$',
      '/../$%00.gif',
      '/../$?x.gif',
      '/../$#x.gif',
      '/outside/$',
      '/out.gif',
      '/out.png',
      '/out.svg',
    ],
    ...['/outside/decks/dot.gif', '$$', '/$$', 'http://127.0.0.1$$', 'file://$$', '*', 'talk.md', '../$'],
  ]
  const vite = [
    ...[
      '/@fs$$',
      '/@fs/$$',
      '/@fs$$?raw',
      '/@fs$$?import&raw',
      '/@fs$$?url',
      '/@fs$$?raw??',
      '/@fs$$?inline',
      '/@fs/etc/passwd?.svg?.wasm?init',
    ],
    ...[
      '/@vite/client',
      '/@vite/env',
      '/@id/vite',
      '/@id/__x00__$$',
      '/@id/$$?raw',
      '/@react-refresh',
      '/__open-in-editor?file=$$',
      '/__vite_ping',
    ],
    ...['/node_modules/vite/package.json', '/@fs#/../$$', '/package.json', '/src/core/model.ts', '/manifest.json', '/assets/manifest.json'],
    ...['/source/deck.ts', '/assets/source/deck.ts', '/assets/..%2fsource%2fdeck.ts', '/@hedgerow/', '/@hedgerow/changes/'],
  ]
  const own = [
    ...[
      '/site.yaml',
      '/site.yaml?raw',
      '/talk.md',
      '/talk.md?raw',
      '/talk.md?import',
      '/talk.md?import&raw',
      '/talk.md?url',
      '/talk.md?t=1',
    ],
    ...[
      '/talk.md%3fraw',
      '/talk.md/',
      '/talk%2emd',
      '/TALK.MD',
      '/talk.html/../talk.md',
      '/notes.md',
      '/notes',
      '/notes.html',
      '/notes.txt',
    ],
    ...[
      '/.env',
      '/%2eenv',
      '/.hidden.gif',
      '/.git/config',
      '/.hidden/dot.gif',
      '/node_modules/some/index.js',
      '/node_modules/some/dot.gif',
    ],
  ]
  const broken = [
    ...['/%', '/%zz', '/%E0%A4%A', '/%E0%A4%A.gif', '/%ff', '/talk.html%', '/\0', '/talk.md\0', '/\u007f', '/\u00e9', '/talk.html x', ''],
    ...[`/${'a'.repeat(7000)}`, `/${'a'.repeat(100_000)}`, `/${'%2e%2e%2f'.repeat(800)}etc/passwd`, `/${'../'.repeat(2000)}etc/passwd`],
  ]

  test.each([...ways, ...vite, ...own, ...broken].map((target) => [target.slice(0, 60), target]))('%j', async (_, written) => {
    for (const file of ['SECRET.txt', 'decks/talk.md']) {
      const target = written.replaceAll('$$', path.join(folder.holder, file)).replaceAll('$', file)
      const answer = await ask(target)
      expect(isRefused(answer), `${target.slice(0, 80)} gets ${answer.status}`).toBe(true)
      expect(answer.body).not.toMatch(PRIVATE)
    }
  })

  test('and the server goes on', async () => {
    expect((await ask('/talk.html')).status).toBe(200)
  })
})

test('what vite would make of a question makes no difference', async () => {
  for (const target of ['/talk.html', '/dot.gif', '/leaf.svg', `/assets/${path.basename(clientFolder)}`]) {
    const plain = await ask(target)
    for (const question of [
      '?raw',
      '?import',
      '?import&raw',
      '?url',
      '?inline',
      '?worker',
      '?html-proxy&index=0.js',
      '?t=1&direct',
      '?../x',
      '#x',
    ]) {
      const answer = await ask(target + question)
      // A fragment is never sent by a browser.
      if (question === '#x') expect([plain.status, 400]).toContain(answer.status)
      else expect([answer.status, answer.body]).toEqual([plain.status, plain.body])
    }
  }
})

describe('who asks', () => {
  const port = () => new URL(site.url).port

  test.each([
    ...[
      'evil.example',
      'evil.example:1',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      'evil.example#localhost',
      'evil.example:80@localhost',
    ],
    ...[
      'localhost@evil.example',
      'xlocalhost',
      'local',
      '0x7f000001.evil.example',
      '[::1].evil.example',
      '169.254.169.254.nip.example',
      '',
    ],
  ])('by the name %j gets nothing', async (host) => {
    for (const name of [host, `${host}:${port()}`]) {
      for (const target of ['/talk.html', '/@hedgerow/changes', '/dot.gif', '/nowhere', `http://127.0.0.1:${port()}/talk.html`]) {
        const answer = await ask({ target, headers: [['host', name]] })
        expect(isRefused(answer), `${name} ${target} gets ${answer.status}`).toBe(true)
        expect(answer.body).not.toContain('A talk')
      }
    }
  })

  test('by two names gets nothing', async () => {
    const names = ['evil.example', `127.0.0.1:${port()}`]
    for (const [first = '', second = ''] of [names, names.toReversed()])
      expect(
        isRefused(
          await ask({
            target: '/talk.html',
            headers: [
              ['host', first],
              ['host', second],
            ],
          }),
        ),
      ).toBe(true)
  })

  test.each([
    'http://evil.example',
    'http://evil.localhost',
    'http://127.0.0.1:1',
    'http://localhost',
    'null',
    'file://',
    'http://127.0.0.1.evil.example',
  ])('from %s is not allowed to read the answer', async (origin) => {
    for (const target of ['/talk.html', '/dot.gif', '/nowhere']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const asked: RawQuestion['headers'] = [
          ['origin', origin],
          ['access-control-request-method', 'GET'],
          ['access-control-request-private-network', 'true'],
        ]
        const answer = await ask({ method, target, headers: asked })
        expect(corsHeaders(answer)).toEqual([])
        if (answer.status === 200) expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
    }
  })
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'CONNECT', 'get', 'EVIL'])(
  '%s is refused',
  async (method) => {
    for (const target of ['/', '/talk.html', '/@hedgerow/changes', '/dot.gif']) {
      const answer = await ask({ method, target })
      expect(isRefused(answer), `${target} gets ${answer.status}`).toBe(true)
      expect(answer.body).toBe('')
    }
  },
)

test('HEAD tells what GET does, without the answer itself', async () => {
  const answer = await ask({ method: 'HEAD', target: '/talk.html' })
  expect([answer.status, answer.body]).toEqual([200, ''])
})

test('a request for another protocol gets none', async () => {
  const upgrade: RawQuestion['headers'] = [
    ['upgrade', 'websocket'],
    ['sec-websocket-version', '13'],
    ['sec-websocket-key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
  ]
  for (const target of ['/', '/@hedgerow/changes', '/@vite/client'].slice(0, 1)) {
    const answer = await ask({ target, headers: [...upgrade, ['sec-websocket-protocol', 'vite-hmr'], ['origin', 'http://evil.example']] })
    expect(answer.status).not.toBe(101)
  }
})

test('the stream of changes says that something has changed, never what', async () => {
  const said = new Promise<{ text: string; names: readonly string[] }>((resolve, reject) => {
    const asked = get(`${site.url}@hedgerow/changes`, { headers: { origin: 'http://evil.example' } }, (response) => {
      response.on('error', reject)
      response.once('data', (chunk: Buffer) => {
        asked.destroy()
        resolve({ text: chunk.toString(), names: Object.keys(response.headers) })
      })
      appendFileSync(path.join(folder.root, 'talk.md'), `\n<!-- ${SECRET} -->\n`)
    })
    asked.on('error', reject)
  })
  const { text, names } = await said
  expect(text).toBe('data: changed\n\n')
  expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
})
