import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveDev, type ServedSite } from '../browser/serve-site.ts'
import { makeFolder } from '../support/make-folder.ts'
import { askRaw, type RawAnswer, type RawQuestion } from '../support/ask-raw.ts'
import { hostilePaths } from '../support/hostile-paths.ts'
import { type GuardedRoot, makeGuardedRoot, SECRET } from '../support/guarded-root.ts'

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
  for (const target of ['/', '/talk.html', '/talk.read.html', '/talk', '/dot.gif', '/leaf.svg', '/nowhere']) {
    const answer = await ask(target)
    expect(answer.status, target).toBe(target === '/nowhere' ? 404 : 200)
    expect(answer.body).not.toMatch(PRIVATE)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(corsHeaders(answer)).toEqual([])
  }
})

test('no page of another origin may frame an answer, a refusal neither', async () => {
  const questions: RawQuestion[] = [
    ...['/', '/talk.html', '/talk.read.html', '/dot.gif', '/nowhere', '/hedgerow/speaker.html', '/@hedgerow/state?page=/'].map(
      (target) => ({
        target,
      }),
    ),
    { target: '/', headers: [['host', 'evil.example']] },
    { method: 'DELETE', target: '/' },
    { method: 'POST', target: '/@hedgerow/open?page=/talk.html' },
  ]
  for (const question of questions) {
    const { headers } = await ask(question)
    const said = [headers.get('content-security-policy'), headers.get('x-frame-options')]
    expect(said, JSON.stringify(question)).toEqual(["frame-ancestors 'self'", 'SAMEORIGIN'])
  }
})

test('the source of a deck is served as text that no browser runs', async () => {
  for (const target of ['/talk.md', '/talk%2emd']) {
    const answer = await ask(target)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8'])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(corsHeaders(answer)).toEqual([])
  }
})

describe('a path that leads elsewhere gets nothing', () => {
  test.each(hostilePaths.map((written) => [written.slice(0, 60), written]))('%j', async (_, written) => {
    for (const file of ['SECRET.txt', 'decks/talk.md']) {
      const target = written.replaceAll('{absolute}', path.join(folder.holder, file)).replaceAll('{file}', file)
      const answer = await ask(target)
      expect(isRefused(answer), `${target.slice(0, 80)} gets ${answer.status}`).toBe(true)
      expect(answer.body).not.toMatch(PRIVATE)
    }
  })

  // A link counts by its own name alone.
  test('a link of the name of a picture to a text of the root', async () => {
    expect((await ask('/alias.gif')).body).not.toMatch(PRIVATE)
  })

  test('and the server goes on', async () => {
    expect((await ask('/talk.html')).status).toBe(200)
  })
})

// The folder is watched only once the first page has been sent.
test('a deck that changes right after the first page was sent is not missed', async () => {
  const root = makeFolder({ 'a.md': '---\ntype: slide\n---\n\n# Before\n' })
  const early = await serveDev(root)
  try {
    const { body } = await askRaw(early.url, { target: '/a.html' })
    writeFileSync(path.join(root, 'a.md'), '---\ntype: slide\n---\n\n# Afterwards\n')
    expect(body).toContain('Before')
    await expect.poll(async () => (await askRaw(early.url, { target: '/a.html' })).body).toContain('Afterwards')
  } finally {
    await early.close()
  }
})

// Vite's watcher is silent about a file for a while after it has told of it.
test('a deck that is saved again right after a change was read shows its last text', async () => {
  const root = makeFolder({})
  const write = (title: string) => writeFileSync(path.join(root, 'a.md'), `---\ntype: slide\n---\n\n# ${title}\n`)
  write('Start')
  const quick = await serveDev(root)
  const shows = async (title: string) => (await askRaw(quick.url, { target: '/a.html' })).body.includes(`>${title}</h1>`)
  try {
    for (const title of ['A', 'B', 'C', 'D', 'E', 'F']) {
      write(title)
      await expect.poll(() => shows(title), { interval: 1 }).toBe(true)
    }
  } finally {
    await quick.close()
  }
})

const stateOf = async (page: string, version = ''): Promise<unknown> =>
  JSON.parse((await ask(`/@hedgerow/state?${new URLSearchParams({ page, version })}`)).body)

test('who asks for news gets a page only where it is not the one that is shown', async () => {
  for (const page of ['/', '/talk.html', '/talk.read.html']) {
    const { body } = await ask(page)
    const version = /<html data-version="(\w+)"/.exec(body)?.[1]
    expect(await stateOf(page)).toMatchObject({ html: body })
    expect(await stateOf(page, version)).not.toHaveProperty('html')
  }
  for (const page of ['/nowhere', '/dot.gif', '/talk.md', '/../SECRET.txt']) expect(await stateOf(page), page).not.toHaveProperty('html')
})

test('what vite would make of a question makes no difference', async () => {
  const questions = '?raw ?import ?import&raw ?t=1 ?url ?inline ?worker ?html-proxy&index=0.js ?t=1&direct ?../x'.split(' ')
  for (const target of ['/talk.html', '/talk.read.html', '/talk.md', '/dot.gif', '/leaf.svg', '/nowhere']) {
    const plain = await ask(target)
    for (const question of questions) {
      const answer = await ask(target + question)
      expect([answer.status, answer.body]).toEqual([plain.status, plain.body])
    }
  }
})

describe('who asks', () => {
  const port = () => new URL(site.url).port

  const names = 'evil.example evil.example:1 127.0.0.1.evil.example localhost.evil.example evil.example#localhost local xlocalhost'
  const odd = 'evil.example:80@localhost localhost@evil.example 0x7f000001.evil.example 169.254.169.254.nip.example'

  test.each([...names.split(' '), ...odd.split(' '), ''])('by the name %j gets nothing', async (host) => {
    for (const name of [host, `${host}:${port()}`]) {
      for (const target of ['/talk.html', '/@hedgerow/changes', '/dot.gif', '/nowhere', `http://127.0.0.1:${port()}/talk.html`]) {
        const answer = await ask({ target, headers: [['host', name]] })
        expect(isRefused(answer), `${name} ${target} gets ${answer.status}`).toBe(true)
        expect(answer.body).not.toContain('A talk')
      }
    }
  })

  const origins = 'http://evil.example http://evil.localhost http://127.0.0.1:1 http://localhost null file:// http://127.0.0.1.evil.example'

  test.each(origins.split(' '))('from %s is not allowed to read the answer', async (origin) => {
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

describe('what the server does for a page', () => {
  const acts = [
    'open?page=/talk.html&line=1',
    'position?page=/talk.html&h=1&v=0&f=-1&by=a',
    'fix?page=/talk.html&code=notes-misspelt&line=7',
  ]
  const own = () => new URL(site.url).origin

  test.each(acts)('%s is not done for a page of another origin', async (act) => {
    for (const origin of ['http://evil.example', 'null', 'http://localhost', `${own()}.evil.example`, 'file://', undefined]) {
      const headers: RawQuestion['headers'] = origin === undefined ? [] : [['origin', origin]]
      const answer = await ask({ method: 'POST', target: `/@hedgerow/${act}`, headers })
      expect([answer.status, answer.body], String(origin)).toEqual([405, ''])
      expect(corsHeaders(answer)).toEqual([])
    }
    for (const method of ['GET', 'HEAD']) expect((await ask({ method, target: `/@hedgerow/${act}` })).status).toBe(404)
    expect(await stateOf('/talk.html')).not.toHaveProperty('position')
  })

  test.each([
    'open?page=/../SECRET.txt&line=1',
    'open?page=/SECRET.txt',
    'open?page=/dot.gif',
    'open?file=/etc/passwd',
    'position?page=//evil.example/&h=0&v=0&f=0&by=a',
    'position?page=/talk.html&h=0&v=0&f=0&by=%3Cb%3E',
    'other?page=/talk.html',
    'fix?page=/talk.html&code=slide-empty&line=1',
    'fix?page=/../SECRET.txt&code=notes-misspelt&line=1',
    'fix?page=/talk.html',
  ])('%s is not done at all', async (act) => {
    expect((await ask({ method: 'POST', target: `/@hedgerow/${act}`, headers: [['origin', own()]] })).status).toBe(404)
  })

  test('a position is passed on for a page of its own', async () => {
    expect((await ask({ method: 'POST', target: `/@hedgerow/${acts[1]}`, headers: [['origin', own()]] })).status).toBe(204)
    expect(JSON.parse((await ask('/@hedgerow/state?page=/talk.html')).body)).toMatchObject({
      position: { page: '/talk.html', h: 1, v: 0, f: -1 },
    })
  })

  test('a message is fixed for a page of its own, once', async () => {
    const root = makeFolder({ 'flawed.md': '---\ntype: slide\n---\n\n# A\n\nNotes: a\n' })
    const flawed = await serveDev(root)
    const fix = (origin: string) =>
      askRaw(flawed.url, {
        method: 'POST',
        target: '/@hedgerow/fix?page=/flawed.html&code=notes-misspelt&line=7',
        headers: [['origin', origin]],
      })
    const text = () => readFileSync(path.join(root, 'flawed.md'), 'utf8')
    try {
      expect((await fix('http://evil.example')).status).toBe(405)
      expect(text()).toContain('Notes: a')
      expect((await fix(new URL(flawed.url).origin)).status).toBe(204)
      expect(text()).toContain('\nNote: a\n')
      expect((await fix(new URL(flawed.url).origin)).status).toBe(404)
    } finally {
      await flawed.close()
    }
  })

  test('vite opens no editor by itself', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await ask({ method, target: '/__open-in-editor?file=/etc/passwd', headers: [['origin', own()]] })
      expect(isRefused(answer)).toBe(true)
    }
  })
})

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
  for (const target of ['/', '/talk.html', '/@vite/client']) {
    const answer = await ask({ target, headers: [...upgrade, ['sec-websocket-protocol', 'vite-hmr'], ['origin', 'http://evil.example']] })
    expect(answer.status).not.toBe(101)
  }
})

describe('the stream of changes', () => {
  // Changes something until the stream speaks, or until it has been silent for long: a watcher may yet have to begin.
  const hear = (change: () => void) =>
    new Promise<{ text: string; names: readonly string[] }>((resolve, reject) => {
      const asked = get(`${site.url}@hedgerow/changes`, { headers: { origin: 'http://evil.example' } }, (response) => {
        const names = Object.keys(response.headers)
        const changing = setInterval(change, 200)
        const finish = (text: string) => {
          clearInterval(changing)
          asked.destroy()
          resolve({ text, names })
        }
        response.on('error', reject)
        response.once('data', (chunk: Buffer) => finish(chunk.toString()))
        setTimeout(finish, 3000, '').unref()
      })
      asked.on('error', reject)
    })

  // The watcher follows links out of the root; one that leads to itself keeps it busy without end.
  test('says nothing of what is outside', async () => {
    const { text } = await hear(() => appendFileSync(path.join(folder.holder, 'other/SECRET.txt'), '.'))
    expect(text).toBe('')
  })

  test('says that something has changed, never what, and not to pages of others', async () => {
    const { text, names } = await hear(() => appendFileSync(path.join(folder.root, 'talk.md'), `\n<!-- ${SECRET} -->\n`))
    expect(text).toBe('data: changed\n\n')
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
  })
})

describe('a name that is allowed', () => {
  const host = ['host', 'talks.example:8080'] as const
  const named = async (work: (url: string) => Promise<void>) => {
    const root = makeFolder({ 'talk.md': '---\ntype: slide\n---\n\n# Hello\n' })
    const server = await serveDev(root, { allowedHosts: ['talks.example'] })
    try {
      await work(server.url)
    } finally {
      await server.close()
    }
  }
  const position = '/@hedgerow/position?page=/talk.html&h=0&v=0&f=-1&by=a'

  test('gets pages, and acts for pages of its own on this machine only', async () => {
    await named(async (url) => {
      expect(await askRaw(url, { target: '/talk.html', headers: [host] })).toMatchObject({
        status: 200,
        body: expect.stringContaining('Hello'),
      })
      expect((await askRaw(url, { target: '/@hedgerow/state?page=/talk.html', headers: [host] })).status).toBe(200)
      const act = async (...headers: readonly (readonly [string, string])[]) =>
        (await askRaw(url, { method: 'POST', target: position, headers: [host, ...headers] })).status
      expect(await act(['origin', 'https://talks.example:8080'])).toBe(204)
      expect(await act(['origin', 'https://talks.example:8080'], ['x-forwarded-for', '192.168.1.7'])).toBe(403)
      expect(await act(['origin', 'https://other.example'])).toBe(405)
      expect(await act()).toBe(405)
    })
  })

  test('hears of changes, and no other name does', async () => {
    await named(async (url) => {
      const streams = (name: string) =>
        new Promise<string>((resolve, reject) => {
          get(`${url}@hedgerow/changes`, { headers: { host: name } }, (response) => {
            const { 'content-type': type, 'x-accel-buffering': buffering } = response.headers
            resolve([response.statusCode, type, buffering].join(' '))
            response.destroy()
          }).on('error', reject)
        })
      expect(await streams('talks.example')).toBe('200 text/event-stream no')
      expect(await streams('evil.example')).toBe('403 text/plain; charset=utf-8 ')
    })
  })
})
