import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bundleKey } from '../../src/bundle/bundle-client.ts'
import { inputsKey } from '../../src/bundle/inputs-key.ts'
import { makeFolder } from '../support/make-folder.ts'

test('the key changes with the content of a file and its name, and with nothing else', () => {
  const folder = makeFolder({ 'own/theme.css': 'a{}' })
  const key = inputsKey([folder])
  writeFileSync(path.join(folder, '.DS_Store'), 'x')
  execFileSync('mkfifo', [path.join(folder, 'own/pipe')])
  expect(inputsKey([folder])).toBe(key)
  writeFileSync(path.join(folder, 'own/theme.css'), 'b{}')
  expect(inputsKey([folder])).not.toBe(key)
  expect(inputsKey([makeFolder({ 'other/theme.css': 'a{}' })])).not.toBe(key)
})

test('a folder of themes that is a link out of its folder is refused before anything in it is read', () => {
  const root = makeFolder()
  const themes = path.join(root, 'themes')
  // Reading it would fail in another way.
  const outside = path.join(root, '../outside')
  mkdirSync(outside)
  for (let n = 0; n < 1001; n++) writeFileSync(path.join(outside, `${n}`), '')
  symlinkSync('../outside', themes)
  expect(() => bundleKey({ home: makeFolder(), themes })).toThrow(/themes is a link out of its folder; /)
})

test('a folder of themes may be a link to another in the same folder, and may be missing', () => {
  const root = makeFolder({ 'brand/own/theme.css': 'a{}' })
  const themes = path.join(root, 'themes')
  const home = makeFolder()
  expect(bundleKey({ home, themes })).toBe(bundleKey({ home }))
  symlinkSync('brand', themes)
  expect(bundleKey({ home, themes })).not.toBe(bundleKey({ home }))
})

test('a folder with very many files is refused', () => {
  const folder = makeFolder()
  for (let n = 0; n < 500; n++) mkdirSync(path.join(folder, `${n}`))
  for (let n = 0; n < 500; n++) writeFileSync(path.join(folder, '0', `${n}`), '')
  expect(() => inputsKey([folder])).not.toThrow()
  writeFileSync(path.join(folder, '0/one-more'), '')
  expect(() => inputsKey([folder])).toThrow(/decks has more than 1000 files and folders; /)
})

test('a folder with very large files is refused', () => {
  const files = ['a', 'b', 'c', 'd', 'e', 'f']
  const folder = makeFolder(Object.fromEntries(files.map((name) => [name, ''])))
  for (const name of files) truncateSync(path.join(folder, name), 19_000_000)
  expect(() => inputsKey([folder])).toThrow(/decks has more than 100 MB; /)
  truncateSync(path.join(folder, 'a'), 0)
  expect(() => inputsKey([folder])).not.toThrow()
})
