import { afterEach, describe, expect, test } from 'vitest'
import { openPadRun, padAt, PIXEL, problemOf } from '../../support/pad-run.ts'
import type { PadServer } from '../../support/pad-server.ts'

const run = openPadRun()
const { openClient, serve } = run

afterEach(run.close)

const session = (server: PadServer, cookie: string) => ({ secrets: new Map([[server.origin, { cookie }]]) })

describe.each(['hedgedoc', 'codimd'] as const)('a pad of %s', (kind) => {
  test('is read by each of its names, also below a path', async () => {
    for (const path of ['', '/pads/of/us']) {
      const server = await serve({ kind, path })
      const { id, shortid } = server.addPad({ alias: 'séance-1', text: '# Eins\n' })
      const client = openClient(server)
      for (const name of [id, shortid, 'séance-1'])
        expect(await client.readPad(padAt(server, name))).toMatchObject({
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
    const answer = await openClient(server).readPad(padAt(server, 'bytes'))
    expect(answer).toMatchObject({ text })
    expect('bytes' in answer && Buffer.from(answer.bytes).equals(Buffer.from(text))).toBe(true)
  })

  test('that has not changed is not sent again', async () => {
    const server = await serve({ kind })
    server.addPad({ alias: 'call', text: '# Eins\n' })
    const client = openClient(server)
    const first = await client.readPad(padAt(server, 'call'))
    const known = { etag: first.kind === 'text' ? (first.etag ?? '') : '' }
    expect(await client.readPad(padAt(server, 'call'), known)).toEqual({ kind: 'unchanged' })
    server.editPad('call', '# Zwei\n')
    expect(await client.readPad(padAt(server, 'call'), known)).toMatchObject({ text: '# Zwei\n' })
    expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': known.etag, 'cache-control': 'max-age=0' })
    expect(server.log().map((line) => line.slice(-3))).toEqual(['200', '304', '200'])
  })

  test('that guests may not read is never followed to the start page', async () => {
    const server = await serve({ kind })
    for (const permission of ['private', 'limited', 'protected'] as const)
      server.addPad({ alias: permission, permission, owner: 'mara', text: 'x' })
    const client = openClient(server)
    for (const name of ['private', 'limited', 'protected']) {
      expect(problemOf(await client.readPad(padAt(server, name)))).toEqual({
        kind: 'guests',
        message: 'guests cannot read this pad',
        help: 'Make it *locked* or *editable* in the pad, or set HEDGEROW_PAD_COOKIE to your session.',
      })
    }
    expect(server.requests).toHaveLength(3)
  })

  test('is read with the session of a user, who may lack the permission too', async () => {
    const server = await serve({ kind })
    server.addPad({ alias: 'hers', permission: 'private', owner: 'mara', text: 'hers' })
    expect(await openClient(server, session(server, server.logIn('mara'))).readPad(padAt(server, 'hers'))).toMatchObject({ text: 'hers' })
    for (const cookie of [server.logIn('ole'), 'connect.sid=expired'])
      expect(problemOf(await openClient(server, session(server, cookie)).readPad(padAt(server, 'hers')))).toMatchObject({
        kind: 'refused',
        message: 'your session gives no access to this pad',
      })
  })

  test('costs the server one session for a run', async () => {
    const server = await serve({ kind })
    for (const alias of ['a', 'b', 'c']) server.addPad({ alias, text: alias })
    const picture = server.addUpload(PIXEL)
    const client = openClient(server)
    await Promise.all([
      ...['a', 'b', 'c', 'unknown'].map((id) => client.readPad(padAt(server, id))),
      client.download(picture, padAt(server, 'a')),
    ])
    await client.readRevision(padAt(server, 'a'))
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
      const answer = problemOf(await client.readPad(padAt(server, id)))
      expect(answer).toMatchObject({ kind: id === 'unknown' || id === '%2e%2e' ? 'missing' : 'address' })
      expect(await client.readRevision(padAt(server, id))).toBe(undefined)
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
    expect(await client.readRevision(padAt(server, 'old'))).toBe(3000)
    expect(await client.readRevision(padAt(server, 'fresh'))).toBe(undefined)
    expect(await client.readRevision(padAt(server, 'hers'))).toBe(undefined)
    expect(await client.readRevision(padAt(server, 'unknown'))).toBe(undefined)
  })
})

test('an unknown pad of HedgeDoc 1 is one request', async () => {
  const server = await serve()
  expect(problemOf(await openClient(server).readPad(padAt(server, 'unknown')))).toMatchObject({ kind: 'missing' })
  expect(server.log()).toEqual(['GET /s/unknown/download 404'])
})
