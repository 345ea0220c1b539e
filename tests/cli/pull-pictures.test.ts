import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pullPicturesOf, type PullPicturesOptions } from '../../src/cli/commands/pull-pictures.ts'
import { stripMetadata } from '../../src/node/assets/strip-metadata/strip-metadata.ts'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { composeSite } from '../../src/node/site/compose-site.ts'
import { makeFolder } from '../support/make-folder.ts'
import { openPadServer, type PadServerOptions } from '../support/pad-server.ts'
import { runCommand } from '../support/run-command.ts'
import { stubClient } from '../support/stub-client.ts'
import { stubDiagramRenderer } from '../support/stub-diagram-renderer.ts'

const { HEDGEROW_CORPUS: corpus } = process.env
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
// The same with a comment.
const NOTED = Buffer.concat([PNG.subarray(0, 33), textChunk('Comment\0by Ada'), PNG.subarray(33)])

function textChunk(text: string): Buffer {
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, Buffer.from(`tEXt${text}`), crc])
}

async function openServer(options: PadServerOptions = {}) {
  const server = await openPadServer(options)
  onTestFinished(() => server.close())
  return { ...server, host: new URL(server.origin).host }
}

/** Runs `pull --pictures` in this process. */
async function pull(folder: string, options: PullPicturesOptions = {}) {
  const [printed, logged]: [string[], string[]] = [[], []]
  const terminal = {
    print: (line: string) => void printed.push(line),
    command: () => undefined,
    log: (line: string) => void logged.push(line),
    progress: () => undefined,
    paint: (_: unknown, text: string) => text,
    version: '0.0.0',
  }
  const status = await pullPicturesOf(folder, options, terminal)
  return { status, printed: printed.join('\n'), logged: logged.join('\n') }
}

test('a private server is not requested because a deck says so, only if its host is named', async () => {
  const server = await openServer()
  const address = server.addUpload(PNG)
  const folder = makeFolder({ 'a.md': deck(`![](${address})`) })
  const refused = await pull(folder)
  expect(refused.status).toBe(1)
  expect(refused.printed).toContain(`refused:\n  ${address}: `)
  expect(refused.printed).toContain('\n    a.md:5')
  expect(refused.printed).toContain(`If you trust it, name it: --from ${server.host}.`)
  expect(server.requests).toHaveLength(0)
  expect(await pull(folder, { from: [server.host] })).toMatchObject({ status: 0, logged: 'downloaded 1 file, changed 1 deck' })
  expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(deck(`![](${path.basename(address)})`))
})

test('the list at the end says what became of each file, and which decks and lines need it', async () => {
  const server = await openServer()
  const [good, gone, page] = [
    server.addUpload(NOTED),
    server.addUpload('x', { name: 'gone.png' }),
    server.addUpload('<!doctype html>\n<p>log in'),
  ]
  server.removeUpload(gone)
  const there = server.addUpload('other', { name: 'there-0b7ea0f01111.png' })
  const folder = makeFolder({
    'talks/a.md': deck(`![](${good})\n![](${gone})\n\n![](${page})`),
    'talks/b.md': deck(`![](${good})\n\n![](https://www.example.org/x.png)\n![](${there})`),
    'talks/there-0b7ea0f01111.png': 'other',
  })
  const { status, printed, logged } = await pull(folder, { from: [server.host] })
  expect(printed).toBe(`downloaded:
  talks/${path.basename(good)} from ${good}
    talks/a.md:5, talks/b.md:5
already in the folder:
  talks/there-0b7ea0f01111.png from ${there}
    talks/b.md:8
gone, their servers answer 404:
  ${gone}
    talks/a.md:6
refused:
  ${/^ {2}(http\S*\.png: .*)$/m.exec(printed.split('refused:')[1] ?? '')?.[1]}
    talks/a.md:8
on other servers; to download them, name their hosts: --from www.example.org:
  https://www.example.org/x.png
    talks/b.md:7`)
  expect(printed).toMatch(new RegExp(`${path.basename(page)}: .*web page`))
  expect(logged).toBe('downloaded 1 file, already in the folder: 1, gone: 1, refused: 1, on other servers: 1, changed 2 decks')
  expect(status).toBe(1)
})

test('metadata is removed, unless it is wanted', async () => {
  const server = await openServer()
  const address = server.addUpload(NOTED)
  const files = { 'a.md': deck(`![](${address})`) }
  const [one, two] = [makeFolder(files), makeFolder(files)]
  await pull(one, { from: [server.host] })
  expect(readFileSync(path.join(one, path.basename(address))).equals(PNG)).toBe(true)
  await pull(two, { from: [server.host], keepMetadata: true })
  expect(readFileSync(path.join(two, path.basename(address))).equals(NOTED)).toBe(true)
})

test('files that are gone are no failure, since no later run could bring them', async () => {
  const server = await openServer()
  const folder = makeFolder({ 'a.md': deck(`![](${server.root}uploads/gone.png)`) })
  expect(await pull(folder, { from: [server.host] })).toMatchObject({ status: 0, logged: 'downloaded 0 files, gone: 1, changed 0 decks' })
})

test('a server that is busy is asked again', async () => {
  const server = await openServer({ fail: (_, count) => (count === 1 ? { kind: 'status', status: 503, retryAfter: '0' } : undefined) })
  const folder = makeFolder({ 'a.md': deck(`![](${server.addUpload(PNG)})`) })
  expect(await pull(folder, { from: [server.host] })).toMatchObject({ status: 0 })
})

test('a dry run says what would be fetched and writes nothing', async () => {
  const server = await openServer()
  const folder = makeFolder({ 'a.md': deck(`![](${server.addUpload(PNG)})`) })
  expect(await pull(folder, { from: [server.host], dryRun: true })).toMatchObject({
    status: 0,
    logged: 'would download 1 file, would change 1 deck',
  })
  expect(server.requests).toHaveLength(0)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('decks that load nothing from elsewhere are said to', async () => {
  expect(await pull(makeFolder({ 'a.md': deck('# A') }))).toMatchObject({ status: 0, logged: 'the decks load nothing from other servers' })
})

test('--from may be given several times, and a list each', async () => {
  const folder = makeFolder({ 'a.md': deck(['a', 'b', 'c', 'd'].map((name) => `![](https://${name}.example/x.png)`).join('\n')) })
  const { stderr } = await runCommand(folder, [
    'pull',
    '--pictures',
    '.',
    '--dry-run',
    '--from',
    'a.example',
    '--from',
    'b.example,c.example',
  ])
  expect(stderr).toBe('would download 3 files, on other servers: 1, would change 1 deck\n')
})

test.each(['', 'a b', 'https://example.org', 'example.org/x', 'user@example.org'])('--from refuses %j', async (from) => {
  await expect(pull(makeFolder({ 'a.md': deck('# A') }), { from: [from] })).rejects.toThrow('--from must be a host')
})

test('a run that is killed leaves each deck as it was or complete, and the next run completes the others', async () => {
  const server = await openServer()
  const [one, two, three] = ['one', 'two', 'three'].map((text) => server.addUpload(`GIF89a${text.padEnd(5000, '.')}`, { ending: 'gif' }))
  const written: Readonly<Record<string, string>> = {
    'a.md': deck(`![](${one})`),
    'b.md': deck(`![](${one})\n\n![](${two})`),
    'c.md': deck(`![](${three})`),
  }
  const complete = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text.replaceAll(`${server.root}uploads/`, '')]))
  const args = ['pull', '--pictures', '.', '--from', server.host]
  for (const last of [1, 2, 3]) {
    const folder = makeFolder(written)
    const start = server.requests.length
    let kill = () => undefined as void
    server.setFail(() => {
      // Some of what was sent is written, and the rest is not.
      if (server.requests.length - start >= last) setTimeout(kill, last * 3)
      return undefined
    })
    await runCommand(folder, args, { onStart: (child) => void (kill = () => void child.kill('SIGKILL')) })
    const texts = () => Object.keys(written).map((name) => readFileSync(path.join(folder, name), 'utf8'))
    for (const [index, name] of Object.keys(written).entries()) {
      const text = texts()[index] ?? ''
      expect([written[name], complete[name]]).toContain(text)
      for (const [, picture = ''] of text.matchAll(/\]\(([^):]+)\)/g)) expect(existsSync(path.join(folder, picture))).toBe(true)
    }
    server.setFail(undefined)
    expect(await runCommand(folder, args)).toMatchObject({ status: 0 })
    expect(texts()).toEqual(Object.values(complete))
    const files = [one, two, three].map((address = '') => path.basename(address))
    expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(written), ...files, 'pads.lock.yaml'].toSorted())
  }
}, 120_000)

describe.skipIf(corpus === undefined)('an archive of real decks (set HEDGEROW_CORPUS)', () => {
  const source = path.join(corpus ?? '.', 'community-call')
  const isPicture = (name: string) => /\.(png|jpe?g)$/.test(name)

  /** A copy without pictures, whose uploads are at a server that has those pictures. */
  async function place() {
    const server = await openServer({ uploadRoot: 'http://moved.example/' })
    const folder = makeFolder()
    cpSync(source, folder, { recursive: true })
    const pictures = readdirSync(folder).filter(isPicture)
    for (const name of pictures) {
      const [stem = '', ending = ''] = name.split('.')
      server.addUpload(readFileSync(path.join(folder, name)), { name: `${stem}.${ending}`, ending })
      rmSync(path.join(folder, name))
    }
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(path.join(folder, name), 'utf8')
      chmodSync(path.join(folder, name), 0o644)
      writeFileSync(path.join(folder, name), text.replaceAll('https://input.scs.community/', server.root))
    }
    return { server, folder, pictures }
  }

  async function missing(folder: string): Promise<number> {
    const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }
    const { diagnostics } = await composeSite(folder, tools, () => undefined)
    return diagnostics.filter(({ code }) => code === 'asset-upload').length
  }

  test('gets its pictures back, without metadata, and a second run requests only what is gone', async () => {
    const { server, folder } = await place()
    const before = await missing(folder)
    const { status } = await pull(folder, { from: [server.host] })
    const brought = readdirSync(folder).filter(isPicture)
    expect(status).toBe(0)
    expect(brought.length).toBeGreaterThan(40)
    expect(await missing(folder)).toBeLessThan(before / 4)
    for (const name of brought) {
      const original = existsSync(path.join(source, name)) ? readFileSync(path.join(source, name)) : Buffer.from('')
      expect(readFileSync(path.join(folder, name)).equals(stripMetadata(original)), name).toBe(true)
    }
    const texts = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'))
    const [first, count] = [texts(), server.requests.length]
    await pull(folder, { from: [server.host] })
    expect(texts()).toEqual(first)
    const again = server.log().slice(count)
    expect(again.filter((line) => !line.endsWith(' 404'))).toEqual([])
  }, 120_000)
})
