import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MachineFault } from '../../../src/node/files/system-errors.ts'
import { openTemporaryFolder, withTemporaryFolder } from '../../../src/node/files/temporary-folder.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'

let home: string

beforeEach(() => {
  home = makeFolder()
  vi.stubEnv('TMPDIR', home)
})
afterEach(() => void vi.unstubAllEnvs())

test('a folder is there while something works in it, and goes whatever comes of that', async () => {
  const work = withTemporaryFolder(async (folder) => {
    writeFiles(folder, { 'a/b.txt': 'x' })
    expect(readdirSync(home)).toEqual([path.basename(folder)])
    throw new Error('it fails')
  })
  await expect(work).rejects.toThrow('it fails')
  expect(readdirSync(home)).toEqual([])
})

test('what a killed run has left goes with the next, and nothing else does', () => {
  const long = 3_600
  const old = Date.now() / 1000 - long
  writeFiles(home, { 'hedgerow-run-old/site/a.html': 'x', 'hedgerow-run-young/a.html': 'x', 'others/a.txt': 'x', 'precious/a.txt': 'x' })
  symlinkSync('precious', path.join(home, 'hedgerow-run-link'))
  for (const name of ['hedgerow-run-old', 'others', 'precious']) utimesSync(path.join(home, name), old, old)
  const { remove } = openTemporaryFolder()
  remove()
  expect(readdirSync(home).toSorted()).toEqual(['hedgerow-run-link', 'hedgerow-run-young', 'others', 'precious'])
  expect(existsSync(path.join(home, 'precious/a.txt'))).toBe(true)
})

test('a run that takes long stays', async () => {
  vi.useFakeTimers({ now: Date.now() })
  try {
    const first = openTemporaryFolder()
    // The time of the disk is not that of the test.
    utimesSync(first.path, 0, 0)
    vi.advanceTimersByTime(30_000)
    openTemporaryFolder().remove()
    expect(existsSync(first.path)).toBe(true)
    first.remove()
  } finally {
    vi.useRealTimers()
  }
})

test('where none can be made, that is a fault of the machine, and the message says what to do', () => {
  vi.stubEnv('TMPDIR', path.join(home, 'none'))
  expect(openTemporaryFolder).toThrow(
    /^no temporary folder can be created in .*none: there is no such file .*; set TMPDIR to another folder$/,
  )
  expect(openTemporaryFolder).toThrow(MachineFault)
  mkdirSync(path.join(home, 'none'))
  openTemporaryFolder().remove()
})
