import { afterEach, describe, expect, test } from 'vitest'
import type { LookupFunction } from 'node:net'
import { openPadRun, padAt, problemOf } from '../../support/pad-run.ts'

const run = openPadRun()
const { openClient, serveCall: serve } = run

afterEach(run.close)

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
    expect(problemOf(await client.readPad(padAt(server)))).toEqual({
      kind: 'private',
      message: `${server.origin.slice(7)} is in a private network, which is allowed only for the server of a pad that you name`,
      help: 'If you trust it, give the address of the pad on the command line.',
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
    expect(problemOf(await client.download('https://files.example.org/x.png', padAt(server)))).toMatchObject({ kind: 'private' })
    expect(asked).toEqual(['files.example.org'])
    const literal = address.includes(':') ? `[${address}]` : address
    expect(problemOf(await client.download(`https://${literal}/x.png`, padAt(server)))).toMatchObject({ kind: 'private' })
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
      const problem = problemOf(await client.download(`${server.root}uploads/x.png`, padAt(server)))
      expect([to, problem]).toEqual([to, expect.objectContaining({ kind })])
    }
    expect(inside.requests).toEqual([])
  })

  test('of another named server is not for the files of this pad', async () => {
    const server = await serve()
    const other = await serve({ host: '127.0.0.2' })
    const client = openClient(server, { servers: [server.root, other.root] })
    expect(problemOf(await client.download(`${other.root}uploads/x.png`, padAt(server)))).toMatchObject({ kind: 'private' })
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
