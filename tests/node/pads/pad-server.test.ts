import { afterEach, describe, expect, test } from 'vitest'
import { openPadRun, PIXEL } from '../../support/pad-run.ts'

// What pad servers were seen to do: the server of the tests must do it too, or tests would find nothing.
const run = openPadRun()

afterEach(run.close)

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => fetch(url, { headers, redirect: 'manual' })
const places = async (root: string, paths: readonly string[]) =>
  Promise.all(
    paths.map(async (path) => {
      const { status, headers } = await get(root + path)
      const location = headers.get('location')?.replace(root, '/')
      return `${path} ${status}${location === undefined ? '' : ` ${location}`}`
    }),
  )

describe('the server of the tests, as HedgeDoc 1.12', () => {
  test('sends the text of a pad by each of its names', async () => {
    const server = await run.serve()
    const { id, shortid } = server.addPad({ alias: 'call', text: '\ufeff# Eins\r\n' })
    for (const path of [
      'call/download',
      `${id}/download`,
      `${shortid}/download?both`,
      's/call/download',
      `s/${id}/download`,
      `s/${shortid}/download`,
    ]) {
      const response = await get(server.root + path)
      expect([path, response.status, await response.text()]).toEqual([path, 200, '# Eins\n'])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/markdown; charset=UTF-8',
        'access-control-allow-origin': '*',
        'cache-control': 'private',
        'hedgedoc-version': '1.12.0',
        etag: expect.stringMatching(/^W\/"7-/),
        'set-cookie': expect.stringContaining('connect.sid='),
      })
    }
    expect(server.sessions()).toBe(6)
  })

  test('answers 304 to an ETag, but not to fetch as it is', async () => {
    const server = await run.serve()
    server.addPad({ alias: 'call', text: 'x' })
    const url = `${server.root}s/call/download`
    const etag = (await get(url)).headers.get('etag') ?? ''
    expect((await get(url, { 'if-none-match': etag })).status).toBe(200)
    expect((await get(url, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304)
    expect((await get(url, { 'if-none-match': 'W/"other"', 'cache-control': 'max-age=0' })).status).toBe(200)
  })

  test('has other answers for other addresses, and creates a pad that is asked for', async () => {
    const server = await run.serve({ path: '/pads' })
    const { id, shortid } = server.addPad({ alias: 'call', text: 'x' })
    const paths = [
      'p/call/download',
      `${id}`,
      `s/${shortid}`,
      'call',
      'call/',
      'call/publish',
      'call/slide',
      'unknown/download',
      's/unknown/download',
      's/unknown',
    ]
    expect(await places(server.root, paths)).toEqual([
      `p/call/download 302 /p/${shortid}`,
      `${id} 302 /call`,
      `s/${shortid} 302 /s/call`,
      'call 200',
      'call/ 301 /call',
      'call/publish 302 /s/call',
      'call/slide 302 /p/call',
      'unknown/download 404',
      's/unknown/download 404',
      's/unknown 404',
    ])
    expect(server.created).toEqual([])
    expect(await places(server.root, ['unknown', 'unknown'])).toEqual(['unknown 302 /unknown', 'unknown 200'])
    expect(server.created).toEqual(['unknown'])
    expect(await places(`${server.origin}/`, ['call/download', 'other'])).toEqual(['call/download 404', 'other 404'])
    const strict = await run.serve({ freeUrls: false })
    expect(await places(strict.root, ['unknown'])).toEqual(['unknown 404'])
    expect(strict.created).toEqual([])
  })

  test('sends guests to its start page, and other users away', async () => {
    for (const kind of ['hedgedoc', 'codimd'] as const) {
      const server = await run.serve({ kind })
      server.addPad({ alias: 'hers', text: 'x', permission: 'private', owner: 'mara' })
      server.addPad({ alias: 'all', text: 'x', permission: 'protected' })
      const start = kind === 'codimd' ? '/?next=%2Fhers%2Fdownload' : '/'
      expect(await places(server.root, ['hers/download', ''])).toEqual([`hers/download 302 ${start}`, ' 200'])
      const statusFor = async (path: string, user: string) => (await get(server.root + path, { cookie: server.logIn(user) })).status
      expect([
        await statusFor('hers/download', 'mara'),
        await statusFor('hers/download', 'ole'),
        await statusFor('all/download', 'ole'),
      ]).toEqual([200, 403, 200])
    }
  })

  test('has information and revisions, with authorship', async () => {
    const server = await run.serve()
    server.addPad({ alias: 'call', text: 'one', revisions: [1000] })
    const [newest] = server.editPad('call', (text) => `${text} two`).revisions
    const json = async (path: string) => (await get(`${server.root}call/${path}`)).json() as Promise<unknown>
    expect(await json('info')).toMatchObject({ title: 'A pad', updatetime: new Date(newest?.time ?? 0).toISOString() })
    expect(await json('revision')).toEqual({
      revision: [
        { time: newest?.time, length: 7 },
        { time: 1000, length: 3 },
      ],
    })
    expect(await json('revision/1500')).toMatchObject({ content: 'one', authorship: [expect.anything()] })
    expect((await get(`${server.root}call/revision/9999999999999`)).status).toBe(404)
  })

  test('sends uploads without a session, and 404 as HTML', async () => {
    const server = await run.serve()
    const response = await get(server.addUpload(PIXEL))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'cache-control': 'public, max-age=86400',
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(PIXEL)).toBe(true)
    expect(server.sessions()).toBe(0)
    const missing = await get(`${server.root}uploads/x.png`)
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  })

  test('takes new pads, of a size and not too many', async () => {
    const server = await run.serve()
    const post = (path: string, body: string) =>
      fetch(server.root + path, { method: 'POST', body, headers: { 'content-type': 'text/markdown' }, redirect: 'manual' })
    expect((await post('new/mine', '\ufeffa\r\nb')).headers.get('location')).toBe(`${server.root}mine`)
    expect(await (await get(`${server.root}mine/download`)).text()).toBe('a\nb')
    expect((await post('new/mine', 'x')).status).toBe(409)
    expect((await post('new', 'x'.repeat(100_001))).status).toBe(413)
    for (let count = 1; count < 20; count += 1) expect((await post('new', 'x')).status).toBe(302)
    const refused = await post('new', 'x')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300'])
  })
})

test('the server of the tests, as HedgeDoc 2, answers in JSON without a token', async () => {
  const server = await run.serve({ kind: 'hedgedoc2' })
  server.addPad({ alias: 'call', text: 'x', revisions: [1000] })
  const image = server.addUpload(PIXEL)
  expect(image).toMatch(/^\/media\//)
  const status = async (path: string, token?: string) =>
    (await get(server.origin + path, token === undefined ? {} : { authorization: `Bearer ${token}` })).status
  expect([
    await status(image),
    await status('/n/call'),
    await status('/s/call/download'),
    await status('/api/v2/notes/call/content'),
    await status('/api/v2/notes/call/content', 'wrong'),
    await status('/api/v2/notes/call/content', server.token),
    await status('/api/v2/notes/call/metadata', server.token),
    await status('/api/v2/notes/unknown/content', server.token),
  ]).toEqual([200, 200, 404, 403, 403, 200, 200, 404])
})
