import { afterEach, describe, expect, test } from 'vitest'
import { openPadClient } from '../../../src/node/pads/pad-client.ts'
import { openPadRun, padAt, problemOf } from '../../support/pad-run.ts'
import type { PadFault, PadServer } from '../../support/pad-server.ts'

const run = openPadRun()
const { openClient, serveCall: serve } = run

afterEach(run.close)

const SMALL = { textBytes: 100_000, fileBytes: 200_000 }
const SOON = 40
const failWith = (fault: PadFault) => serve({ fail: () => fault })
const secretsFor = (server: PadServer) => new Map([[server.origin, { cookie: 'connect.sid=the-session', token: 'the-token' }]])

describe('the answer of a pad', () => {
  test.each<readonly [string, PadFault, object]>([
    ['a page', { kind: 'html' }, { kind: 'type', message: 'the server sent a web page instead of Markdown' }],
    [
      'a page as Markdown',
      { kind: 'html', type: 'text/markdown' },
      { kind: 'type', message: 'the server sent a web page instead of Markdown' },
    ],
    [
      'another type',
      { kind: 'body', body: 'x', type: 'application/x-sh\u00e9' },
      { kind: 'type', message: 'the server sent "application/x-sh" instead of Markdown' },
    ],
    ['plain text', { kind: 'body', body: 'x', type: 'text/plain' }, { kind: 'type' }],
    [
      'another encoding',
      { kind: 'body', body: Buffer.from([0xe4, 0x20]), type: 'text/markdown' },
      { kind: 'type', message: 'the text of the pad is not valid UTF-8' },
    ],
    ['too long, by its head', { kind: 'endless', length: 200_000 }, { kind: 'large' }],
    ['without an end', { kind: 'endless' }, { kind: 'large', message: 'the answer is larger than 0 MB' }],
    [
      'compressed',
      { kind: 'gzip', bytes: 1_000_000 },
      { kind: 'type', message: 'the server sent a compressed answer, although none was requested' },
    ],
    ['cut off', { kind: 'cut-off' }, { kind: 'cut-off' }],
    ['cut off between chunks', { kind: 'cut-off', chunked: true }, { kind: 'cut-off' }],
    ['shorter than its length', { kind: 'length', by: 10 }, { kind: 'cut-off' }],
    ['longer than its length', { kind: 'length', by: -5 }, { kind: 'cut-off' }],
    ['of unknown length', { kind: 'until-close' }, { kind: 'cut-off', message: expect.stringContaining('did not say how long') }],
    ['no answer', { kind: 'reset' }, { kind: 'unreachable', message: 'the server cannot be reached (the connection was closed)' }],
    ['an error', { kind: 'status', status: 500 }, { kind: 'answer', message: 'the server answered 500' }],
    ['304 although nothing is known', { kind: 'body', body: '', type: 'text/markdown', status: 304 }, { kind: 'answer' }],
    ['206, a part', { kind: 'body', body: 'x', type: 'text/markdown', status: 206 }, { kind: 'answer' }],
    ['201', { kind: 'body', body: 'x', type: 'text/markdown', status: 201 }, { kind: 'answer' }],
  ])('is refused if it is %s', async (_, fault, expected) => {
    const server = await failWith(fault)
    expect(problemOf(await openClient(server, { limits: SMALL }).readPad(padAt(server)))).toMatchObject(expected)
  })

  test('is not waited for if it is late or stalls', async () => {
    const late = await failWith({ kind: 'silent' })
    const slow = { kind: 'slow', message: 'the server did not answer within 0.04 s' }
    expect(problemOf(await openClient(late, { limits: { answerTime: SOON } }).readPad(padAt(late)))).toMatchObject(slow)
    const stalled = await failWith({ kind: 'stall' })
    expect(problemOf(await openClient(stalled, { limits: { stallTime: SOON } }).readPad(padAt(stalled)))).toMatchObject({
      kind: 'slow',
      message: 'the answer stopped for 0.04 s',
    })
    expect(
      problemOf(
        await openClient(stalled, { limits: { fileTime: 4 * SOON } }).download(stalled.addUpload('x'.repeat(1000)), padAt(stalled)),
      ),
    ).toMatchObject({
      kind: 'slow',
      message: 'the server did not answer within 0.16 s',
    })
  })

  test('that redirects elsewhere is not followed, and no secret leaves', async () => {
    const other = await serve({ host: '127.0.0.2' })
    const server = await serve()
    const client = openClient(server, { isAllowed: () => true, servers: [server.root, other.root], secrets: secretsFor(server) })
    for (const [to, kind] of [
      [`${other.root}s/call/download`, 'moved'],
      [`${other.root}login?next=x`, 'refused'],
      ['/', 'refused'],
      ['/call', 'refused'],
      ['/p/call', 'refused'],
      ['/new', 'refused'],
      ['/s/call/download/../../../new', 'refused'],
      ['/s/call/../download', 'refused'],
      ['file:///etc/passwd', 'refused'],
      ['http://169.254.169.254/latest/download', 'moved'],
      ['javascript:alert(1)', 'refused'],
    ] as const) {
      server.requests.splice(0)
      server.setFail(() => ({ kind: 'redirect', to }))
      const problem = problemOf(await client.readPad(padAt(server)))
      expect([to, problem]).toEqual([to, expect.objectContaining({ kind })])
      expect(JSON.stringify(problem)).not.toMatch(/the-session|the-token/)
      expect(server.requests).toHaveLength(1)
    }
    expect(other.requests).toEqual([])
    expect(server.created).toEqual([])
  })

  test('may redirect to another name of the pad, but not in a circle', async () => {
    const server = await serve({ fail: (_, count) => (count === 1 ? { kind: 'redirect', to: '/call/download', status: 301 } : undefined) })
    expect(await openClient(server).readPad(padAt(server, 'other'))).toMatchObject({ kind: 'text' })
    expect(server.log()).toEqual(['GET /s/other/download 301', 'GET /call/download 200'])
    const round = await failWith({ kind: 'redirect', to: '/s/call/download' })
    expect(problemOf(await openClient(round).readPad(padAt(round)))).toMatchObject({ kind: 'guests' })
    expect(round.requests).toHaveLength(4)
  })

  test('sets cookies for its own server alone, and few', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `c${index}=${'x'.repeat(100)}; Domain=127.0.0.2; Path=/`)
    const cookies = [
      ...many,
      'evil=a\tb',
      'bad name=1',
      `long=${'x'.repeat(4097)}`,
      'gone=1; Max-Age=0',
      'old=1; Expires=Thu, 03 Sep 2020 00:00:00 GMT',
    ]
    const server = await serve({ fail: () => ({ kind: 'headers', headers: { 'set-cookie': cookies } }) })
    const other = await serve({ host: '127.0.0.2' })
    const client = openClient(server, { servers: [server.root, other.root] })
    await client.readPad(padAt(server))
    await client.readPad(padAt(server))
    await client.readPad(padAt(other))
    const sent = server.requests[1]?.headers.cookie?.split('; ') ?? []
    expect(sent).toHaveLength(20)
    expect(sent.every((cookie) => /^c\d+=x+$/.test(cookie))).toBe(true)
    expect(other.requests[0]?.headers.cookie).toBe(undefined)
  })

  test('is not asked for with what a lock file makes up', async () => {
    const server = await serve()
    const client = openClient(server)
    for (const etag of ['"a"\r\nCookie: x=y', 'a', '*', '"a", "b"', `"${'a'.repeat(5000)}"`]) await client.readPad(padAt(server), { etag })
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
})

test('a token that could be more than a token is not sent', async () => {
  const server = await serve({ kind: 'hedgedoc2' })
  for (const token of ['a\r\nX-Evil: 1', 'a b', 'ä', '']) {
    const client = openClient(server, { secrets: new Map([[server.origin, { token, cookie: 'a=b\r\nX-Evil: 1; ok=1' }]]) })
    expect(problemOf(await client.readPad(padAt(server)))).toMatchObject({ kind: 'refused' })
  }
  for (const { headers } of server.requests) expect(headers).toMatchObject({ cookie: 'ok=1' })
  expect(server.requests.every(({ headers }) => headers.authorization === undefined && headers['x-evil'] === undefined)).toBe(true)
})

test('a client that is closed ends its requests and its pauses', async () => {
  const silent = await failWith({ kind: 'silent' })
  const busy = await failWith({ kind: 'status', status: 503 })
  const client = openPadClient({ agent: 'hedgerow-test', servers: [silent.root, busy.root] })
  const answers = [client.readPad(padAt(silent)), client.readPad(padAt(busy))]
  while (silent.requests.length === 0 || busy.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  client.close()
  for (const answer of await Promise.all(answers))
    expect(problemOf(answer)).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('the pull was stopped') })
})
