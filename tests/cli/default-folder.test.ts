import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultFolder } from '../../src/cli/default-folder.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

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

test('a build of a folder that is part of a site names the site', async () => {
  const root = makeFolder({ 'site.yaml': '', 'calls/a.md': '---\ntype: slide\n---\n\n# A\n' })
  const { stderr } = await runCommand(path.join(root, 'calls'), ['build', '.', '--out', '../../out'])
  expect(stderr).toMatch(/^this folder is part of the site in "\.\."; to build that: (npx --no-install )?hedgerow build \.\.$/m)
  expect((await runCommand(root, ['build', '.', '--out', '../out'])).stderr).not.toContain('is part of')
})
