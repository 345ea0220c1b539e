import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { renameOver, replaceFile } from '../../../src/node/files/write-file.ts'
import { makeFolder } from '../../support/make-folder.ts'

// A rename that fails so many times first.
function failing(times: number, code: string) {
  const asked: string[] = []
  const rename = (from: unknown, to: unknown) => {
    asked.push(`${String(from)} ${String(to)}`)
    if (asked.length <= times) throw Object.assign(new Error(code), { code })
  }
  return { asked, rename }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('a file that Windows holds (%s) is renamed once it is let go', (code) => {
  const { asked, rename } = failing(3, code)
  renameOver('a', 'b', { rename, platform: 'win32' })
  expect(asked).toEqual(Array.from({ length: 4 }, () => 'a b'))
})

test('one that stays open is an error in the end', () => {
  const { asked, rename } = failing(Infinity, 'EPERM')
  expect(() => renameOver('a', 'b', { rename, platform: 'win32' })).toThrow('EPERM')
  expect(asked).toHaveLength(20)
})

test.each([
  ['ENOSPC', 'win32'],
  ['EPERM', 'linux'],
])('%s on %s is an error at once', (code, platform) => {
  const { asked, rename } = failing(1, code)
  expect(() => renameOver('a', 'b', { rename, platform })).toThrow(code)
  expect(asked).toHaveLength(1)
})

const change = { before: 'before\n', after: 'after\n' }
const umask = process.umask()
afterEach(() => process.umask(umask))

describe('a file that is written anew', () => {
  test.each([0o664, 0o640, 0o600, 0o755, 0o2664])('keeps the mode %o, whatever the umask', (mode) => {
    process.umask(0o077)
    const root = makeFolder({ 'a.md': change.before })
    const file = path.join(root, 'a.md')
    chmodSync(file, mode)
    expect(replaceFile(root, 'a.md', change)).toBe(true)
    expect(statSync(file).mode & 0o7777).toBe(mode)
    expect(readFileSync(file, 'utf8')).toBe(change.after)
    expect(readdirSync(root)).toEqual(['a.md'])
  })

  test.skipIf(process.getuid?.() !== 0)('keeps its owner and its group', () => {
    const root = makeFolder({ 'a.md': change.before })
    chownSync(path.join(root, 'a.md'), 1234, 2345)
    replaceFile(root, 'a.md', change)
    expect(statSync(path.join(root, 'a.md'))).toMatchObject({ uid: 1234, gid: 2345 })
  })

  test('is the one that a link leads to', () => {
    const root = makeFolder({ 'sub/real.md': change.before })
    symlinkSync('sub/real.md', path.join(root, 'a.md'))
    replaceFile(root, 'a.md', change)
    expect(lstatSync(path.join(root, 'a.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(path.join(root, 'sub/real.md'), 'utf8')).toBe(change.after)
  })

  test('may have a name as long as a system allows', () => {
    const name = `${'n'.repeat(252)}.md`
    const root = makeFolder({ [name]: change.before })
    expect(replaceFile(root, name, change)).toBe(true)
  })
})

describe('a file stays as it is', () => {
  test.each(['', 'befor', 'before\n\n', 'before\r\n', '\ufeffbefore\n'])('where it has become %j since it was read', (saved) => {
    const root = makeFolder({ 'a.md': saved })
    expect(replaceFile(root, 'a.md', change)).toBe(false)
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe(saved)
    expect(readdirSync(root)).toEqual(['a.md'])
  })

  test('where bytes that are no text look the same', () => {
    const root = makeFolder({ 'a.md': Buffer.from([0xff]) })
    expect(replaceFile(root, 'a.md', { before: '\ufffd', after: 'x' })).toBe(false)
  })

  test('where it is gone, and nothing is left in its place', () => {
    const root = makeFolder()
    expect(() => replaceFile(root, 'a.md', change)).toThrow(expect.objectContaining({ code: 'ENOENT' }))
    expect(readdirSync(root)).toEqual([])
  })
})

describe('a draft', () => {
  const left = (root: string) => {
    // After the name of its file.
    const name = '.hedgerow-fecccc97532467ad.draft'
    writeFileSync(path.join(root, name), 'half')
    return path.join(root, name)
  }

  test('that was left behind is taken away with the next change of its file', () => {
    const root = makeFolder({ 'a.md': change.before })
    const draft = left(root)
    utimesSync(draft, 0, 0)
    expect(replaceFile(root, 'a.md', change)).toBe(true)
    expect(readdirSync(root)).toEqual(['a.md'])
  })

  test('of another run that is at work stays', () => {
    const root = makeFolder({ 'a.md': change.before })
    left(root)
    expect(() => replaceFile(root, 'a.md', change)).toThrow('another Hedgerow is writing it')
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe(change.before)
  })
})
