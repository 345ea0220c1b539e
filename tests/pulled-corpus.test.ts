import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findFileAddresses } from '../src/core/pads/file-addresses.ts'
import { stripMetadata } from '../src/node/assets/strip-metadata/strip-metadata.ts'
import { makeFolder } from './support/make-folder.ts'
import { openPadServer } from './support/pad-server.ts'
import { runCommand } from './support/run-command.ts'

// Real decks as pads, whose pictures are on the server. Set HEDGEROW_FIGURES to print how many requests and bytes that needs.
const { HEDGEROW_CORPUS: corpus, HEDGEROW_FIGURES: figures } = process.env
const calls = corpus === undefined ? undefined : path.join(corpus, 'community-call')

describe.skipIf(calls === undefined || !existsSync(calls))('real decks as pads (set HEDGEROW_CORPUS)', () => {
  test('are pulled byte for byte with all pictures, and once', { timeout: 300_000 }, async () => {
    const folder = calls ?? ''
    const names = readdirSync(folder)
    const decks = names.filter((name) => /^\d{8}.*\.md$/.test(name))
    const server = await openPadServer()
    onTestFinished(() => server.close())
    const uploads = new Map(
      names
        .filter((name) => /\.(png|jpe?g|gif|svg|webp)$/i.test(name))
        .map((name) => [name, server.addUpload(readFileSync(path.join(folder, name)), { name, ending: path.extname(name).slice(1) })]),
    )
    const plain = (name: string) =>
      readFileSync(path.join(folder, name), 'utf8')
        .replace(/^\ufeff/, '')
        .replaceAll('\r', '')
    const expected = new Map<string, string>()
    for (const deck of decks) {
      const text = [...uploads].reduce(
        (from, [name, address]) => from.replaceAll(new RegExp(`(?<!uploads/)(?:\\./)?${name}`, 'g'), () => address),
        // Those that the archive does not have are gone from the server.
        plain(deck).replaceAll('https://input.scs.community/uploads/', `${server.root}uploads/`),
      )
      const used = findFileAddresses(text, { server: server.root }).filter(({ kind }) => kind === 'upload')
      server.addPad({ alias: deck.replace('.md', ''), text, revisions: [Date.UTC(2024, 1, 1)] })
      const home = used
        .filter(({ written }) => uploads.has(written.replace(/^.*\//, '')))
        .reduce((from, { written }) => from.replaceAll(written, written.replace(/^.*\//, '')), text)
      expected.set(deck, home)
    }
    const root = makeFolder()
    writeFileSync(
      path.join(root, 'site.yaml'),
      `pads:\n${decks.map((deck) => `  - from: ${server.root}${deck.replace('.md', '')}\n    to: ${deck}\n`).join('')}`,
    )
    const pull = async () => {
      server.requests.length = 0
      const started = performance.now()
      const ran = await runCommand(path.dirname(root), ['pull'], { env: { NO_COLOR: '1' } })
      return { ...ran, seconds: (performance.now() - started) / 1000, requests: server.log().length }
    }
    const first = await pull()
    expect(first.status, first.stderr).toBe(0)
    for (const [deck, text] of expected) expect(readFileSync(path.join(root, deck), 'utf8'), deck).toBe(text)
    const brought = readdirSync(root).filter((name) => uploads.has(name))
    for (const name of brought)
      expect(Buffer.from(stripMetadata(readFileSync(path.join(folder, name)))).equals(readFileSync(path.join(root, name))), name).toBe(true)
    const linked = [...uploads.keys()].filter((name) => [...expected.values()].some((text) => text.includes(`(${name}`)))
    expect(linked.filter((name) => !brought.includes(name))).toEqual([])

    const before = stateOf(root)
    const second = await pull()
    expect(second.status, second.stderr).toBe(0)
    expect(second.requests).toBe(decks.length)
    expect(stateOf(root)).toEqual(before)

    const site = await runCommand(path.dirname(root), ['build', 'decks'])
    expect(site.status, site.stderr).toBe(0)
    const pages = readdirSync(path.join(path.dirname(root), 'dist')).filter((name) => /^\d{8}.*\.html$/.test(name))
    const loads = pages.filter((page) =>
      readFileSync(path.join(path.dirname(root), 'dist', page), 'utf8').includes(` src="${server.origin}`),
    )
    expect(loads).toEqual([])
    if (figures !== undefined) {
      const bytes = brought.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
      process.stdout.write(
        `${decks.length} decks, ${brought.length} pictures (${bytes} bytes): first pull ${first.requests} requests, ${first.seconds.toFixed(1)} s; ` +
          `second ${second.requests} requests, ${second.seconds.toFixed(1)} s\n`,
      )
    }
  })
})

function stateOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => `${name} ${statSync(path.join(folder, name)).mtimeMs} ${readFileSync(path.join(folder, name)).toString('base64')}`)
}
