import { expect, onTestFinished, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { composeInWorker } from '../../../src/node/compose/in-worker.ts'
import type { ComposerSetup, OpenComposer } from '../../../src/node/compose/composer.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'
import { stubClient } from '../../support/stub-client.ts'

const { report } = recordReports()
const documentOf = (text: string) => openDocument({ path: 'deck.md', text: `---\ntype: slide\n---\n\n${text}\n` }, report)

function open(openComposer: OpenComposer, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const setup: ComposerSetup = {
    root: makeFolder(files),
    tree: { name: 'decks', documents: [], files: new Set(Object.keys(files)) },
    options: readSiteOptions('', report),
    client: stubClient,
    diagramScript: { name: 'mermaid.js', bytes: 5_500_000 },
  }
  const drawn: string[] = []
  const composer = openComposer(setup, async ({ source }) => {
    drawn.push(source.trim())
    return { drawing: source.includes('later') ? { later: 'nobody is there' } : { svg: '<svg viewBox="0 0 4 3"></svg>' }, took: 0 }
  })
  onTestFinished(composer.close)
  return { composer, drawn }
}

const TEXT =
  '# A\n\n```js\nlet a\n```\n\n$x$ ![a](a.svg)\n\n```mermaid\ngraph TD\n```\n\n```mermaid\nlater\n```\n\n---\n\n![a](a.svg) ![a](gone.png)'
const SVG = '<svg><script>alert(1)</script><rect></rect></svg>'

test('a thread composes what this one does, and asks it to draw', async () => {
  const here = open(composeInProcess, { 'a.svg': SVG })
  const there = open(composeInWorker(), { 'a.svg': SVG })
  const composition = await there.composer.compose(documentOf(TEXT))
  expect(composition).toEqual(await here.composer.compose(documentOf(TEXT)))
  expect(composition.diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['asset-missing 23', 'diagram-in-browser 17'])
  expect(composition.drawings).toMatchObject([{ path: 'a.svg', content: expect.not.stringContaining('script') }])
  expect(there.drawn).toEqual(['graph TD', 'later'])
})

test('a drawing is cleaned once', async () => {
  const { composer } = open(composeInProcess, { 'a.svg': SVG })
  expect((await composer.compose(documentOf('![](a.svg)'))).drawings).toHaveLength(1)
  expect((await composer.compose(documentOf('![](a.svg)'))).drawings).toEqual([])
})

test('a deck that takes too long is left out, and the next is composed', async () => {
  const { composer } = open(composeInWorker({ time: 2000, memory: 1024 }))
  const long = `${'*a_b `'.repeat(130)}\n\n---\n\n`.repeat(4900)
  expect(await composer.compose(documentOf(long))).toEqual({
    diagnostics: [
      expect.objectContaining({
        code: 'deck-too-slow',
        file: 'deck.md',
        message: 'the deck is not built, because rendering it takes more than 2 seconds',
      }),
    ],
    drawings: [],
    used: [],
  })
  expect((await composer.compose(documentOf('# Next'))).composed?.summary.title).toBe('Next')
})

test('so is one that takes too much memory', async () => {
  const { composer } = open(composeInWorker({ time: 60_000, memory: 40 }))
  const large = `${'a *b* '.repeat(100)}\n\n---\n\n`.repeat(4900)
  expect(await composer.compose(documentOf(large))).toMatchObject({
    diagnostics: [{ code: 'deck-too-slow', message: 'the deck is not built, because rendering it takes more than 40 MB of memory' }],
  })
  expect((await composer.compose(documentOf('# Next'))).composed?.summary.title).toBe('Next')
})

// A GIF of one pixel.
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')

test('a deck may refer to a thousand files, and no more', async () => {
  const names = Array.from({ length: 1001 }, (_, index) => `${index}.png`)
  const { composer } = open(composeInProcess, Object.fromEntries(names.map((name) => [name, PIXEL])))
  const pictures = (count: number) =>
    names
      .slice(0, count)
      .map((name) => `![a](${name})`)
      .join('\n')
  expect((await composer.compose(documentOf(pictures(1000)))).composed?.summary.assets).toHaveLength(1000)
  expect(await composer.compose(documentOf(pictures(1001)))).toMatchObject({
    diagnostics: [{ code: 'deck-too-large', message: 'the deck is too large: 1001 files (limit: 1000)' }],
  })
})
