import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultFolder } from '../../src/cli/default-folder.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

test.each([
  ['a site', { 'site.yaml': '', 'decks/a.md': '' }, '.'],
  ['a project with decks', { 'README.md': '', 'package.json': '{}', 'decks/a.md': '' }, 'decks'],
  ['a project with one site in it', { 'README.md': '', 'calls/site.yaml': '', 'notes/a.md': '' }, 'calls'],
  ['a project with a site and decks that are none', { 'calls/site.yaml': '', 'decks/a.md': '' }, 'calls'],
  ['a project with a site of decks and another', { 'calls/site.yaml': '', 'decks/site.yaml': '' }, 'decks'],
  ['a project with two sites in it', { 'README.md': '', 'calls/site.yaml': '', 'talks/site.yaml': '' }, 'decks'],
  ['a folder of decks', { 'README.md': '', '20240822.md': '' }, '.'],
  ['a project without decks', { 'README.md': '', 'CHANGELOG.md': '', 'package.json': '{}' }, 'decks'],
  ['an empty folder', {}, 'decks'],
])('in %s', (_, files, expected) => {
  const folder = makeFolder()
  writeFiles(folder, files)
  expect(defaultFolder(folder)).toBe(expected)
})

test('a missing folder has none', () => {
  expect(defaultFolder(path.join(makeFolder(), 'gone'))).toBe('decks')
})
