import { afterEach, describe, expect, test } from 'vitest'
import { openPadRun, padAt, PIXEL, problemOf } from '../../support/pad-run.ts'
import type { PadFault } from '../../support/pad-server.ts'

const run = openPadRun()
const { openClient, serve } = run

afterEach(run.close)

const SVG =
  '\ufeff<?xml version="1.0"?>\n<!-- a <html> -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>\n<!-- end -->\n'

describe('a file of a pad server', () => {
  test.each([
    ['png', PIXEL],
    ['svg', SVG],
    ['svg', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
    ['svg', `<svg xmlns="http://www.w3.org/2000/svg"></svg>${'<!---->'.repeat(1000)}\n`],
    ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['webp', 'RIFF\u0010\0\0\0WEBPVP8 '],
    ['mp4', '\0\0\0\u0018ftypisom'],
    ['pdf', '%PDF-1.7\n'],
  ])('comes as its bytes, %s', async (ending, bytes) => {
    const server = await serve({ path: '/pads' })
    const address = server.addUpload(bytes, { ending })
    const answer = await openClient(server).download(`${address}#top`, padAt(server))
    expect(answer).toMatchObject({ kind: 'file', ending })
    expect('bytes' in answer && Buffer.from(answer.bytes).equals(Buffer.from(bytes))).toBe(true)
    expect(server.log()).toEqual([`GET ${new URL(address).pathname} 200`])
  })

  test('is told by its bytes, not by its name', async () => {
    const server = await serve()
    expect(await openClient(server).download(server.addUpload(PIXEL, { ending: 'jpg' }), padAt(server))).toMatchObject({ ending: 'png' })
  })

  test.each<readonly [string, PadFault | string, string]>([
    ['a page', { kind: 'html', type: 'image/png' }, 'the server sent a web page instead of the file'],
    ['a page with a comment before it', '<!-- x -->\n<html lang="en">', 'the server sent a web page instead of the file'],
    [
      'a picture of the name only',
      'version https://git-lfs.github.com/spec/v1',
      'the file is not an image, a video or another file that decks can show',
    ],
    ['an SVG that was cut off', SVG.slice(0, -40), 'the file is not an image, a video or another file that decks can show'],
    // A pattern with repetitions in each other would not come back from these.
    [
      'an SVG that does not end behind many comments',
      `<svg xmlns="http://www.w3.org/2000/svg">${'<!---->'.repeat(1000)}x`,
      'the file is not an image, a video or another file that decks can show',
    ],
    ['empty', '', 'the file is empty'],
    ['cut off', { kind: 'cut-off' }, 'the answer is incomplete: its length is not the one that the server announced'],
    [
      'cut off between chunks',
      { kind: 'cut-off', chunked: true },
      'the answer is incomplete: its length is not the one that the server announced',
    ],
    ['shorter than its length', { kind: 'length', by: 3 }, 'the answer is incomplete: its length is not the one that the server announced'],
    ['compressed', { kind: 'gzip', bytes: 1000, type: 'image/png' }, 'the server sent a compressed answer, although none was requested'],
    ['too large', { kind: 'endless', type: 'image/png' }, 'the answer is larger than 1 MB'],
    ['too large by its head', { kind: 'endless', type: 'image/png', length: 2 ** 21 }, 'the answer is larger than 1 MB'],
    ['gone', { kind: 'status', status: 404 }, 'the server has no such file (404)'],
    ['an error', { kind: 'status', status: 500 }, 'the server answered 500'],
  ])('is refused if it is %s', async (_, fault, message) => {
    const server = await serve(typeof fault === 'string' ? {} : { fail: () => fault })
    const address = server.addUpload(typeof fault === 'string' ? fault : PIXEL)
    expect(problemOf(await openClient(server, { limits: { fileBytes: 2 ** 20 } }).download(address, padAt(server)))).toMatchObject({
      message,
    })
  })

  test('that is gone is asked for once, and creates nothing', async () => {
    const server = await serve()
    const address = server.addUpload(PIXEL)
    server.removeUpload(address)
    expect(problemOf(await openClient(server).download(address, padAt(server)))).toMatchObject({ kind: 'missing' })
    expect(server.requests).toHaveLength(1)
    expect(server.created).toEqual([])
  })

  test('is found at the server of the pad if its text still names an old host', async () => {
    const server = await serve({ path: '/pads', uploadRoot: 'http://old.invalid:3000/' })
    const address = server.addUpload(PIXEL)
    const client = openClient(server)
    expect(await client.download(address, padAt(server))).toMatchObject({ kind: 'file', ending: 'png' })
    expect(server.log()).toEqual([expect.stringMatching(/^GET \/pads\/uploads\/[\w-]+\.png 200$/)])
    // Other names are not unique to a server.
    expect(problemOf(await client.download('http://old.invalid:3000/uploads/logo.png', padAt(server)))).toMatchObject({
      kind: 'unreachable',
    })
    expect(problemOf(await client.download(address, undefined))).toMatchObject({ kind: 'unreachable' })
    expect(server.requests).toHaveLength(1)
  })

  test('is never a page of the server: that could create a pad or end a session', async () => {
    const server = await serve({ path: '/pads' })
    const client = openClient(server)
    for (const path of [
      'new',
      'call',
      'call.png',
      's/call',
      'p/call',
      'logout',
      'uploads',
      'uploads/',
      'uploads/../new',
      'uploads/%2e%2e/call',
      '',
      'me',
      'api/v2/notes/x',
    ])
      expect(problemOf(await client.download(server.root + path, padAt(server)))).toMatchObject({ kind: 'address' })
    // Also not by way of a redirect.
    server.setFail(() => ({ kind: 'redirect', to: '/pads/new' }))
    expect(problemOf(await client.download(server.addUpload(PIXEL), padAt(server)))).toMatchObject({ kind: 'missing' })
    expect(server.log()).toEqual([expect.stringMatching(/^GET \/pads\/uploads\/[\w-]+\.png 302$/)])
    expect(server.created).toEqual([])
  })

  test.each([
    'file:///etc/passwd',
    'data:image/png;base64,iVBORw0KGgo=',
    'javascript:alert(1)',
    'ftp://example.org/x.png',
    'x.png',
    'https://user:word@example.org/x.png',
  ])('has a web address: not %s', async (address) => {
    const server = await serve()
    expect(problemOf(await openClient(server).download(address, padAt(server)))).toMatchObject({ kind: 'address' })
  })
})

describe('a file of another server', () => {
  const options = { isAllowed: (address: string) => address === '127.0.0.2' }

  test('is fetched without what belongs to the pad, also behind redirects', async () => {
    const other = await serve({ host: '127.0.0.2' })
    const server = await serve()
    const address = other.addUpload(PIXEL)
    const secrets = new Map([[server.origin, { cookie: 'connect.sid=the-session', token: 'the-token' }]])
    const client = openClient(server, { ...options, secrets })
    expect(await client.download(address, padAt(server))).toMatchObject({ kind: 'file' })
    server.setFail(() => ({ kind: 'redirect', to: address }))
    expect(await client.download(server.addUpload(PIXEL), padAt(server))).toMatchObject({ kind: 'file' })
    expect(server.requests[0]?.headers).toMatchObject({
      cookie: 'connect.sid=the-session',
      authorization: 'Bearer the-token',
      'user-agent': 'hedgerow-test',
    })
    for (const { headers } of other.requests) expect(JSON.stringify(headers)).not.toMatch(/the-session|the-token|cookie|referer/)
  })

  test('does not lead back to the pad with its secrets, nor at all if that is private', async () => {
    const other = await serve({ host: '127.0.0.2' })
    const server = await serve()
    const image = server.addUpload(PIXEL)
    other.setFail(() => ({ kind: 'redirect', to: image }))
    server.setFail((_, count) => (count % 2 === 1 ? { kind: 'redirect', to: `${other.root}uploads/x.png` } : undefined))
    const secrets = new Map([[server.origin, { cookie: 'a=b', token: 'the-token' }]])
    const sent = () => server.requests.map(({ headers }) => [headers.cookie, headers.authorization])
    const client = openClient(server, { isAllowed: () => true, secrets })
    expect(await client.download(image, padAt(server))).toMatchObject({ kind: 'file' })
    expect(sent()).toEqual([
      ['a=b', 'Bearer the-token'],
      [undefined, undefined],
    ])
    const careful = openClient(server, { ...options, secrets })
    expect(problemOf(await careful.download(image, padAt(server)))).toMatchObject({ kind: 'private' })
    expect(problemOf(await careful.download(`${other.root}uploads/x.png`, padAt(server)))).toMatchObject({ kind: 'private' })
    expect(sent()).toHaveLength(3)
  })

  test('may redirect five times, and not in a circle', async () => {
    const other = await serve({ host: '127.0.0.2' })
    const server = await serve()
    const address = other.addUpload(PIXEL)
    other.setFail((_, count) => (count <= 5 ? { kind: 'redirect', to: address } : undefined))
    expect(await openClient(server, options).download(address, padAt(server))).toMatchObject({ kind: 'file' })
    other.setFail(() => ({ kind: 'redirect', to: address }))
    expect(problemOf(await openClient(server, options).download(address, padAt(server)))).toMatchObject({ kind: 'answer' })
    expect(other.requests).toHaveLength(12)
  })

  test('that the user has named may be private', async () => {
    const server = await serve()
    expect(await openClient(server).download(server.addUpload(PIXEL), undefined)).toMatchObject({ kind: 'file' })
    expect(problemOf(await openClient(server, { servers: [] }).download(server.addUpload(PIXEL), undefined))).toMatchObject({
      kind: 'private',
    })
  })
})
