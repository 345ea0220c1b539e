import path from 'node:path'
import { expect, test } from 'vitest'
import type { ComposedDeck } from '../../../src/core/compose-deck.ts'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'
const origin = {
  pad: 'https://pad.example/call',
  revision: '2026-03-12T17:00:00.000Z',
  digest: '0'.repeat(64),
  etag: undefined,
  pictures: [],
  missing: [],
}

async function pagesOf(files: Readonly<Record<string, string>>): Promise<{ page: string; reading: string; codes: readonly string[] }> {
  const decks: ComposedDeck[] = []
  const { diagnostics } = await composeSite(
    makeFolder({ 'a.md': DECK, ...files }),
    { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess },
    (deck) => decks.push(deck),
  )
  const read = (name: string) => String(decks[0]?.pages.find((page) => path.basename(page.path) === name)?.content)
  return { page: read('a.html'), reading: read('a.read.html'), codes: diagnostics.map(({ code }) => code) }
}

const lock = (changes: object = {}) => writePadsLock(new Map([['a.md', { ...origin, ...changes }]]))

test.each([
  ['en', 'From the pad on pad.example, as of March 12, 2026'],
  ['de', 'Aus dem Pad auf pad.example, Stand: 12. März 2026'],
  ['fr', 'Provient du pad sur pad.example, version du 12 mars 2026'],
])('both pages of a deck say in %s from which pad it came, and as of when', async (lang, text) => {
  const { page, reading } = await pagesOf({ 'site.yaml': `padLinks: true\nlang: ${lang}\n`, 'pads.lock.yaml': lock() })
  expect(page).toContain(`<link rel="via" href="https://pad.example/call" lang="${lang}" title="${text}" data-date="2026-03-12">`)
  const [, line = ''] = /<p class="hr-pad">(.*)<\/p>/.exec(reading) ?? []
  expect(line.replaceAll(/<[^>]*>/g, '')).toBe(text)
  expect(line).toContain('<a href="https://pad.example/call" target="_blank" rel="noopener noreferrer">pad.example</a>')
  expect(line).toContain('<time datetime="2026-03-12">')
})

test('without a revision there is no date', async () => {
  const { page } = await pagesOf({ 'site.yaml': 'padLinks: true', 'pads.lock.yaml': lock({ revision: undefined }) })
  expect(page).toContain('title="From the pad on pad.example">')
})

test.each([
  ['the option is off', { 'pads.lock.yaml': lock() }],
  ['there is no lock file', { 'site.yaml': 'padLinks: true' }],
  ['the deck came from elsewhere', { 'site.yaml': 'padLinks: true', 'pads.lock.yaml': lock({ pad: undefined, digest: undefined }) }],
])('nothing is said if %s', async (_, files) => {
  const { page, reading, codes } = await pagesOf(files as Readonly<Record<string, string>>)
  expect(page + reading).not.toMatch(/rel="via"|hr-pad/)
  expect(codes).toEqual([])
})

test('a lock file that cannot be read is reported, and the deck is built', async () => {
  const { page, codes } = await pagesOf({ 'site.yaml': 'padLinks: true', 'pads.lock.yaml': 'decks: x\n' })
  expect(page).toContain('<h1')
  expect(codes).toEqual(['pads-lock'])
})
