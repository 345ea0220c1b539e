import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exchangeFolders, moveInto } from '../../../src/node/site/replace-site.ts'
import { filesBelow } from '../../../src/node/site/write-site.ts'
import { MachineFault } from '../../../src/node/files/system-errors.ts'
import { openOutput, OutputRefused } from '../../../src/node/site/output-folder.ts'
import { withFailure } from '../../support/failing-files.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'

// Only root may mount.
const canMount = process.platform === 'linux' && process.getuid?.() === 0

// The content root, and a folder for the site beside it.
function places(): { root: string; out: string; holder: string } {
  const root = makeFolder({ 'a.md': '' })
  const holder = path.dirname(root)
  return { root, holder, out: path.join(holder, 'dist') }
}

async function build(out: string, root: string, files: Readonly<Record<string, string>>): Promise<void> {
  const output = await openOutput(out, root)
  writeFiles(output.staging, files)
  await output.commit(sizes(files))
}

const sizes = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([file, text]) => [file, Buffer.byteLength(text)]))

const read = (...parts: readonly string[]) => readFileSync(path.join(...parts), 'utf8')

describe('an output folder', () => {
  test('appears as a whole when the site is finished', async () => {
    const { root, out, holder } = places()
    const output = await openOutput(out, root)
    writeFiles(output.staging, { 'index.html': 'new' })
    expect(readdirSync(out)).toEqual(['.hedgerow.lock'])
    await output.commit(new Map([['index.html', 3]]))
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('of a site of one deck replaces only such a site, however the system replaces folders', async () => {
    const { root, out, holder } = places()
    const buildOne = async (only: string, exchange = exchangeFolders) => {
      const output = await openOutput(out, root, { only, exchange })
      writeFiles(output.staging, { 'a.html': only })
      await output.commit(sizes({ 'a.html': only }))
    }
    await buildOne('a.md')
    await buildOne('a.md', () => false)
    const staging = path.join(holder, 'next')
    mkdirSync(staging)
    writeFiles(staging, { 'a.html': 'a.md' })
    await moveInto(out, { staging, files: ['a.html'], only: 'a.md', verify: () => undefined })
    await buildOne('a.md')
    await expect(buildOne('b.md')).rejects.toThrow('contains a site with other decks')
    await build(out, root, { 'a.html': 'a', 'b.html': 'b' })
    await expect(buildOne('a.md')).rejects.toThrow(OutputRefused)
    expect(read(out, 'b.html')).toBe('b')
  })

  test('replaces the site that was there, with all its files', async () => {
    const { root, out } = places()
    await build(out, root, { 'index.html': 'old', 'gone.html': 'old' })
    await build(out, root, { 'index.html': 'new' })
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
    expect(read(out, 'index.html')).toBe('new')
  })

  test('keeps the site that was there when the new one is discarded', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    const output = await openOutput(out, root)
    writeFiles(output.staging, { 'index.html': 'new' })
    output.discard()
    expect(read(out, 'index.html')).toBe('old')
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('may stand inside the content root, and in folders that are not there yet', async () => {
    const { root } = places()
    await build(path.join(root, 'dist/site'), root, { 'index.html': 'new' })
    expect(read(root, 'dist/site/index.html')).toBe('new')
  })

  test('may be an empty folder, or a link to one', async () => {
    const { root, out, holder } = places()
    mkdirSync(out)
    symlinkSync('dist', path.join(holder, 'link'))
    await build(path.join(holder, 'link'), root, { 'index.html': 'new' })
    expect(read(out, 'index.html')).toBe('new')
  })
})

test('what an operating system puts into an output folder is not in the way', async () => {
  const { root, out } = places()
  await build(out, root, { 'index.html': 'old' })
  writeFiles(out, { '.DS_Store': '', 'pictures/Thumbs.db': '', 'desktop.ini': '' })
  await build(out, root, { 'index.html': 'new' })
  expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
})

describe('an output folder is refused', () => {
  test('where it holds a file that no build has written', async () => {
    const { root, out } = places()
    writeFiles(out, { 'thesis.doc': 'precious' })
    await expect(openOutput(out, root)).rejects.toThrow(OutputRefused)
    await expect(openOutput(out, root)).rejects.toThrow('thesis.doc')
    expect(read(out, 'thesis.doc')).toBe('precious')
  })

  test('where such a file stands between those of a build, in a folder or behind a link', async () => {
    const { root, out } = places()
    await build(out, root, { 'index.html': 'old' })
    writeFiles(out, { 'deep/notes.txt': 'precious' })
    await expect(openOutput(out, root)).rejects.toThrow('deep/notes.txt')
  })

  test('where a link leads out of it', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    symlinkSync(holder, path.join(out, 'link'))
    await expect(openOutput(out, root)).rejects.toThrow('link')
  })

  test.each(['{', '[]', '{"files":"thesis.doc"}', 'null'])('where its mark is not ours: %s', async (mark) => {
    const { root, out } = places()
    writeFiles(out, { '.hedgerow.json': mark, 'thesis.doc': 'precious' })
    await expect(openOutput(out, root)).rejects.toThrow(OutputRefused)
  })

  test('where it is the content root, or holds it', async () => {
    const { root, holder } = places()
    for (const out of [root, holder, `${root}/.`]) await expect(openOutput(out, root)).rejects.toThrow(OutputRefused)
  })

  test('where it is a link to the content root', async () => {
    const { root, out } = places()
    symlinkSync('decks', out)
    await expect(openOutput(out, root)).rejects.toThrow(OutputRefused)
  })

  test('where it is a file', async () => {
    const { root, out } = places()
    writeFileSync(out, 'precious')
    await expect(openOutput(out, root)).rejects.toThrow('is a file')
  })
})

describe('what is written', () => {
  test.each([
    ['is missing', { 'index.html': 'new' }, { 'index.html': 'new', 'a.html': 'new' }, 'a.html is missing'],
    ['is shorter', { 'index.html': 'ne' }, { 'index.html': 'new' }, 'index.html has 2 bytes, not 3'],
    ['is more', { 'index.html': 'new', 'b/c.html': '' }, { 'index.html': 'new' }, 'b/c.html is in the folder'],
  ])('is not put in place where a file %s', async (_, written, meant, message) => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    const output = await openOutput(out, root)
    writeFiles(output.staging, written)
    await expect(output.commit(sizes(meant))).rejects.toThrow(message)
    output.discard()
    expect(read(out, 'index.html')).toBe('old')
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })
})

// No process has this number: it is above the greatest that Linux gives.
const DEAD = 4_194_999
const thisMachine = () =>
  `${hostname()} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
const lockOfDead = () => JSON.stringify({ token: 'other', pid: DEAD, machine: thisMachine(), since: '2026-11-26T10:00:00.000Z' })

describe('what a killed build has left', () => {
  test('is removed by the next one', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    writeFiles(holder, { '.dist.hedgerow-1/half.html': '', 'dist/.hedgerow.lock': lockOfDead(), 'dist/.dist.hedgerow-2/half.html': '' })
    await build(out, root, { 'index.html': 'new' })
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
  })

  test('of another site stays', async () => {
    const { root, out, holder } = places()
    writeFiles(holder, { '.other.hedgerow-1/half.html': '' })
    await build(out, root, { 'index.html': 'new' })
    expect(readdirSync(holder)).toContain('.other.hedgerow-1')
  })

  test('between its two renames is put back, and then replaced', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    renameSync(out, path.join(holder, '.dist.hedgerow-1-old'))
    writeFiles(holder, { '.dist.hedgerow-1-old/.hedgerow.lock': lockOfDead(), '.dist.hedgerow-1/index.html': 'half' })
    ;(await openOutput(out, root)).discard()
    expect(read(out, 'index.html')).toBe('old')
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })
})

describe('a folder that another process writes to', () => {
  const held = { token: 'other', pid: 1, machine: 'another container', since: '2026-11-26T10:00:00.000Z' }

  test('is waited for, and who is at it is said once', async () => {
    const { root, out } = places()
    await build(out, root, { 'index.html': 'old' })
    writeFiles(out, { '.hedgerow.lock': JSON.stringify(held) })
    const told: unknown[] = []
    const opened = openOutput(out, root, { beat: 20, onWait: (holder) => told.push(holder) })
    await expect.poll(() => told).toEqual([held])
    expect(readdirSync(path.dirname(out)).filter((name) => name.startsWith('.dist'))).toEqual([])
    rmSync(path.join(out, '.hedgerow.lock'))
    ;(await opened).discard()
    expect(told).toHaveLength(1)
  })

  test('is taken over where that process gives no sign of life', async () => {
    const { root, out } = places()
    await build(out, root, { 'index.html': 'old' })
    writeFiles(out, { '.hedgerow.lock': JSON.stringify(held) })
    const output = await openOutput(out, root, { beat: 10, stale: 50 })
    writeFiles(output.staging, { 'index.html': 'new' })
    await output.commit(new Map([['index.html', 3]]))
    expect(read(out, 'index.html')).toBe('new')
  })

  test('is not taken over as long as it does', async () => {
    const { root, out } = places()
    const first = await openOutput(out, root, { beat: 10 })
    const second = openOutput(out, root, { beat: 10, stale: 300 })
    await pause(900)
    writeFiles(first.staging, { 'index.html': '1st' })
    await first.commit(new Map([['index.html', 3]]))
    const output = await second
    expect(output.before).toEqual(['index.html'])
    output.discard()
    expect(read(out, 'index.html')).toBe('1st')
  })

  test('is not replaced by a build that was taken for dead', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    const slow = await openOutput(out, root, { beat: 1e6 })
    writeFiles(slow.staging, { 'index.html': 'slow' })
    const fast = await openOutput(out, root, { beat: 10, stale: 50 })
    writeFiles(fast.staging, { 'index.html': 'fast' })
    await expect(slow.commit(new Map([['index.html', 4]]))).rejects.toThrow(MachineFault)
    slow.discard()
    await fast.commit(new Map([['index.html', 4]]))
    expect(read(out, 'index.html')).toBe('fast')
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })
})

describe('where folders cannot be exchanged', () => {
  test('a build that waits leaves the moment between two renames alone', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    const first = await openOutput(out, root, { exchange: () => false })
    writeFiles(first.staging, { 'index.html': 'new' })
    const second = openOutput(out, root, { beat: 10 })
    await pause(50)
    // As the first has it between its renames.
    renameSync(out, `${first.staging}-old`)
    await pause(700)
    expect(existsSync(out)).toBe(false)
    renameSync(`${first.staging}-old`, out)
    await first.commit(new Map([['index.html', 3]]))
    ;(await second).discard()
    expect(read(out, 'index.html')).toBe('new')
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('the only whole site is not taken for litter', async () => {
    const { root, out, holder } = places()
    writeFiles(holder, { '.dist.hedgerow-1-old/index.html': 'old', 'dist/.hedgerow.lock': '' })
    ;(await openOutput(out, root, { beat: 10, stale: 30 })).discard()
    expect(read(holder, '.dist.hedgerow-1-old/index.html')).toBe('old')
  })

  test('a killed build is put right behind a link, too', async () => {
    const { root, holder } = places()
    mkdirSync(path.join(holder, 'real'))
    symlinkSync('real/site', path.join(holder, 'link'))
    writeFiles(holder, {
      'real/.site.hedgerow-1-old/.hedgerow.lock': lockOfDead(),
      'real/.site.hedgerow-1-old/.hedgerow.json': '{"files":["index.html"]}',
    })
    writeFiles(holder, { 'real/.site.hedgerow-1-old/index.html': 'old' })
    ;(await openOutput(path.join(holder, 'link'), root)).discard()
    expect(read(holder, 'link/index.html')).toBe('old')
  })
})

test('a lock that cannot be taken away is an error, not a wait without an end', { skip: !canMount }, async () => {
  const { root, out } = places()
  await build(out, root, { 'index.html': 'old' })
  writeFiles(out, { '.hedgerow.lock': lockOfDead() })
  execFileSync('mount', ['--bind', out, out])
  execFileSync('mount', ['-o', 'remount,ro,bind', out])
  onTestFinished(() => void execFileSync('umount', [out]))
  await expect(openOutput(out, root)).rejects.toThrow('cannot be written')
})

describe('a folder that cannot be exchanged as a whole', () => {
  test('keeps its list of files when the disk is full, and can be built again', async () => {
    const { root, out, holder } = places()
    await build(out, root, { 'index.html': 'old' })
    writeFiles(path.join(holder, 'staging'), { 'index.html': 'new', 'a.html': 'new' })
    for (let nth = 1; nth <= 3; nth += 1)
      await withFailure({ kind: 'write', nth, code: 'ENOSPC', below: out }, () =>
        moveInto(out, { staging: path.join(holder, 'staging'), files: ['index.html', 'a.html'], verify: () => undefined }),
      )
    expect(readdirSync(out)).not.toContain('staging')
    await build(out, root, { 'index.html': 'next' })
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
  })

  const old = { 'index.html': 'old', 'a.html': 'old', 'pictures/x.png': 'old', talk: 'old', 'deep/er/b.html': 'old' }
  const fresh = { 'index.html': 'new', 'a.html': 'new', 'c.html': 'new', 'talk/d.html': 'new', pictures: 'new' }

  test('gets the files one by one, and those that are gone are removed', async () => {
    const { root, out, holder } = places()
    await build(out, root, old)
    const { ino } = statSync(out)
    writeFiles(path.join(holder, 'staging'), fresh)
    await moveInto(out, { staging: path.join(holder, 'staging'), files: Object.keys(fresh), verify: () => undefined })
    expect(filesBelow(out).toSorted()).toEqual(['.hedgerow.json', ...Object.keys(fresh)].toSorted())
    expect(Object.keys(fresh).map((file) => read(out, file))).toEqual(Object.keys(fresh).map(() => 'new'))
    expect(readdirSync(out)).not.toContain('deep')
    expect(statSync(out).ino).toBe(ino)
  })

  test('loses nothing outside of it to a list of files that somebody has changed', async () => {
    const { root, out, holder } = places()
    await build(out, root, old)
    writeFiles(holder, { 'precious.txt': 'x', 'dist/.hedgerow.json': JSON.stringify({ files: ['../precious.txt', 'index.html'] }) })
    writeFiles(path.join(holder, 'staging'), { 'a.html': 'new' })
    await moveInto(out, { staging: path.join(holder, 'staging'), files: ['a.html'], verify: () => undefined })
    expect(read(holder, 'precious.txt')).toBe('x')
    expect(existsSync(path.join(out, 'index.html'))).toBe(false)
  })

  test('may be a volume', { skip: !canMount }, async () => {
    const { root, out, holder } = places()
    mkdirSync(out)
    execFileSync('mount', ['-t', 'tmpfs', 'none', out])
    onTestFinished(() => void execFileSync('umount', [out]))
    await build(out, root, old)
    await build(out, root, fresh)
    expect(filesBelow(out).toSorted()).toEqual(['.hedgerow.json', ...Object.keys(fresh)].toSorted())
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('may be a folder that is mounted from the same file system', { skip: !canMount }, async () => {
    const { root, out, holder } = places()
    mkdirSync(out)
    mkdirSync(path.join(holder, 'volume'))
    execFileSync('mount', ['--bind', path.join(holder, 'volume'), out])
    onTestFinished(() => void execFileSync('umount', [out]))
    await build(out, root, old)
    await build(out, root, fresh)
    expect(filesBelow(out).toSorted()).toEqual(['.hedgerow.json', ...Object.keys(fresh)].toSorted())
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist', 'volume'])
  })
})

test('two folders are exchanged in one step', { skip: process.platform !== 'linux' }, () => {
  const { holder } = places()
  writeFiles(holder, { 'one/a': '1', 'two/b': '2' })
  expect(exchangeFolders(path.join(holder, 'one'), path.join(holder, 'two'))).toBe(true)
  expect([readdirSync(path.join(holder, 'one')), readdirSync(path.join(holder, 'two'))]).toEqual([['b'], ['a']])
  expect(exchangeFolders(path.join(holder, 'one'), path.join(holder, 'three'))).toBe(false)
  expect(readdirSync(path.join(holder, 'one'))).toEqual(['b'])
})
