import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { OutsideLink } from '../../../src/core/model.ts'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { openDevSite } from '../../../src/dev/dev-site.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const LINK = 'https://pad.example/s/last?both#Top-ics'
const lock = writePadsLock(
  new Map([['calls/last.md', { pad: 'https://pad.example/last', digest: '0'.repeat(64), pictures: [], missing: [] }]]),
)
const files = {
  'a.md': `---\ntype: slide\n---\n\n# A\n\n[last week](${LINK})\n`,
  'calls/last.md': '---\ntype: slide\n---\n\n# Top ics\n',
}
const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }

test('a build links to the deck of a pad, in the page and in the reading view, and not to the pad', async () => {
  const pages = new Map<string, string>()
  const outside: OutsideLink[] = []
  const onLink = (link: OutsideLink) => void outside.push(link)
  const { diagnostics } = await composeSite(makeFolder({ ...files, 'pads.lock.yaml': lock }), { ...tools, onLink }, (deck) => {
    for (const { path: file, content } of deck.pages) pages.set(file, String(content))
  })
  for (const page of ['a.html', 'a.read.html']) expect(pages.get(page)).toContain('<a href="calls/last.html#Top-ics">last week</a>')
  expect([outside, diagnostics]).toEqual([[], []])
})

test('development follows the lock file, and the decks that it names', async () => {
  const root = makeFolder(files)
  const site = openDevSite({ root, ...tools, client: () => stubClient })
  const write = (file: string, text: string | undefined) => {
    if (text === undefined) rmSync(path.join(root, file))
    else writeFileSync(path.join(root, file), text)
    site.forget([file])
  }
  const hrefOf = async () => {
    const made = await site.compose('a.md')
    return /href="([^"]*)"[^>]*>last week</.exec(String(made?.shown?.pages[0]?.content))?.[1]
  }
  expect(await hrefOf()).toBe(LINK)
  write('pads.lock.yaml', lock)
  expect(await hrefOf()).toBe('calls/last.html#Top-ics')
  write('calls/last.md', undefined)
  expect(await hrefOf()).toBe(LINK)
  write('calls/last.md', files['calls/last.md'])
  write('pads.lock.yaml', undefined)
  expect(await hrefOf()).toBe(LINK)
})
