import path from 'node:path'
import { expect, test } from 'vitest'
import { isInside } from '../../../src/node/files/paths.ts'

test.each([
  ['/decks', '/decks', true],
  ['/decks', '/decks/a/b.md', true],
  ['/decks', '/decks/..notes/a.md', true],
  ['/', '/decks', true],
  ['/decks', '/', false],
  ['/decks', '/decks-old', false],
  ['/decks/talks', '/decks/site', false],
])('on Linux and macOS: %s, %s: %s', (folder, file, expected) => {
  expect(isInside(folder, file, path.posix)).toBe(expected)
})

test.each([
  ['C:\\decks', 'C:\\decks\\a.md', true],
  ['C:\\decks', 'c:\\Decks\\a.md', true],
  ['C:\\', 'C:\\decks', true],
  ['C:\\decks', 'D:\\decks', false],
  ['D:\\site', 'C:\\decks', false],
  ['C:\\site', 'C:\\decks', false],
  ['\\\\server\\share\\site', 'C:\\decks', false],
  ['\\\\server\\share', '\\\\server\\share\\decks', true],
])('on Windows: %s, %s: %s', (folder, file, expected) => {
  expect(isInside(folder, file, path.win32)).toBe(expected)
})
