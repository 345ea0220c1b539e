import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PreviewServer, startPreview } from '../../src/dev/preview-server.ts'
import { askRaw, type RawQuestion } from '../support/ask-raw.ts'
import { type GuardedRoot, makeGuardedRoot, SECRET } from '../support/guarded-root.ts'
import { hostilePaths } from '../support/hostile-paths.ts'
import { writeFiles } from '../support/make-folder.ts'

const PRIVATE = new RegExp(`${SECRET}|root:x:0:0`)

let guarded: GuardedRoot
let site: PreviewServer
let below: PreviewServer
let folder: string

const ask = async (question: string | RawQuestion, { address } = site) => {
  const answer = await askRaw(address, typeof question === 'string' ? { target: question } : question)
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
  site = await startPreview({ folder, port: 0, base: '/' })
  below = await startPreview({ folder, port: 0, base: '/slides/' })
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
  for (const target of ['/talk.html', '/slidestalk.html']) expect((await ask(target, below)).status).toBe(404)
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

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
  expect((await ask({ method, target: '/talk.html' })).status).toBe(405)
})

test('a player gets the part of a film that it asks for', async () => {
  const part = async (range: string) => {
    const { status, body, headers } = await ask({ target: '/film.mp4', headers: [['range', range]] })
    return [status, body, headers.get('content-range')]
  }
  expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
  expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await part('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10'])
  expect(await part('bytes=20-30')).toEqual([200, '0123456789', undefined])
  expect(await part('bytes=a')).toEqual([200, '0123456789', undefined])
})

test('a site that is gone for a moment is served again when it is back', async () => {
  renameSync(folder, `${folder}-away`)
  expect((await ask('/talk.html')).status).toBe(404)
  renameSync(`${folder}-away`, folder)
  expect((await ask('/talk.html')).body).toBe('A talk')
})
