import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../src/node/chromium/find-chromium.ts'
import { type Chromium, openChromium } from '../../src/node/chromium/open-chromium.ts'
import { type Outcome, visitPages } from '../../src/node/chromium/visit-pages.ts'
import { makeFolder } from '../support/make-folder.ts'

const command = path.resolve(import.meta.dirname, '../../lib/cli/main.js')
const program = findChromium(process.env) ?? ''
const WINDOW = { width: 640, height: 480 }
const PAGE = 'http://site.invalid/'

let chromium: Chromium

beforeAll(() => {
  chromium = openChromium(program)
})

afterAll(() => chromium.close())

async function openPage(html = '<!doctype html><title>Page</title>') {
  const browser = await chromium.start()
  const answer = (address: string) => (address === PAGE ? { body: Buffer.from(html), type: 'text/html; charset=utf-8' } : undefined)
  return browser.openPage({ ...WINDOW, answer })
}

test('a page gets what answers give, and nothing from the network', async () => {
  const asked: string[] = []
  const server = http.createServer(({ url = '' }, response) => {
    asked.push(url)
    response.setHeader('Access-Control-Allow-Origin', '*').end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const page = await openPage(
    `<title>Ü</title><img src="http://127.0.0.1:${port}/image"><iframe src="http://127.0.0.1:${port}/frame"></iframe>`,
  )
  await page.open(PAGE)
  const load = async (address: string): Promise<string> => {
    const got = await fetch(address).catch(() => undefined)
    const socket = new Promise<string>((resolve) => {
      const opened = new (globalThis as unknown as { WebSocket: new (address: string) => object }).WebSocket(address.replace('http', 'ws'))
      Object.assign(opened, { onopen: () => resolve('open'), onerror: () => resolve('closed') })
    })
    return `${got?.status} ${await socket}`
  }
  expect(await page.call(load, `http://127.0.0.1:${port}/fetch`)).toBe('undefined closed')
  expect(await page.call(() => (globalThis as unknown as { document: { title: string } }).document.title)).toBe('Ü')
  expect(asked).toEqual([])
  await page.close()
  server.close()
})

test('a script runs as if the page loaded it, and what throws in the page is thrown', async () => {
  const page = await openPage()
  await page.run('"use strict"; var declared = { list: ["ü", null, 1] }')
  expect(await page.call(() => (globalThis as unknown as { declared: object }).declared)).toEqual({ list: ['ü', null, 1] })
  await expect(page.run('missing()')).rejects.toThrow('missing is not defined')
  await expect(
    page.call(() => {
      throw new Error('of the page')
    }),
  ).rejects.toThrow('of the page')
  await page.close()
})

test('what crashes a page costs the next item nothing', async () => {
  const outcomes: (readonly [number, Outcome<number>])[] = []
  await visitPages([1, 2, 3], {
    chromium,
    page: WINDOW,
    atOnce: 1,
    async visit(page, item) {
      if (item === 2) await page.open('chrome://crash')
      return page.call((number: number) => number * 2, item)
    },
    onDone: (item, outcome) => outcomes.push([item, outcome]),
  })
  expect(outcomes).toEqual([
    [1, { result: 2 }],
    [2, { cause: expect.any(Error) as unknown }],
    [3, { result: 6 }],
  ])
})

test('a Chromium that has ended is started again', async () => {
  const before = await chromium.start()
  await before.close()
  const page = await openPage()
  expect(await page.call(() => 1)).toBe(1)
  await page.close()
})

test('one that cannot be started says why', async () => {
  await expect(openChromium('/bin/false').start()).rejects.toThrow('exitCode=1')
  await expect(openChromium('/nowhere').start()).rejects.toThrow("executable doesn't exist at /nowhere")
})

test('one Chromium draws, prints and measures a whole site', () => {
  const root = makeFolder({
    'talks/site.yaml': 'pdf: true\n',
    'talks/a.md': '---\ntype: slide\n---\n\n# A\n\n```mermaid\ngraph TD\n  A --> B\n```\n',
    'starts.txt': '',
    chromium: `#!/bin/sh\necho started >> "$(dirname "$0")/starts.txt"\nexec "${program}" "$@"\n`,
  })
  chmodSync(path.join(root, 'chromium'), 0o755)
  const env = { ...process.env, CHROMIUM: path.join(root, 'chromium'), XDG_CACHE_HOME: path.join(root, 'cache') }
  const { status, stderr } = spawnSync(process.execPath, [command, 'build', 'talks', '--layout'], { cwd: root, env, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, expect.stringContaining('built')])
  expect(readFileSync(path.join(root, 'starts.txt'), 'utf8')).toBe('started\n')
  expect(existsSync(path.join(root, 'dist/a.pdf'))).toBe(true)
})

test('decks that are printed one after the other are, byte for byte, as each alone', () => {
  const deck = (lang: string, body: string) => `---\ntype: slide\nlang: ${lang}\ndate: 2026-01-02\n---\n\n# ${lang}\n\n${body}\n`
  const decks = {
    'a.md': deck('de', '<details><summary>Mehr</summary>Text</details>\n\n<style>h2{color:red;font-size:3em}</style>'),
    'b.md': deck('ja', '直 – <small>骨</small>\n\n---\n\n<!-- .slide: data-background-color="#123" -->\n\n# 2'),
    'c.md': deck('en', '`code`\n\n$x^2$\n\n- one <!-- .element: class="fragment" -->'),
  }
  const root = makeFolder(Object.fromEntries(Object.entries(decks).map(([name, text]) => [`talks/${name}`, text])))
  const print = (target: string, out: string) => {
    const env = { ...process.env, XDG_CACHE_HOME: path.join(root, 'caches', out) }
    expect(spawnSync(process.execPath, [command, 'pdf', target, '--out', out], { cwd: root, env }).status).toBe(0)
  }
  print('talks', 'all')
  // In another order: the last first.
  for (const name of Object.keys(decks).toReversed()) {
    print(`talks/${name}`, name)
    const file = name.replace('.md', '.pdf')
    expect(readFileSync(path.join(root, 'all', file)).equals(readFileSync(path.join(root, name, file)))).toBe(true)
  }
})
