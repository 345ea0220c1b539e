import { afterEach, describe, expect, test } from 'vitest'
import type { LookupFunction } from 'node:net'
import type { PadAddress } from '../../../src/core/pads/pad-address.ts'
import { openPadClient, type PadClientOptions } from '../../../src/node/pads/pad-client.ts'
import { openPadServer, type PadFault, type PadServer, type PadServerOptions } from '../../support/pad-server.ts'

const closing: (() => unknown)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function serve(options?: PadServerOptions): Promise<PadServer> {
  const server = await openPadServer(options)
  server.addPad({ alias: 'call', text: '# Eins\n\n## Zwei\n' })
  closing.push(() => server.close())
  return server
}

const SMALL = { textBytes: 100_000, fileBytes: 200_000 }
const SOON = 40

function openClient(server: PadServer, options: Partial<PadClientOptions> = {}) {
  const client = openPadClient({ agent: 'hedgerow-test', servers: [server.root], wait: () => Promise.resolve(), ...options })
  closing.push(() => client.close())
  return client
}

const at = ({ root }: PadServer, id = 'call'): PadAddress => ({ server: root, id, fragment: '' })
const problemOf = (answer: object) => ('problem' in answer ? answer.problem : answer)
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
      { kind: 'type', message: 'the text of the pad is not UTF-8' },
    ],
    ['too long, by its head', { kind: 'endless', length: 200_000 }, { kind: 'large' }],
    ['without an end', { kind: 'endless' }, { kind: 'large', message: 'the answer has more than 0 MB' }],
    [
      'compressed',
      { kind: 'gzip', bytes: 1_000_000 },
      { kind: 'type', message: 'the server sent a compressed answer, which was not asked for' },
    ],
    ['cut off', { kind: 'cut-off' }, { kind: 'cut-off' }],
    ['cut off between chunks', { kind: 'cut-off', chunked: true }, { kind: 'cut-off' }],
    ['shorter than its length', { kind: 'length', by: 10 }, { kind: 'cut-off' }],
    ['longer than its length', { kind: 'length', by: -5 }, { kind: 'cut-off' }],
    ['of unknown length', { kind: 'until-close' }, { kind: 'cut-off', message: expect.stringContaining('does not say how long') }],
    ['no answer', { kind: 'reset' }, { kind: 'unreachable', message: 'the server cannot be reached (the connection was closed)' }],
    ['an error', { kind: 'status', status: 500 }, { kind: 'answer', message: 'the server answered 500' }],
    ['304 although nothing is known', { kind: 'body', body: '', type: 'text/markdown', status: 304 }, { kind: 'answer' }],
    ['206, a part', { kind: 'body', body: 'x', type: 'text/markdown', status: 206 }, { kind: 'answer' }],
    ['201', { kind: 'body', body: 'x', type: 'text/markdown', status: 201 }, { kind: 'answer' }],
  ])('is refused if it is %s', async (_, fault, expected) => {
    const server = await failWith(fault)
    expect(problemOf(await openClient(server, { limits: SMALL }).readPad(at(server)))).toMatchObject(expected)
  })

  test('is not waited for if it is late or stalls', async () => {
    const late = await failWith({ kind: 'silent' })
    const slow = { kind: 'slow', message: 'the server did not answer within 0.04 s' }
    expect(problemOf(await openClient(late, { limits: { answerTime: SOON } }).readPad(at(late)))).toMatchObject(slow)
    const stalled = await failWith({ kind: 'stall' })
    expect(problemOf(await openClient(stalled, { limits: { stallTime: SOON } }).readPad(at(stalled)))).toMatchObject({
      kind: 'slow',
      message: 'the answer stopped for 0.04 s',
    })
    expect(
      problemOf(await openClient(stalled, { limits: { fileTime: 4 * SOON } }).download(stalled.addUpload('x'.repeat(1000)), at(stalled))),
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
      const problem = problemOf(await client.readPad(at(server)))
      expect([to, problem]).toEqual([to, expect.objectContaining({ kind })])
      expect(JSON.stringify(problem)).not.toMatch(/the-session|the-token/)
      expect(server.requests).toHaveLength(1)
    }
    expect(other.requests).toEqual([])
    expect(server.created).toEqual([])
  })

  test('may redirect to another name of the pad, but not in a circle', async () => {
    const server = await serve({ fail: (_, count) => (count === 1 ? { kind: 'redirect', to: '/call/download', status: 301 } : undefined) })
    expect(await openClient(server).readPad(at(server, 'other'))).toMatchObject({ kind: 'text' })
    expect(server.log()).toEqual(['GET /s/other/download 301', 'GET /call/download 200'])
    const round = await failWith({ kind: 'redirect', to: '/s/call/download' })
    expect(problemOf(await openClient(round).readPad(at(round)))).toMatchObject({ kind: 'guests' })
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
    await client.readPad(at(server))
    await client.readPad(at(server))
    await client.readPad(at(other))
    const sent = server.requests[1]?.headers.cookie?.split('; ') ?? []
    expect(sent).toHaveLength(20)
    expect(sent.every((cookie) => /^c\d+=x+$/.test(cookie))).toBe(true)
    expect(other.requests[0]?.headers.cookie).toBe(undefined)
  })

  test('is not asked for with what a lock file makes up', async () => {
    const server = await serve()
    const client = openClient(server)
    for (const etag of ['"a"\r\nCookie: x=y', 'a', '*', '"a", "b"', `"${'a'.repeat(5000)}"`]) await client.readPad(at(server), { etag })
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
})

test('a token that could be more than a token is not sent', async () => {
  const server = await serve({ kind: 'hedgedoc2' })
  for (const token of ['a\r\nX-Evil: 1', 'a b', 'ä', '']) {
    const client = openClient(server, { secrets: new Map([[server.origin, { token, cookie: 'a=b\r\nX-Evil: 1; ok=1' }]]) })
    expect(problemOf(await client.readPad(at(server)))).toMatchObject({ kind: 'refused' })
  }
  for (const { headers } of server.requests) expect(headers).toMatchObject({ cookie: 'ok=1' })
  expect(server.requests.every(({ headers }) => headers.authorization === undefined && headers['x-evil'] === undefined)).toBe(true)
})

describe('a private address', () => {
  const resolving = (...addresses: readonly string[]): { readonly lookup: LookupFunction; readonly asked: string[] } => {
    const asked: string[] = []
    const lookup: LookupFunction = (name, _options, answer) => {
      const address = addresses[Math.min(asked.length, addresses.length - 1)] ?? ''
      asked.push(name)
      // With `all`, the answer is a list.
      ;(answer as unknown as (cause: null, found: unknown) => void)(null, [{ address, family: address.includes(':') ? 6 : 4 }])
    }
    return { lookup, asked }
  }

  test('is not requested for a pad whose server the user has not named', async () => {
    const server = await serve()
    const client = openClient(server, { servers: [] })
    expect(problemOf(await client.readPad(at(server)))).toEqual({
      kind: 'private',
      message: `${server.origin.slice(7)} is in a private network, and only the server of the pad that you name may be`,
      help: 'Name the address of the pad on the command line, if you trust it.',
    })
    expect(server.requests).toEqual([])
  })

  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
  ])('is not requested for a file, whichever name has it: %s', async (address) => {
    const server = await serve()
    const { lookup, asked } = resolving(address)
    const client = openClient(server, { lookup })
    expect(problemOf(await client.download('https://files.example.org/x.png', at(server)))).toMatchObject({ kind: 'private' })
    expect(asked).toEqual(['files.example.org'])
    const literal = address.includes(':') ? `[${address}]` : address
    expect(problemOf(await client.download(`https://${literal}/x.png`, at(server)))).toMatchObject({ kind: 'private' })
  })

  test.each(['169.254.169.254', '0.0.0.0', 'fe80::1', '::', 'fd00:ec2::254', '224.0.0.1'])(
    'of no server is not requested either if the user names it: %s',
    async (address) => {
      const server = await serve()
      const { lookup } = resolving(address)
      const named = { server: 'https://pads.example.org/', id: 'call', fragment: '' }
      const client = openClient(server, { lookup, servers: [named.server] })
      expect(problemOf(await client.readPad(named))).toMatchObject({ kind: 'private' })
    },
  )

  test('is the one that is checked, even if the next answer for the name is another', async () => {
    const server = await serve()
    const { lookup, asked } = resolving('127.0.0.2', '127.0.0.1')
    const client = openClient(server, { lookup, isAllowed: (address) => address === '127.0.0.2' })
    const url = server.origin.replace('127.0.0.1', 'files.localhost')
    expect(problemOf(await client.download(`${url}/uploads/x.png`, undefined))).toMatchObject({ kind: 'unreachable' })
    expect(problemOf(await client.download(`${url}/uploads/x.png`, undefined))).toMatchObject({ kind: 'private' })
    expect(asked).toHaveLength(2)
    expect(server.requests).toEqual([])
  })

  test('behind a redirect of a file is not requested', async () => {
    const server = await serve()
    const inside = await serve({ host: '127.0.0.3' })
    const client = openClient(server, { servers: [server.root, inside.root] })
    for (const [to, kind] of [
      ['http://169.254.169.254/latest/meta-data/x.png', 'private'],
      ['https://169.254.169.254/latest/meta-data/x.png', 'private'],
      [`${inside.root}uploads/x.png`, 'private'],
      ['http://[::1]:1/x.png', 'private'],
      ['http://localhost:1/x.png', 'private'],
      ['http://10.0.0.1:8080/x.png', 'private'],
      ['file:///etc/passwd', 'address'],
      ['data:image/png;base64,iVBORw0KGgo=', 'address'],
    ] as const) {
      server.setFail(() => ({ kind: 'redirect', to }))
      const problem = problemOf(await client.download(`${server.root}uploads/x.png`, at(server)))
      expect([to, problem]).toEqual([to, expect.objectContaining({ kind })])
    }
    expect(inside.requests).toEqual([])
  })

  test('of another named server is not for the files of this pad', async () => {
    const server = await serve()
    const other = await serve({ host: '127.0.0.2' })
    const client = openClient(server, { servers: [server.root, other.root] })
    expect(problemOf(await client.download(`${other.root}uploads/x.png`, at(server)))).toMatchObject({ kind: 'private' })
    expect(other.requests).toEqual([])
  })

  test('is no reason to send plain http to another computer', async () => {
    const server = await serve()
    const { lookup, asked } = resolving('192.168.1.5')
    const pad = { server: 'http://pads.lan:3000/', id: 'call', fragment: '' }
    const client = openClient(server, { lookup, servers: [pad.server], secrets: new Map([['http://pads.lan:3000', { cookie: 'a=b' }]]) })
    expect(problemOf(await client.readPad(pad))).toMatchObject({ kind: 'insecure', message: expect.stringContaining('pads.lan:3000') })
    expect(asked).toHaveLength(1)
  })
})

test('a client that is closed ends its requests and its pauses', async () => {
  const silent = await failWith({ kind: 'silent' })
  const busy = await failWith({ kind: 'status', status: 503 })
  const client = openPadClient({ agent: 'hedgerow-test', servers: [silent.root, busy.root] })
  const answers = [client.readPad(at(silent)), client.readPad(at(busy))]
  while (silent.requests.length === 0 || busy.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  client.close()
  for (const answer of await Promise.all(answers))
    expect(problemOf(answer)).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('the pull was stopped') })
})
