import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { answerRequests, openEventStream, readPosition } from '../../src/dev/answer-requests.ts'
import type { DevPages } from '../../src/dev/dev-pages.ts'
import { refuseOtherHosts } from '../../src/dev/guard-requests.ts'
import { askRaw, type RawQuestion } from '../support/ask-raw.ts'

const done: string[] = []
let peer = '127.0.0.1'
let fault: Error | undefined
let server: Server
let url: string

const pages: DevPages = {
  find: async () => ({ status: 200, html: '<html lang="en">A talk' }),
  messages: async () => {
    if (fault) throw fault
    return {
      isCurrent: true,
      lines: [],
      messages: [
        { code: 'notes-misspelt', file: 'talk.md', line: 1, severity: 'warning', message: 'm', help: 'h', frame: '', isFixable: true },
      ],
    }
  },
  fileOf: async () => 'talk.md',
  async fix() {
    done.push('fix')
    return 'done'
  },
  textOf: () => undefined,
  change: async () => [],
  survey: async () => ({ decks: 1 }),
  failed: (_, cause) => ({ status: 500, html: `<html lang="en">${String(cause instanceof Error ? cause.message : '')}` }),
  close: async () => undefined,
}

beforeAll(async () => {
  const answer = answerRequests(pages, {
    refuse: refuseOtherHosts({ host: true }),
    root: '/decks',
    streams: openEventStream(),
    changed: new Map(),
  })
  server = createServer((request, response) => {
    // Stands for a connection from there.
    Object.defineProperty(request.socket, 'remoteAddress', { value: peer, configurable: true })
    answer(request, response, () => {
      done.push('open')
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(() => server.close())

const ACTS = ['open?page=/talk.html&line=1', 'position?page=/talk.html&h=1&v=0&f=-1&by=a', 'fix?page=/talk.html&code=notes-misspelt&line=1']
const post = (act: string, headers: RawQuestion['headers'] = []) =>
  askRaw(url, { method: 'POST', target: `/@hedgerow/${act}`, headers: [['origin', new URL(url).origin], ...headers] })
const stateFrom = async (address: string) => {
  peer = address
  return JSON.parse((await askRaw(url, { target: '/@hedgerow/state?page=/talk.html' })).body) as {
    messages: { isFixable: boolean }[]
    position?: unknown
  }
}

describe.each(ACTS)('%s', (act) => {
  test.each(['192.168.1.7', '10.0.0.1', '::ffff:192.168.1.7', 'fe80::1', '172.17.0.1', ''])('is not done for %j', async (address) => {
    done.length = 0
    peer = address
    expect((await post(act)).status).toBe(403)
    expect(done).toEqual([])
    expect(await stateFrom('127.0.0.1')).not.toHaveProperty('position')
  })

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'is not done where a proxy on this machine says %s',
    async (name) => {
      done.length = 0
      peer = '127.0.0.1'
      expect((await post(act, [[name, '192.168.1.7']])).status).toBe(403)
      expect(done).toEqual([])
    },
  )

  test.each(['cross-site', 'same-site', 'none'])('is not done where the browser says %s', async (site) => {
    done.length = 0
    peer = '127.0.0.1'
    expect((await post(act, [['sec-fetch-site', site]])).status).toBe(405)
    expect(done).toEqual([])
  })
})

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('all is done for a page of its own on %s', async (address) => {
  done.length = 0
  peer = address
  expect((await post(ACTS[0] ?? '', [['sec-fetch-site', 'same-origin']])).status).toBe(200)
  expect((await post(ACTS[2] ?? '')).status).toBe(204)
  expect(done).toEqual(['open', 'fix'])
  expect((await post(ACTS[1] ?? '')).status).toBe(204)
})

test('another machine may follow and read, and is offered nothing to do', async () => {
  peer = '127.0.0.1'
  await post(ACTS[1] ?? '')
  const state = await stateFrom('192.168.1.7')
  expect(state.position).toMatchObject({ page: '/talk.html', h: 1 })
  expect(state.messages.map(({ isFixable }) => isFixable)).toEqual([false])
  expect((await stateFrom('127.0.0.1')).messages.map(({ isFixable }) => isFixable)).toEqual([true])
})

test('what is wrong when a page asks for its state is said in the answer, and vite shows no page of its own', async () => {
  done.length = 0
  fault = new Error('too many files are open')
  onTestFinished(() => (fault = undefined))
  const { status, body } = await askRaw(url, { target: '/@hedgerow/state?page=/talk.html' })
  expect(status).toBe(500)
  expect(body).toContain('too many files are open')
  expect(done).toEqual([])
})

const positionIn = (text: string) => readPosition(new URLSearchParams(text))

test('a position has a page, three numbers and a name', () => {
  expect(positionIn('page=/a/talk.html&h=1&v=0&f=-1&by=1-2')).toEqual({ page: '/a/talk.html', h: 1, v: 0, f: -1, by: '1-2' })
})

test.each([
  'page=//evil.example/&h=1&v=0&f=0&by=a',
  'page=/x&h=-1&v=0&f=0&by=a',
  'page=/x&h=1e3&v=0&f=0&by=a',
  'page=/x&h=1&v=0&by=a',
  'page=/x&h=1&v=0&f=0&by=%3Cb%3E',
  'page=/%5Cevil.example&h=1&v=0&f=0&by=a',
  '',
])('%j is none', (text) => {
  expect(positionIn(text)).toBeUndefined()
})
