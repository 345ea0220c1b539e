import { truncateSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { type Document, openDocument } from '../../../src/core/deck/open-document.ts'
import { composeInOrder } from '../../../src/node/compose/compose-in-order.ts'
import type { ComposerSetup, Composition, OpenComposer } from '../../../src/node/compose/composer.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { composeInWorker } from '../../../src/node/compose/in-worker.ts'
import { composeInWorkers, threadsFor } from '../../../src/node/compose/in-workers.ts'
import type { Draw } from '../../../src/node/diagrams/open-diagram-renderer.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { MachineFault } from '../../../src/node/files/system-errors.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

// A GIF of one pixel.
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')

const { report } = recordReports()
const documentOf = (name: string, text: string) => openDocument({ path: `${name}.md`, text: `---\ntype: slide\n---\n\n${text}\n` }, report)
const drawAll: Draw = async ({ source }) => ({ drawing: { svg: `<svg viewBox="0 0 4 ${source.length}"></svg>` }, took: 0 })

function open(openComposer: OpenComposer, draw = drawAll) {
  const files = { 'a.svg': '<svg><rect></rect></svg>', 'b.svg': '<svg><circle></circle></svg>' }
  const setup: ComposerSetup = {
    root: makeFolder(files),
    tree: { name: 'decks', documents: [], files: new Set(Object.keys(files)) },
    options: readSiteOptions('', report),
    client: stubClient,
  }
  const composer = openComposer(setup, draw)
  onTestFinished(composer.close)
  return composer
}

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const DECKS = Array.from({ length: 12 }, (_, index) => {
  const slides = ['![a](a.svg)', '```mermaid\ngraph TD\n```', '![b](b.svg) ![a](gone.png)', '<b>open', '$x$'].slice(0, 1 + (index % 5))
  // The first takes longest, so that others are composed before it.
  return documentOf(`${index}`, index === 0 ? '# A *b*\n\n---\n\n'.repeat(300) : `# ${index}\n\n${slides.toReversed().join('\n\n---\n\n')}`)
})

test('several threads compose what one does, in the same order', async () => {
  const here = await listOf(composeInOrder(open(composeInProcess), DECKS))
  expect(await listOf(composeInOrder(open(composeInWorkers(undefined, { most: 3, pays: 0 })), DECKS))).toEqual(here)
  expect(here.map(({ document }) => document)).toEqual(DECKS)
  expect(here.map(({ drawings }) => drawings.map(({ path }) => path)).filter((paths) => paths.length > 0)).toEqual([['a.svg'], ['b.svg']])
})

test('a file that several of them refuse is reported once', async () => {
  const deck = '---\ntype: slide\n---\n\n# Title\n\n![a](large.png)\n'
  const root = makeFolder({ 'a.md': deck, 'b.md': deck, 'c.md': deck, 'large.png': PIXEL })
  truncateSync(path.join(root, 'large.png'), 300_000_000)
  const found = async (openComposer: OpenComposer) =>
    (await composeSite(root, { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer }, () => undefined)).diagnostics
  const here = await found(composeInProcess)
  expect(here.filter(({ code }) => code === 'asset-too-large')).toHaveLength(1)
  expect(await found(composeInWorkers(composeInProcess, { most: 3, pays: 0 }))).toEqual(here)
})

test('a deck that exceeds its limits is left out in its place', async () => {
  const large = documentOf('large', `${'a *b* '.repeat(100)}\n\n---\n\n`.repeat(4900))
  const openThread = composeInWorker({ time: 60_000, memory: 40 })
  const composed = await listOf(composeInOrder(open(composeInWorkers(openThread, { most: 2, pays: 0 })), [large, ...DECKS.slice(1, 4)]))
  expect(composed.map(({ document: { source }, composed: deck }) => `${source.path} ${deck?.summary.title}`)).toEqual([
    'large.md undefined',
    '1.md 1',
    '2.md 2',
    '3.md 3',
  ])
  expect(composed[0]?.diagnostics).toMatchObject([{ code: 'deck-too-slow' }])
})

test('a fault of the machine ends it', async () => {
  const composer = open(composeInWorkers(undefined, { most: 2, pays: 0 }), () => Promise.reject(new MachineFault('no space left')))
  await expect(listOf(composeInOrder(composer, DECKS))).rejects.toThrow('no space left')
})

test('diagrams are drawn one after the other', async () => {
  let drawing = 0
  let most = 0
  const composer = open(composeInWorkers(undefined, { most: 3, pays: 0 }), async (diagram) => {
    most = Math.max(most, (drawing += 1))
    await setImmediate()
    drawing -= 1
    return drawAll(diagram)
  })
  const decks = Array.from({ length: 6 }, (_, index) => documentOf(`${index}`, `\`\`\`mermaid\ngraph ${index}\n\`\`\``))
  await listOf(composeInOrder(composer, decks))
  expect(most).toBe(1)
})

/** Threads that say what they begin, and end it when they are told. */
function recordThreads() {
  const log: string[] = []
  const ends = new Map<string, () => void>()
  let threads = 0
  const openThread: OpenComposer = () => {
    const name = `thread ${(threads += 1)}`
    return {
      atOnce: 1,
      compose: ({ source: { path } }) =>
        new Promise<Composition>((resolve) => {
          log.push(`${name}: ${path}`)
          ends.set(path, () => resolve({ diagnostics: [], drawings: [], used: [path] }))
        }),
      close: async () => void log.push(`${name}: closed`),
    }
  }
  const end = async (name: string) => {
    ends.get(`${name}.md`)?.()
    await setImmediate()
  }
  return { log, openThread, end }
}

const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map((name) => documentOf(name, '# Title')) as [
  Document,
  Document,
  Document,
  Document,
  Document,
]

test('another thread is started when a deck waits for it, and enough has been composed', async () => {
  const { log, openThread, end } = recordThreads()
  const composer = open(composeInWorkers(openThread, { most: 2, pays: 1.5 * A.source.text.length }))
  for (const deck of [A, B, C, D, E]) void composer.compose(deck)
  await end('a')
  expect(log).toEqual(['thread 1: a.md', 'thread 1: b.md'])
  await end('b')
  expect(log.slice(2)).toEqual(['thread 1: c.md', 'thread 2: d.md'])
  await end('c')
  expect(log.slice(4)).toEqual(['thread 1: e.md'])
})

test('a closed composer begins no other deck', async () => {
  const { log, openThread, end } = recordThreads()
  const composer = open(composeInWorkers(openThread, { most: 1 }))
  for (const deck of [A, B]) void composer.compose(deck)
  await composer.close()
  await end('a')
  expect(log).toEqual(['thread 1: a.md', 'thread 1: closed'])
})

test('while a deck takes long, only a few of those after it are composed', async () => {
  const { log, openThread, end } = recordThreads()
  const decks = Array.from({ length: 20 }, (_, index) => documentOf(`${index}`, '# Title'))
  const composed = composeInOrder(open(composeInWorkers(openThread, { most: 2, pays: 0 })), decks)
  const first = composed.next()
  for (let index = 1; index < 20; index += 1) await end(`${index}`)
  expect(log).toEqual(['thread 1: 0.md', 'thread 2: 1.md', 'thread 2: 2.md', 'thread 2: 3.md'])
  await end('0')
  expect((await first).value).toMatchObject({ used: ['0.md'] })
})

test('there are as many threads as the machine has cores and memory for', () => {
  const threads = (cores: number, gigabytes: number) => threadsFor({ cores, memory: gigabytes * 1e9 })
  expect([threads(1, 64), threads(2, 64), threads(4, 1.7), threads(4, 0.1), threads(64, 64)]).toEqual([1, 2, 3, 1, 6])
})
