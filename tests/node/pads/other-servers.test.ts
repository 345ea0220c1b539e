import { afterEach, describe, expect, test } from 'vitest'
import { openPadRun, padAt, PIXEL, problemOf } from '../../support/pad-run.ts'

const run = openPadRun()
const { openClient, serve, waits } = run

afterEach(run.close)

describe('HedgeDoc 2', () => {
  test('is recognised, and read with a token', async () => {
    const server = await serve({ kind: 'hedgedoc2' })
    server.addPad({ alias: 'call', text: '# Eins\n', revisions: [5000, 7000] })
    const client = openClient(server, { secrets: new Map([[server.origin, { token: server.token }]]) })
    expect(await client.readPad(padAt(server, 'call'))).toMatchObject({ kind: 'text', text: '# Eins\n', version: 2 })
    expect(await client.readPad(padAt(server, 'unknown'))).toMatchObject({ kind: 'failed', problem: { kind: 'missing' } })
    expect(await client.readRevision(padAt(server, 'call'))).toBe(7000)
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
    expect(problemOf(await openClient(server).readPad(padAt(server, 'call')))).toMatchObject({
      kind: 'guests',
      help: expect.stringContaining('HEDGEROW_PAD_TOKEN'),
    })
    const client = openClient(server, { secrets: new Map([[server.origin, { token: server.token }]]) })
    expect(problemOf(await client.readPad(padAt(server, 'hers')))).toMatchObject({
      kind: 'refused',
      message: 'your API token gives no access to this pad',
    })
  })

  test('has files at relative addresses, or redirects to their store without the token', async () => {
    const store = await serve({ host: '127.0.0.2' })
    const server = await serve({ kind: 'hedgedoc2', mediaStore: `${store.root}uploads/` })
    const name = server.addUpload(PIXEL).replace('/media/', '')
    store.addUpload(PIXEL, { name })
    const client = openClient(server, {
      secrets: new Map([[server.origin, { token: server.token }]]),
      isAllowed: (address) => address === '127.0.0.2',
    })
    expect(await client.download(new URL(`media/${name}`, server.root).href, padAt(server, 'call'))).toMatchObject({
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
    expect(await client.readPad(padAt(server, 'abc'))).toMatchObject({ text: 'open', version: 1 })
    expect(await client.readPad(padAt(server, '@team/name'))).toMatchObject({ text: 'of a team' })
    expect(problemOf(await client.readPad(padAt(server, 'hers')))).toMatchObject({ kind: 'guests' })
    expect(await client.readRevision(padAt(server, 'abc'))).toBe(undefined)
    const known = openClient(server, {
      hackmd,
      servers: [server.root, api.root],
      secrets: new Map([[server.origin, { token: api.token }]]),
    })
    expect(await known.readPad(padAt(server, 'hers'))).toMatchObject({ text: 'of the API' })
    expect(await known.readRevision(padAt(server, 'hers'))).toBe(4000)
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
    expect(await openClient(server).readPad(padAt(server, 'call'))).toMatchObject({ text: 'x' })
    expect(waits).toEqual([1000, 2000, 7000])
  })

  test('may say until when, as a date', async () => {
    const retryAfter = 'Thu, 03 Sep 2026 15:00:09 GMT'
    const server = await serve({ fail: (_, count) => (count === 1 ? { kind: 'status', status: 503, retryAfter } : undefined) })
    server.addPad({ alias: 'call', text: 'x' })
    const now = () => Date.UTC(2026, 8, 3, 15)
    expect(await openClient(server, { now }).readPad(padAt(server, 'call'))).toMatchObject({ text: 'x' })
    expect(waits).toEqual([9000])
  })

  test('is given up after five requests, and then asked once for each other pad', async () => {
    const server = await serve({ busyEvery: 1 })
    const client = openClient(server)
    expect(problemOf(await client.readPad(padAt(server, 'a')))).toEqual({
      kind: 'busy',
      message: 'the server is busy: it answered 503 to 5 requests',
      help: 'Pull again later.',
    })
    expect(problemOf(await client.readPad(padAt(server, 'b')))).toMatchObject({ kind: 'busy' })
    expect(server.requests).toHaveLength(6)
  })

  test('is not waited for longer than a minute', async () => {
    const server = await serve({ fail: () => ({ kind: 'status', status: 429, retryAfter: '300' }) })
    expect(problemOf(await openClient(server).readPad(padAt(server, 'a')))).toMatchObject({
      message: 'the server is busy: it asks for a pause of 5 min',
    })
    expect(waits).toEqual([])
  })

  test('at every second request loses nothing', async () => {
    const server = await serve({ busyEvery: 2 })
    const client = openClient(server)
    for (const alias of ['a', 'b', 'c']) {
      server.addPad({ alias, text: alias })
      expect(await client.readPad(padAt(server, alias))).toMatchObject({ text: alias })
    }
    expect(server.sessions()).toBe(1)
  })
})
