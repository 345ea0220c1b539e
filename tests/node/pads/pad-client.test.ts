import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PadAddress } from '../../../src/core/pads/pad-address.ts'
import { openPadClient, type PadClientOptions } from '../../../src/node/pads/pad-client.ts'
import { openPadServer, type PadServer, type PadServerOptions } from '../../support/pad-server.ts'

const closing: (() => unknown)[] = []
let waits: number[]

beforeEach(() => {
  waits = []
})

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function serve(options?: PadServerOptions): Promise<PadServer> {
  const server = await openPadServer(options)
  closing.push(() => server.close())
  return server
}

function openClient(server: PadServer, options: Partial<PadClientOptions> = {}) {
  const client = openPadClient({
    agent: 'hedgerow-test',
    servers: [server.root],
    wait: (time) => {
      waits.push(time)
      return Promise.resolve()
    },
    ...options,
  })
  closing.push(() => client.close())
  return client
}

const at = ({ root }: PadServer, id: string): PadAddress => ({ server: root, id, fragment: '' })
const problemOf = (answer: object) => ('problem' in answer ? answer.problem : answer)
const session = (server: PadServer, cookie: string) => ({ secrets: new Map([[server.origin, { cookie }]]) })

describe.each(['hedgedoc', 'codimd'] as const)('a pad of %s', (kind) => {
  test('is read by each of its names, also below a path', async () => {
    for (const path of ['', '/pads/of/us']) {
      const server = await serve({ kind, path })
      const { id, shortid } = server.addPad({ alias: 'séance-1', text: '# Eins\n' })
      const client = openClient(server)
      for (const name of [id, shortid, 'séance-1'])
        expect(await client.readPad(at(server, name))).toMatchObject({
          kind: 'text',
          text: '# Eins\n',
          version: 1,
          etag: expect.stringMatching(/^W\//),
        })
      expect(server.log().at(-1)).toBe(`GET ${path}/s/s%C3%A9ance-1/download 200`)
    }
  })

  test('comes as the bytes that the server has', async () => {
    const server = await serve({ kind })
    const text = '\ufeff---\r\ntitle: Ä\r\n---\r\n\0 🦔 \n'
    server.addPad({ alias: 'bytes', text, asIs: true })
    const answer = await openClient(server).readPad(at(server, 'bytes'))
    expect(answer).toMatchObject({ text })
    expect('bytes' in answer && Buffer.from(answer.bytes).equals(Buffer.from(text))).toBe(true)
  })

  test('that has not changed is not sent again', async () => {
    const server = await serve({ kind })
    server.addPad({ alias: 'call', text: '# Eins\n' })
    const client = openClient(server)
    const first = await client.readPad(at(server, 'call'))
    const known = { etag: first.kind === 'text' ? (first.etag ?? '') : '' }
    expect(await client.readPad(at(server, 'call'), known)).toEqual({ kind: 'unchanged' })
    server.editPad('call', '# Zwei\n')
    expect(await client.readPad(at(server, 'call'), known)).toMatchObject({ text: '# Zwei\n' })
    expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': known.etag, 'cache-control': 'max-age=0' })
    expect(server.log().map((line) => line.slice(-3))).toEqual(['200', '304', '200'])
  })

  test('that guests may not read is never followed to the start page', async () => {
    const server = await serve({ kind })
    for (const permission of ['private', 'limited', 'protected'] as const)
      server.addPad({ alias: permission, permission, owner: 'mara', text: 'x' })
    const client = openClient(server)
    for (const name of ['private', 'limited', 'protected']) {
      expect(problemOf(await client.readPad(at(server, name)))).toEqual({
        kind: 'guests',
        message: 'this pad is not readable for guests',
        help: 'Make it *locked* or *editable* in the pad, or give a session in HEDGEROW_PAD_COOKIE.',
      })
    }
    expect(server.requests).toHaveLength(3)
  })

  test('is read with the session of a user, who may lack the permission too', async () => {
    const server = await serve({ kind })
    server.addPad({ alias: 'hers', permission: 'private', owner: 'mara', text: 'hers' })
    expect(await openClient(server, session(server, server.logIn('mara'))).readPad(at(server, 'hers'))).toMatchObject({ text: 'hers' })
    for (const cookie of [server.logIn('ole'), 'connect.sid=expired'])
      expect(problemOf(await openClient(server, session(server, cookie)).readPad(at(server, 'hers')))).toMatchObject({
        kind: 'refused',
        message: 'your session does not allow to read this pad',
      })
  })

  test('costs the server one session for a run', async () => {
    const server = await serve({ kind })
    for (const alias of ['a', 'b', 'c']) server.addPad({ alias, text: alias })
    const picture = server.addUpload(PNG)
    const client = openClient(server)
    await Promise.all([
      ...['a', 'b', 'c', 'unknown'].map((id) => client.readPad(at(server, id))),
      client.download(picture, at(server, 'a')),
    ])
    await client.readRevision(at(server, 'a'))
    expect(server.sessions()).toBe(1)
  })

  test('is never created by asking for it, whatever its name', async () => {
    const server = await serve({ kind })
    const client = openClient(server)
    for (const id of [
      'unknown',
      'new',
      '..',
      '.',
      '',
      'a/b',
      '../new',
      'x?both',
      'x#y',
      'x\r\nCookie: a=b',
      'a\\b',
      '%2e%2e',
      'NEW',
      'uploads',
    ]) {
      const answer = problemOf(await client.readPad(at(server, id)))
      expect(answer).toMatchObject({ kind: id === 'unknown' || id === '%2e%2e' ? 'missing' : 'address' })
      expect(await client.readRevision(at(server, id))).toBe(undefined)
    }
    expect(server.created).toEqual([])
    expect(
      server
        .log()
        .filter(
          (line) =>
            !/^GET (\/s\/(unknown|%252e%252e)\/download|\/(api\/v2\/notes\/)?(unknown|%252e%252e)\/(revision|content)) 404$/.test(line),
        ),
    ).toEqual([])
  })

  test('has revisions, the newest of which counts', async () => {
    const server = await serve({ kind })
    server.addPad({ alias: 'old', text: 'x', revisions: [1000, 3000, 2000] })
    server.addPad({ alias: 'fresh', text: 'x' })
    server.addPad({ alias: 'hers', text: 'x', permission: 'private', revisions: [1000] })
    const client = openClient(server)
    expect(await client.readRevision(at(server, 'old'))).toBe(3000)
    expect(await client.readRevision(at(server, 'fresh'))).toBe(undefined)
    expect(await client.readRevision(at(server, 'hers'))).toBe(undefined)
    expect(await client.readRevision(at(server, 'unknown'))).toBe(undefined)
  })
})

test('an unknown pad of HedgeDoc 1 is one request', async () => {
  const server = await serve()
  expect(problemOf(await openClient(server).readPad(at(server, 'unknown')))).toMatchObject({ kind: 'missing' })
  expect(server.log()).toEqual(['GET /s/unknown/download 404'])
})

describe('HedgeDoc 2', () => {
  test('is recognised, and read with a token', async () => {
    const server = await serve({ kind: 'hedgedoc2' })
    server.addPad({ alias: 'call', text: '# Eins\n', revisions: [5000, 7000] })
    const client = openClient(server, { secrets: new Map([[server.origin, { token: server.token }]]) })
    expect(await client.readPad(at(server, 'call'))).toMatchObject({ kind: 'text', text: '# Eins\n', version: 2 })
    expect(await client.readPad(at(server, 'unknown'))).toMatchObject({ kind: 'failed', problem: { kind: 'missing' } })
    expect(await client.readRevision(at(server, 'call'))).toBe(7000)
    expect(server.log()).toEqual([
      'GET /s/call/download 404',
      'GET /api/v2/notes/call/content 200',
      'GET /api/v2/notes/unknown/content 404',
      'GET /api/v2/notes/call/revisions 200',
    ])
  })

  test('says what is missing: the token, or the permission', async () => {
    const server = await serve({ kind: 'hedgedoc2' })
    server.addPad({ alias: 'call', text: 'x' })
    server.addPad({ alias: 'hers', text: 'x', permission: 'private' })
    expect(problemOf(await openClient(server).readPad(at(server, 'call')))).toMatchObject({
      kind: 'guests',
      help: expect.stringContaining('HEDGEROW_PAD_TOKEN'),
    })
    const client = openClient(server, { secrets: new Map([[server.origin, { token: server.token }]]) })
    expect(problemOf(await client.readPad(at(server, 'hers')))).toMatchObject({
      kind: 'refused',
      message: 'your API token does not allow to read this pad',
    })
  })

  test('has files at relative addresses, or redirects to their store without the token', async () => {
    const store = await serve({ host: '127.0.0.2' })
    const server = await serve({ kind: 'hedgedoc2', mediaStore: `${store.root}uploads/` })
    const name = server.addUpload(PNG).replace('/media/', '')
    store.addUpload(PNG, { name })
    const client = openClient(server, {
      secrets: new Map([[server.origin, { token: server.token }]]),
      isAllowed: (address) => address === '127.0.0.2',
    })
    expect(await client.download(new URL(`media/${name}`, server.root).href, at(server, 'call'))).toMatchObject({
      kind: 'file',
      ending: 'png',
    })
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${server.token}`)
    expect(store.requests[0]?.headers.authorization).toBe(undefined)
  })
})

describe('HackMD', () => {
  test('is read by the address of a download, or with a token by its API', async () => {
    const server = await serve({ kind: 'hackmd' })
    const api = await serve({ kind: 'hackmd', host: '127.0.0.2' })
    const hackmd = { pages: server.origin, api: api.origin }
    server.addPad({ alias: 'abc', text: 'open' })
    server.addPad({ alias: '@team/name', text: 'of a team' })
    server.addPad({ alias: 'hers', text: 'x', permission: 'private' })
    api.addPad({ alias: 'hers', text: 'of the API', revisions: [4000] })
    const client = openClient(server, { hackmd, servers: [server.root, api.root] })
    expect(await client.readPad(at(server, 'abc'))).toMatchObject({ text: 'open', version: 1 })
    expect(await client.readPad(at(server, '@team/name'))).toMatchObject({ text: 'of a team' })
    expect(problemOf(await client.readPad(at(server, 'hers')))).toMatchObject({ kind: 'guests' })
    expect(await client.readRevision(at(server, 'abc'))).toBe(undefined)
    const known = openClient(server, {
      hackmd,
      servers: [server.root, api.root],
      secrets: new Map([[server.origin, { token: api.token }]]),
    })
    expect(await known.readPad(at(server, 'hers'))).toMatchObject({ text: 'of the API' })
    expect(await known.readRevision(at(server, 'hers'))).toBe(4000)
    expect(server.log()).toEqual(['GET /abc/download 200', 'GET /@team/name/download 200', 'GET /hers/download 302'])
  })
})

describe('a server that is busy', () => {
  test('is asked again after a pause that grows, or that it says', async () => {
    const server = await serve({
      fail: (_, count) =>
        count < 3 ? { kind: 'status', status: 503 } : count === 3 ? { kind: 'status', status: 429, retryAfter: '7' } : undefined,
    })
    server.addPad({ alias: 'call', text: 'x' })
    expect(await openClient(server).readPad(at(server, 'call'))).toMatchObject({ text: 'x' })
    expect(waits).toEqual([1000, 2000, 7000])
  })

  test('may say until when, as a date', async () => {
    const retryAfter = 'Thu, 03 Sep 2026 15:00:09 GMT'
    const server = await serve({ fail: (_, count) => (count === 1 ? { kind: 'status', status: 503, retryAfter } : undefined) })
    server.addPad({ alias: 'call', text: 'x' })
    const now = () => Date.UTC(2026, 8, 3, 15)
    expect(await openClient(server, { now }).readPad(at(server, 'call'))).toMatchObject({ text: 'x' })
    expect(waits).toEqual([9000])
  })

  test('is given up after five requests, and then asked once for each other pad', async () => {
    const server = await serve({ busyEvery: 1 })
    const client = openClient(server)
    expect(problemOf(await client.readPad(at(server, 'a')))).toEqual({
      kind: 'busy',
      message: 'the server is busy: it answered 503 to 5 requests',
      help: 'Pull again later.',
    })
    expect(problemOf(await client.readPad(at(server, 'b')))).toMatchObject({ kind: 'busy' })
    expect(server.requests).toHaveLength(6)
  })

  test('is not waited for longer than a minute', async () => {
    const server = await serve({ fail: () => ({ kind: 'status', status: 429, retryAfter: '300' }) })
    expect(problemOf(await openClient(server).readPad(at(server, 'a')))).toMatchObject({
      message: 'the server is busy: it asks to wait 5 min',
    })
    expect(waits).toEqual([])
  })

  test('at every second request loses nothing', async () => {
    const server = await serve({ busyEvery: 2 })
    const client = openClient(server)
    for (const alias of ['a', 'b', 'c']) {
      server.addPad({ alias, text: alias })
      expect(await client.readPad(at(server, alias))).toMatchObject({ text: alias })
    }
    expect(server.sessions()).toBe(1)
  })
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
