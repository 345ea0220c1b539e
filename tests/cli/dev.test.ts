import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { askRaw } from '../support/ask-raw.ts'
import { runCommand } from '../support/run-command.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'

/** What the command prints until it serves. */
async function serve(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  last = 'serving ',
): Promise<string> {
  const { stderr } = await runCommand(root, args, {
    env,
    onStart(child) {
      let output = ''
      child.stderr?.on('data', (text: Buffer) => {
        output += text.toString()
        if (output.includes(last)) child.kill('SIGTERM')
      })
    },
  })
  return stderr
}

test('one deck is served with its folder, and its address is said', async () => {
  const root = makeFolder({ 'site.yaml': '', 'talks/a b.md': DECK, 'index.md': DECK })
  expect(await serve(root, ['dev', 'talks/a b.md', '--port', '0'])).toMatch(
    /talks\/a b\.md: http:\/\/\S+\/talks\/a%20b\.html\n[^\n]*decks: http/,
  )
  expect(await serve(root, ['dev', 'index.md', '--port', '0'])).toContain(`/${encodeURIComponent(path.basename(root))}.html\n`)
})

test('what is neither a folder nor a deck is refused', async () => {
  const root = makeFolder({ 'a.txt': 'a', 'plain.md': '# A\n', 'templates/call.md': DECK })
  for (const target of ['a.txt', 'nowhere', 'plain.md', 'templates/call.md'])
    expect((await runCommand(root, ['dev', target])).status).toBe(2)
})

test('what is served is counted, and how to stop is said', async () => {
  const root = makeFolder({ 'a.md': DECK, 'b.md': `${DECK}\n[gone](gone.md)\n\n---\n\n# B\n\nNotes: one\n`, 'site.yaml': 'unknown: 1\n' })
  const all = await serve(root, ['dev', '.', '--port', '0'])
  expect(all).toMatch(/^decks: http:\/\/127\.0\.0\.1:\d+\/\npress Ctrl\+C to stop\n/)
  // Below the messages, the address is in sight again.
  expect(all).toMatch(/\n\ndecks: http:\S+\nserving 2 decks with 3 slides: 0 errors, 3 warnings\n$/)
  const one = await serve(root, ['dev', 'a.md', '--port', '0'])
  expect(one).toMatch(/^serving a\.md with 1 slide: 0 errors, 1 warning\n$/m)
})

// The port of a server that is there.
async function takePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const SITE = {
  'dist/index.html': 'Hi',
  'dist/.hedgerow.json': '{"files":["index.html","talk.html","talk.read.html","talk.md","hedgerow/speaker.html"]}',
}

describe.each([
  ['dev', ['dev', '.'], 'serving '],
  ['preview', ['preview'], 'press Ctrl'],
])('%s', (_, command, last) => {
  const start = (more: readonly string[], env?: Readonly<Record<string, string>>) =>
    serve(makeFolder({ 'a.md': DECK, ...SITE }), [...command, ...more], env, last)

  test('takes the next free port, and says so', async () => {
    const port = await takePort()
    const said = await start(['--port', `${port}`])
    const [, other] = /: http:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? []
    expect(Number(other)).toBeGreaterThan(port)
    expect(said).toContain(`port ${port} is in use, so the port is ${other}\n`)
  })

  test('says the addresses in the network, and warns', async () => {
    const said = await start(['--port', '0', '--host'])
    expect(said).toMatch(/: http:\/\/localhost:\d+\/\n/)
    const addresses = [...said.matchAll(/^network: (.*)$/gm)].map(([, address = '']) => new URL(address).hostname)
    const own = Object.values(networkInterfaces()).flatMap((all = []) =>
      all.filter(({ family, internal }) => family === 'IPv4' && !internal),
    )
    expect(addresses.toSorted()).toEqual(own.map(({ address }) => address).toSorted())
    // A machine without a network has none.
    expect(said.includes('anyone on this network can read ')).toBe(own.length > 0)
    expect(said).not.toContain('\u001b')
  })

  test('says the address that a workspace in a cloud forwards', async () => {
    const codespace = { CODESPACE_NAME: 'red-sun', GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN: 'app.github.dev' }
    expect(await start(['--port', '0'], codespace)).toMatch(/^forwarded: https:\/\/red-sun-\d+\.app\.github\.dev\/$/m)
  })

  test('refuses an address that the machine does not have', async () => {
    const { status, stderr } = await runCommand(makeFolder({ 'a.md': DECK, ...SITE }), [...command, '--host', '192.0.2.1'])
    expect([status, stderr]).toEqual([2, 'error: --host must be an address or a name of this machine; got "192.0.2.1"\n'])
  })

  test.each(['http://a.example', 'a b', 'a.example:80', '..', '*', 'a..b'])('refuses %j as the name of a host', async (name) => {
    const { status, stderr } = await runCommand(makeFolder({ 'a.md': DECK, ...SITE }), [...command, '--allowed-hosts', name])
    expect([status, stderr]).toEqual([2, expect.stringContaining(`--allowed-hosts must be names separated by commas`)])
  })
})

test('preview says what it serves, where, and how to stop', async () => {
  const said = await serve(makeFolder(SITE), ['preview', '--port', '0', '--base', '/slides/'], {}, 'press Ctrl')
  expect(said).toMatch(/^serving dist: 1 deck, 5 files\nsite: http:\/\/127\.0\.0\.1:\d+\/slides\/\npress Ctrl\+C to stop\n$/)
})

test('a request for a name that is not allowed is said once, with what to do', async () => {
  let asked: Promise<unknown> | undefined
  const said = await runCommand(makeFolder(SITE), ['preview', '--port', '0', '--allowed-hosts', 'good.example'], {
    onStart(child) {
      let output = ''
      child.stderr?.on('data', (text: Buffer) => {
        output += text.toString()
        const [, site] = /site: (\S+)\n[^]*stop/.exec(output) ?? []
        if (site === undefined || asked) return
        asked = (async () => {
          const ask = (host: string) => askRaw(site, { target: '/', headers: [['host', host]] })
          expect((await ask('good.example')).body).toContain('Hi')
          for (const host of ['evil.example', 'evil.example:80']) expect((await ask(host)).status).toBe(403)
        })().finally(() => child.kill('SIGTERM'))
      })
    },
  })
  await asked
  expect(said.stderr.match(/refused.*/g)).toEqual([
    'refused requests for "evil.example"; if that name is yours, add --allowed-hosts evil.example',
  ])
})
