import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkLinks, type CheckLinks } from '../../../src/node/links/check-links.ts'
import { isPublicAddress } from '../../../src/node/network/public-address.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'

const ANSWERS: Readonly<Record<string, readonly [status: number, location?: string]>> = {
  '/alive': [200],
  '/gone': [404],
  '/gone-for-good': [410],
  '/moved': [301, '/alive'],
  '/moved-twice': [308, '/moved'],
  '/for-now': [302, '/alive'],
  '/moved-for-now': [301, '/for-now'],
  '/moved-to-nothing': [301, '/gone'],
  '/round': [301, '/round'],
  '/inside': [302, 'http://127.0.0.2:1/'],
  '/file': [302, 'file:///etc/passwd'],
  '/forbidden': [403],
  '/broken': [500],
  '/busy': [429],
}

let server: Server
let host: string
let asked: IncomingMessage[]
/** Where /elsewhere leads to. */
let redirect = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    const address = request.url ?? ''
    // Some servers know no question for the head alone.
    if (address === '/no-head') return response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
    const [status, location] = ANSWERS[address] ?? [404]
    if (address.startsWith('/elsewhere')) return response.writeHead(302, { location: redirect }).end()
    return response.writeHead(status, location === undefined ? {} : { location }).end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

beforeEach(() => {
  asked = []
})

async function check(addresses: readonly string[], more: Partial<CheckLinks> = {}): Promise<readonly string[]> {
  const { report, found } = recordReports()
  const links = addresses.map((address, index) => ({
    address: address.replace(/^\//, `${host}/`),
    location: { file: 'deck.md', line: index + 1 },
  }))
  await checkLinks(links, report, {
    agent: 'hedgerow-test',
    isAllowed: (address) => address === '127.0.0.1',
    cache: path.join(makeFolder(), 'cache'),
    now: 0,
    pause: 0,
    patience: 15_000,
    longest: 600_000,
    passed: [],
    onProgress: () => undefined,
    ...more,
  })
  return found.map(({ line, code, message, help }) =>
    `${line ?? '-'} ${code}: ${message} ${code === 'link-moved' ? help : ''}`.replaceAll(host, '').trim(),
  )
}

describe('links to other servers', () => {
  test('that lead to something are not spoken of, however their server wants to be asked', async () => {
    expect(await check(['/alive', '/no-head', '/for-now', '/alive#part'])).toEqual([])
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'HEAD /alive',
      'HEAD /no-head',
      'GET /no-head',
      'HEAD /for-now',
      'HEAD /alive',
    ])
    expect(asked.every(({ headers }) => headers['user-agent'] === 'hedgerow-test')).toBe(true)
  })

  test('that lead to nothing are reported at their lines, each of them', async () => {
    expect(await check(['/gone', '/alive', '/gone-for-good', '/gone', '/moved-to-nothing'])).toEqual([
      '1 link-broken: broken link: /gone (the server answered 404)',
      '3 link-broken: broken link: /gone-for-good (the server answered 410)',
      '4 link-broken: broken link: /gone (the server answered 404)',
      '5 link-broken: broken link: /moved-to-nothing (the server answered 404)',
    ])
    expect(asked.filter(({ url, method }) => url === '/gone' && method === 'HEAD')).toHaveLength(2)
  })

  test('that have moved for good say where to, with the part of the page', async () => {
    expect(await check(['/moved#part', '/moved-twice', '/moved-for-now'])).toEqual([
      '1 link-moved: /moved#part has moved permanently Link to /alive#part instead.',
      '2 link-moved: /moved-twice has moved permanently Link to /alive instead.',
    ])
  })

  test('of which nothing is known are no mistakes', async () => {
    expect(await check(['/forbidden', '/broken', '/round', 'http://127.0.0.1:1/'])).toEqual([
      '1 link-unchecked: /forbidden could not be checked: the server answered 403',
      '2 link-unchecked: /broken could not be checked: the server answered 500',
      '3 link-unchecked: /round could not be checked: too many redirects',
      '4 link-unchecked: http://127.0.0.1:1/ could not be checked: the server cannot be reached (ECONNREFUSED)',
    ])
  })

  test('to names that nobody has are dead, unless there is no network at all', async () => {
    const none = 'https://none.invalid/'
    expect(await check([none, '/alive'])).toEqual(['1 link-broken: broken link: https://none.invalid/ (no such server)'])
    expect(await check([none])).toEqual([expect.stringContaining('link-unchecked')])
  })

  test('are asked again when what is known is old, and at once when nothing was known', async () => {
    const cache = path.join(makeFolder(), 'cache')
    const day = 86_400_000
    const count = async (now: number) => {
      asked = []
      await check(['/alive', '/gone', '/forbidden'], { cache, now })
      return new Set(asked.map(({ url }) => url)).size
    }
    expect(await count(0)).toBe(3)
    expect(await count(day / 2)).toBe(1)
    expect(await count(day * 2)).toBe(2)
    expect(await count(day * 8)).toBe(3)
  })

  test('of a server that has had enough are left alone', async () => {
    expect(await check(['/alive', '/busy', '/gone', '/moved'])).toEqual(
      [2, 3, 4].map((line) => expect.stringMatching(`^${line} link-unchecked.*429$`)),
    )
    expect(asked.map(({ url }) => url)).toEqual(['/alive', '/busy'])
  })

  test('that a site does not want to be asked are not', async () => {
    expect(await check(['/gone', '/gone-for-good'], { passed: [`${host}/gone-`] })).toHaveLength(1)
    expect(asked.map(({ url }) => url)).toEqual(['/gone', '/gone'])
  })
})

describe('a server that does not answer', () => {
  const many = (at: string, count: number) => Array.from({ length: count }, (_, index) => `${at}/${index}`)

  // Takes every question, and says nothing.
  async function silentServer(): Promise<{ at: string; asked: () => number; close: () => void }> {
    let count = 0
    const silent = createServer(() => {
      count += 1
    })
    await new Promise((resolve) => silent.listen(0, '127.0.0.1', () => resolve(undefined)))
    return {
      at: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      asked: () => count,
      close: () => {
        silent.closeAllConnections()
        silent.close()
      },
    }
  }

  test.each([5, 20])('is asked twice, also for %d addresses, and all of them are told', async (count) => {
    const silent = await silentServer()
    const found = await check(many(silent.at, count), { patience: 100 })
    expect(silent.asked()).toBe(2)
    expect(found).toHaveLength(count)
    expect(found.every((text) => text.endsWith('no answer'))).toBe(true)
    silent.close()
  })

  test('and that others lead to is not waited for any more by way of them, and these are asked all the same', async () => {
    const silent = await silentServer()
    redirect = `${silent.at}/x`
    const found = await check(['/elsewhere?1', '/elsewhere?2', '/elsewhere?3', '/gone'], { patience: 100 })
    expect(silent.asked()).toBe(2)
    expect(asked.filter(({ url }) => url?.startsWith('/elsewhere'))).toHaveLength(3)
    expect(found.at(-1)).toContain('/gone (the server answered 404')
    silent.close()
  })

  test('at all, since nobody listens there, is asked once', async () => {
    const closed = await silentServer()
    closed.close()
    let waits = 0
    const found = await check(many(closed.at, 20), { pause: 1, isAllowed: () => ((waits += 1), true) })
    expect(found).toHaveLength(20)
    expect(waits).toBe(1)
  })

  test('takes no more than the time of a check; what is left is counted, and asked first by the next', async () => {
    const silent = await Promise.all(Array.from({ length: 8 }, silentServer))
    const addresses = [...silent.map(({ at }) => `${at}/`), '/gone', '/alive']
    const cache = path.join(makeFolder(), 'cache')
    // Six are asked at once.
    const first = await check(addresses, { cache, patience: 10_000, longest: 300 })
    expect(first).toEqual(['- links-left: not all links to other servers were checked: 10 left (time limit: 0 s)'])
    const last = await check(addresses, { cache, patience: 200, now: 1 })
    expect(last).toHaveLength(9)
    expect(last.at(-1)).toContain('/gone')
    for (const { close } of silent) close()
  })

  test('is asked after those of which nothing is known, once it has not answered an earlier check', async () => {
    const silent = await Promise.all(Array.from({ length: 6 }, silentServer))
    const cache = path.join(makeFolder(), 'cache')
    await check(
      silent.map(({ at }) => `${at}/`),
      { cache, patience: 100 },
    )
    const found = await check([...silent.map(({ at }) => `${at}/`), '/gone'], { cache, patience: 10_000, longest: 1000, now: 1 })
    expect(found).toEqual([expect.stringContaining('/gone'), expect.stringMatching(/links-left: .*: 6 left/)])
    for (const { close } of silent) close()
  })
})

describe('a deck that anybody can write', () => {
  test('has nothing asked that is not public, by number, by name or by way of another server', async () => {
    const { port } = server.address() as AddressInfo
    const names = [
      `http://127.0.0.1:${port}/alive`,
      `http://localhost:${port}/alive`,
      `http://[::1]:${port}/`,
      `http://2130706433:${port}/alive`,
    ]
    const more = ['http://169.254.169.254/latest/meta-data/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/']
    const found = await check([...names, ...more], { isAllowed: isPublicAddress })
    expect(found).toEqual([...names, ...more].map((_, index) => expect.stringMatching(`^${index + 1} link-unchecked`)))
    expect(asked).toEqual([])
    expect(await check(['/inside', '/file'])).toEqual([1, 2].map((line) => expect.stringMatching(`^${line} link-unchecked.*not public`)))
  })
})
