import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openCache, openJsonCache } from '../../src/node/cache.ts'
import { makeFolder } from '../support/make-folder.ts'

const OF = ['tool', 'source']
const DAY = 24 * 3600

/** A cache with one entry, and the file that holds it. */
function filled(bytes = 1_000_000) {
  const folder = path.join(makeFolder(), 'cache')
  const cache = openCache(folder, bytes)
  cache.write(OF, 'drawn')
  return { folder, cache, file: path.join(folder, readdirSync(folder)[0] ?? '') }
}

const age = (file: string, seconds: number) => utimesSync(file, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds)

describe('a cache', () => {
  test('returns what was written, as bytes', () => {
    const { cache } = filled()
    expect(cache.read(OF)?.toString()).toBe('drawn')
    expect(cache.read(['tool', 'other'])).toBeUndefined()
  })

  const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
    'of 0 bytes': (file) => truncateSync(file, 0),
    'that was cut off': (file) => truncateSync(file, 67),
    'with a changed byte': (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('drawn', 'drown')),
    'of foreign JSON': (file) => writeFileSync(file, '{"svg":"<svg/>"}'),
    'that is a folder': (file) => {
      rmSync(file)
      mkdirSync(path.join(file, 'in'), { recursive: true })
    },
    'that is a link to a whole one': (file) => {
      renameSync(file, `${file}.moved`)
      symlinkSync(`${file}.moved`, file)
    },
    'that leads to nothing': (file) => {
      rmSync(file)
      symlinkSync('/nowhere', file)
    },
    'that is a pipe': (file) => {
      rmSync(file)
      execFileSync('mkfifo', [file])
    },
    'that may not be read': (file) => chmodSync(file, 0),
  }
  // The super-user reads all files.
  const tested = Object.keys(DAMAGES).filter((name) => process.getuid?.() !== 0 || !name.includes('may not'))
  test.each(tested)('takes an entry %s for none, removes it, and writes it anew', (name) => {
    const { cache, file } = filled()
    DAMAGES[name]?.(file)
    expect(cache.read(OF)).toBeUndefined()
    expect(existsSync(file)).toBe(false)
    cache.write(OF, 'drawn')
    expect(cache.read(OF)?.toString()).toBe('drawn')
  })

  test('does not return a whole entry under the name of another', () => {
    const { cache, folder, file } = filled()
    cache.write(['tool', 'other'], 'other')
    const other = readdirSync(folder).find((name) => path.join(folder, name) !== file) ?? ''
    renameSync(path.join(folder, other), file)
    expect(cache.read(OF)).toBeUndefined()
  })

  test('that cannot be written to is empty, and no error', () => {
    const folder = makeFolder({ file: '' })
    for (const place of [path.join(folder, 'file'), path.join(folder, 'file/below')]) {
      const cache = openCache(place, 1000)
      cache.write(OF, 'drawn')
      expect(cache.read(OF)).toBeUndefined()
    }
  })

  test('keeps what was used last, within its limit', () => {
    const { cache, folder } = filled(40_000)
    for (let index = 0; index < 30; index += 1) cache.write([String(index)], 'x'.repeat(4000))
    expect(readdirSync(folder).length).toBeLessThanOrEqual(10)
    for (const name of readdirSync(folder)) age(path.join(folder, name), 2 * DAY)
    expect(cache.read(['29'])).toBeDefined()
    const next = openCache(folder, 20_000)
    next.write(['next'], '')
    expect(next.read(['29'])).toBeDefined()
    expect(readdirSync(folder).length).toBeLessThanOrEqual(5)
  })

  test('removes what nobody has used for 30 days, and the drafts of killed runs after an hour, and nothing that is not its own', () => {
    const { folder, file } = filled()
    const draft = (name: string) => path.join(folder, `${'0'.repeat(64)}.${name}.tmp`)
    const [old, young] = [draft('11111111-1111-4111-8111-111111111111'), draft('22222222-2222-4222-8222-222222222222')]
    const foreign = path.join(folder, 'notes.txt')
    for (const name of [old, young, foreign]) writeFileSync(name, '')
    age(file, 31 * DAY)
    age(foreign, 31 * DAY)
    age(old, 2 * 3600)
    openCache(folder, 1_000_000).write(['next'], '')
    expect([file, old, young, foreign].map(existsSync)).toEqual([false, false, true, true])
  })

  test('looks at its folder once for many entries', () => {
    const folder = path.join(makeFolder(), 'cache')
    const cache = openCache(folder, 1_000_000)
    cache.write(['0'], '')
    const old = path.join(folder, '0'.repeat(64))
    writeFileSync(old, '')
    age(old, 31 * DAY)
    for (let index = 1; index < 100; index += 1) cache.write([String(index)], '')
    expect(existsSync(old)).toBe(true)
  })
})

describe('a cache of values', () => {
  const isNumber = (value: unknown): value is number => typeof value === 'number'

  test.each(['"text"', '{}', 'null', '{"cut', ''])('takes %s for nothing where a number should be, and removes it', (text) => {
    const folder = path.join(makeFolder(), 'cache')
    openCache(folder, 1_000_000).write(OF, text)
    const cache = openJsonCache(folder, 1_000_000, isNumber)
    expect(cache.read(OF)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
    cache.write(OF, 1)
    expect(cache.read(OF)).toBe(1)
  })
})
