import { statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentReader } from '../../../src/node/content/document-reader.ts'
import { makeFolder } from '../../support/make-folder.ts'

const text = (title: string) => `---\ntype: slide\ntitle: ${title}\n---\n`

// As if it had been written an hour ago.
function age(file: string): void {
  const then = statSync(file).mtimeMs / 1000 - 3600
  utimesSync(file, then, then)
}

test('a file is read again only when it has changed', () => {
  const root = makeFolder({ 'a.md': text('One') })
  const read = documentReader(root)
  age(path.join(root, 'a.md'))
  const first = read('a.md')
  expect(first.document?.options.title).toBe('One')
  expect(read('a.md')).toBe(first)
  writeFileSync(path.join(root, 'a.md'), text('Two'))
  expect(read('a.md').document?.options.title).toBe('Two')
})

test('one so young that it may change again within what a file system takes for one moment is read each time', () => {
  const root = makeFolder({ 'a.md': text('One') })
  const read = documentReader(root)
  const later = Date.now() / 1000 + 60
  utimesSync(path.join(root, 'a.md'), later, later)
  expect(read('a.md')).not.toBe(read('a.md'))
})

test('a file that is gone says so, and is there again when it is', () => {
  const root = makeFolder({})
  const read = documentReader(root)
  expect(read('a.md')).toMatchObject({ diagnostics: [{ code: 'file-unreadable', file: 'a.md' }] })
  writeFileSync(path.join(root, 'a.md'), text('One'))
  expect(read('a.md').document?.options.title).toBe('One')
})

test('of many files those that were read last are kept', () => {
  const names = ['a.md', 'b.md', 'c.md']
  const root = makeFolder(Object.fromEntries(names.map((name) => [name, text(name)])))
  for (const name of names) age(path.join(root, name))
  const read = documentReader(root, { most: 2 })
  const [a, b, c] = ['a.md', 'b.md', 'a.md', 'c.md'].map((name) => read(name))
  expect(read('a.md')).toBe(a)
  expect(read('b.md')).not.toBe(b)
  expect(b?.document).toEqual(read('b.md').document)
  expect(c).toBe(a)
})
