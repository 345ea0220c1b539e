import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { openDevSite } from '../../src/dev/dev-site.ts'
import { devMessages, fixDeck } from '../../src/dev/dev-messages.ts'
import { makeFolder } from '../support/make-folder.ts'
import { stubClient } from '../support/stub-client.ts'
import { stubDiagramRenderer } from '../support/stub-diagram-renderer.ts'

const messageOn = (line: number): Diagnostic => ({
  ...{ code: 'element-unbalanced', severity: 'warning', file: 'deck.md', line },
  ...{ message: 'm', help: 'h' },
})

test('of very many messages the page of a deck gets the first, and how many more there are', () => {
  const deck = { path: 'deck.md', text: '</b>\n'.repeat(50_000), isCurrent: true, used: [] }
  const { messages } = devMessages({ ...deck, diagnostics: Array.from({ length: 50_000 }, (_, index) => messageOn(50_000 - index)) })
  expect(messages).toHaveLength(21)
  expect(messages[0]).toMatchObject({ line: 1, frame: '> 1 | </b>\n  2 | </b>', isFixable: false })
  expect(messages[20]).toMatchObject({ omitted: 49_980, frame: '' })
})

const flawed = '---\ntype: slide\n---\n\n# A\n\nNotes: one\n'
const message = { code: 'notes-misspelt', line: 7 }

async function open(text: string) {
  const root = makeFolder({ 'a.md': text })
  const site = openDevSite({ root, client: () => stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess })
  const deck = await site.compose('a.md')
  if (!deck) throw new Error('it is a deck')
  return { root, deck, read: () => readFileSync(path.join(root, 'a.md'), 'utf8') }
}

test('the file of a deck is fixed as its message says', async () => {
  const { root, deck, read } = await open(flawed)
  expect(fixDeck(root, deck, { ...message, line: 6 })).toBe('nothing')
  expect(fixDeck(root, deck, message)).toBe('done')
  expect(read()).toBe(flawed.replace('Notes:', 'Note:'))
})

test('a file that was saved since the message was made stays, and the answer says so', async () => {
  const { root, deck, read } = await open(flawed)
  // The line in question is as it was.
  const saved = `${flawed}\n---\n\n# A new slide\n`
  writeFileSync(path.join(root, 'a.md'), saved)
  expect(fixDeck(root, deck, message)).toEqual({ problem: 'a.md was not fixed: it was saved in the meantime; look at the message again' })
  expect(read()).toBe(saved)
})

test('line ends stay, and are no change', async () => {
  const { root, deck, read } = await open(flawed.replaceAll('\n', '\r\n'))
  expect(fixDeck(root, deck, message)).toBe('done')
  expect(read()).toBe(flawed.replace('Notes:', 'Note:').replaceAll('\n', '\r\n'))
})
