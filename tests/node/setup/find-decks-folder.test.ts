import path from 'node:path'
import { expect, test } from 'vitest'
import { findDecksFolder } from '../../../src/node/setup/find-decks-folder.ts'
import { isLargeFolder } from '../../../src/node/setup/is-large-folder.ts'
import { makeFolder } from '../../support/make-folder.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'

test.each([
  [{ 'a.md': DECK, 'README.md': '# A' }, '.'],
  [{ 'calls/a.md': DECK, 'calls/b.png': '', 'README.md': '# A' }, 'calls'],
  [{ 'calls/2024/a.md': DECK, 'calls/2025/b.md': DECK }, 'calls'],
  [{ 'calls/a.md': DECK, 'callsheet/b.md': DECK }, '.'],
  [{ 'calls/a.md': DECK, 'b.md': DECK }, '.'],
  [{ 'site.yaml': '', 'calls/a.md': DECK }, '.'],
  [{ 'decks/site.yaml': '', 'notes/a.md': DECK }, 'decks'],
  [{ 'calls/site.yaml': '', 'calls/2024/a.md': DECK }, 'calls'],
  [{ 'calls/template.md': DECK }, 'calls'],
  [{ 'calls/templates/call.md': DECK }, 'calls'],
  [{ 'old/a.md': '# A\n\nNote: b\n\n---\n\n# B\n' }, 'old'],
])('the decks of %j are in %s', (files, folder) => {
  const root = makeFolder(files)
  expect(findDecksFolder(root)?.folder).toBe(path.join(root, folder))
})

test.each([[{}], [{ 'README.md': '# A\n' }], [{ 'node_modules/x/a.md': DECK, '.hidden/a.md': DECK }]])('%j has no decks', (files) => {
  expect(findDecksFolder(makeFolder(files))).toBeUndefined()
})

test('a folder is large by what is in it, but for packages', () => {
  const root = makeFolder({ 'a/b.md': '', 'node_modules/a/b/c': '' })
  expect(isLargeFolder(root, 2)).toBe(false)
  expect(isLargeFolder(root, 1)).toBe(true)
})
