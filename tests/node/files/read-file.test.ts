import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readInside, readText, withFileInside } from '../../../src/node/files/read-file.ts'
import { openSiteWriter } from '../../../src/node/site/write-site.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'

const read = (root: string, file = 'a.md', largest = 1000) => readInside(root, file, largest).toString('utf8')

describe('a file is read', () => {
  test('that is plain and inside', () => {
    expect(read(makeFolder({ 'sub/a.md': 'text' }), 'sub/a.md')).toBe('text')
    expect(read(makeFolder({ 'a.md': '' }))).toBe('')
  })

  test('to which a link inside leads, in a folder to which a link leads', () => {
    const root = makeFolder({ 'sub/real.md': 'text' })
    symlinkSync('sub/real.md', path.join(root, 'a.md'))
    symlinkSync('sub', path.join(root, 'other'))
    symlinkSync(root, `${root}-link`)
    expect(read(root)).toBe('text')
    expect(read(root, 'other/real.md')).toBe('text')
    expect(read(`${root}-link`)).toBe('text')
    expect(read(`${root}-link`, 'sub/real.md')).toBe('text')
  })

  test('that is hidden, where it is meant by its own name', () => {
    const root = makeFolder({ '.mark.json': '{}' })
    symlinkSync(root, `${root}-link`)
    expect(read(`${root}-link`, '.mark.json')).toBe('{}')
  })
})

describe('a file is refused', () => {
  const beside = (root: string) => path.join(path.dirname(root), 'secret.md')

  test.each([
    ['a link to a file beside the folder', beside],
    ['a link to the environment of the process', () => '/proc/self/environ'],
    ['a link to a device', () => '/dev/zero'],
    ['a link to a hidden file inside', () => '.git/config'],
    ['a link to a package', () => 'node_modules/some/index.js'],
  ])('%s', (_, target) => {
    const root = makeFolder({ '.git/config': 'secret', 'node_modules/some/index.js': 'secret' })
    writeFileSync(beside(root), 'secret')
    symlinkSync(target(root), path.join(root, 'a.md'))
    expect(() => read(root)).toThrow('it is a link that points outside the folder')
  })

  test('behind a link to another folder, or by a path out of its own', () => {
    const root = makeFolder()
    writeFileSync(beside(root), 'secret')
    symlinkSync('..', path.join(root, 'up'))
    for (const file of ['up/secret.md', '../secret.md']) expect(() => read(root, file), file).toThrow('points outside the folder')
  })

  test('a pipe to which nobody writes, at once', () => {
    const root = makeFolder()
    execFileSync('mkfifo', [path.join(root, 'pipe'), path.join(root, 'a.md.real')])
    symlinkSync('a.md.real', path.join(root, 'a.md'))
    for (const file of ['pipe', 'a.md']) expect(() => read(root, file), file).toThrow('it is not a plain file')
  })

  test('a folder, a file that is gone, a circle of links, and what is too large', () => {
    const root = makeFolder({ 'large.md': 'x'.repeat(1001) })
    mkdirSync(path.join(root, 'folder'))
    symlinkSync('circle', path.join(root, 'circle'))
    expect(() => read(root, 'folder')).toThrow(expect.objectContaining({ code: 'EISDIR' }))
    expect(() => read(root, 'gone')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
    expect(() => read(root, 'circle')).toThrow(expect.objectContaining({ code: 'ELOOP' }))
    expect(() => read(root, 'large.md')).toThrow(expect.objectContaining({ code: 'EFBIG' }))
  })
})

test('what is read is the file that was looked at, and no more of it', () => {
  const root = makeFolder({ 'a.md': 'looked at', 'other.md': 'another' })
  const text = withFileInside(root, 'a.md', (open) => {
    renameSync(path.join(root, 'other.md'), path.join(root, 'a.md'))
    return readFileSync(open.handle, 'utf8')
  })
  expect([text, read(root)]).toEqual(['looked at', 'another'])
})

test('an open file is opened again by its path, and a copy of it can be read by a server that is another user', () => {
  const root = makeFolder({ 'a.png': 'picture' })
  chmodSync(path.join(root, 'a.png'), 0o600)
  const site = path.dirname(root)
  const { copy, files } = openSiteWriter(site)
  withFileInside(root, 'a.png', (open) => copy(open.path, 'copy.png'))
  expect(readFileSync(path.join(site, 'copy.png'), 'utf8')).toBe('picture')
  expect(statSync(path.join(site, 'copy.png')).mode & 0o777).toBe(0o644)
  expect(files.get('copy.png')).toBe(7)
})

function readBytes(content: string | Uint8Array) {
  const { report, found } = recordReports()
  return { text: readText(makeFolder({ 'a.md': content }), 'a.md', report)?.text, found }
}

describe('the text of a file', () => {
  test.each([
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['a\0b', 'a\ufffdb'],
    ['\ufeffa', '\ufeffa'],
    ['', ''],
  ])('%j is read as %j', (content, text) => {
    expect(readBytes(content)).toEqual({ text, found: [] })
  })

  test('that is no UTF-8 is an error with line and column', () => {
    const { text, found } = readBytes(Buffer.from('a\nbc\u00fcd', 'latin1'))
    expect(text).toBeUndefined()
    expect(found).toMatchObject([{ code: 'file-encoding', line: 2, column: 3 }])
  })

  test('of more than 4 MB is an error', () => {
    expect(readBytes('a'.repeat(4 * 1024 * 1024 + 1)).found).toMatchObject([{ code: 'deck-too-large' }])
  })

  test('of a file that is gone is an error', () => {
    const { report, codes } = recordReports()
    expect(readText(makeFolder(), 'gone.md', report)).toBeUndefined()
    expect(codes()).toEqual(['file-unreadable'])
  })
})
