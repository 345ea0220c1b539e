import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOutput, OutputRefused } from '../../src/node/output-folder.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

// The content root, and a folder for the site beside it.
function places(): { root: string; out: string; holder: string } {
  const root = makeFolder({ 'a.md': '' })
  const holder = path.dirname(root)
  return { root, holder, out: path.join(holder, 'dist') }
}

function build(out: string, root: string, files: Readonly<Record<string, string>>): void {
  const output = openOutput(out, root)
  writeFiles(output.staging, files)
  output.commit(Object.keys(files))
}

const read = (...parts: readonly string[]) => readFileSync(path.join(...parts), 'utf8')

describe('an output folder', () => {
  test('appears as a whole when the site is finished', () => {
    const { root, out, holder } = places()
    const output = openOutput(out, root)
    writeFiles(output.staging, { 'index.html': 'new' })
    expect(existsSync(out)).toBe(false)
    output.commit(['index.html'])
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('replaces the site that was there, with all its files', () => {
    const { root, out } = places()
    build(out, root, { 'index.html': 'old', 'gone.html': 'old' })
    build(out, root, { 'index.html': 'new' })
    expect(readdirSync(out).toSorted()).toEqual(['.hedgerow.json', 'index.html'])
    expect(read(out, 'index.html')).toBe('new')
  })

  test('keeps the site that was there when the new one is discarded', () => {
    const { root, out, holder } = places()
    build(out, root, { 'index.html': 'old' })
    const output = openOutput(out, root)
    writeFiles(output.staging, { 'index.html': 'new' })
    output.discard()
    expect(read(out, 'index.html')).toBe('old')
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('may stand inside the content root, and in folders that are not there yet', () => {
    const { root } = places()
    build(path.join(root, 'dist/site'), root, { 'index.html': 'new' })
    expect(read(root, 'dist/site/index.html')).toBe('new')
  })

  test('may be an empty folder, or a link to one', () => {
    const { root, out, holder } = places()
    mkdirSync(out)
    symlinkSync('dist', path.join(holder, 'link'))
    build(path.join(holder, 'link'), root, { 'index.html': 'new' })
    expect(read(out, 'index.html')).toBe('new')
  })
})

describe('an output folder is refused', () => {
  test('where it holds a file that no build has written', () => {
    const { root, out } = places()
    writeFiles(out, { 'thesis.doc': 'precious' })
    expect(() => openOutput(out, root)).toThrow(OutputRefused)
    expect(() => openOutput(out, root)).toThrow('thesis.doc')
    expect(read(out, 'thesis.doc')).toBe('precious')
  })

  test('where such a file stands between those of a build, in a folder or behind a link', () => {
    const { root, out } = places()
    build(out, root, { 'index.html': 'old' })
    writeFiles(out, { 'deep/notes.txt': 'precious' })
    expect(() => openOutput(out, root)).toThrow('deep/notes.txt')
  })

  test('where a link leads out of it', () => {
    const { root, out, holder } = places()
    build(out, root, { 'index.html': 'old' })
    symlinkSync(holder, path.join(out, 'link'))
    expect(() => openOutput(out, root)).toThrow('link')
  })

  test.each(['{', '[]', '{"files":"thesis.doc"}', 'null'])('where its mark is not ours: %s', (mark) => {
    const { root, out } = places()
    writeFiles(out, { '.hedgerow.json': mark, 'thesis.doc': 'precious' })
    expect(() => openOutput(out, root)).toThrow(OutputRefused)
  })

  test('where it is the content root, or holds it', () => {
    const { root, holder } = places()
    for (const out of [root, holder, `${root}/.`]) expect(() => openOutput(out, root)).toThrow(OutputRefused)
  })

  test('where it is a link to the content root', () => {
    const { root, out } = places()
    symlinkSync('decks', out)
    expect(() => openOutput(out, root)).toThrow(OutputRefused)
  })

  test('where it is a file', () => {
    const { root, out } = places()
    writeFileSync(out, 'precious')
    expect(() => openOutput(out, root)).toThrow('is a file')
  })
})

describe('what a killed build has left', () => {
  // No process has this number: it is above the greatest that Linux gives.
  const DEAD = 4_194_999

  test('is removed by the next one', () => {
    const { root, out, holder } = places()
    writeFiles(holder, { [`.dist.hedgerow-${DEAD}/half.html`]: '' })
    build(out, root, { 'index.html': 'new' })
    expect(readdirSync(holder).toSorted()).toEqual(['decks', 'dist'])
  })

  test('stays where its process runs on', () => {
    const { root, out, holder } = places()
    writeFiles(holder, { [`.dist.hedgerow-${process.ppid}/half.html`]: '' })
    build(out, root, { 'index.html': 'new' })
    expect(existsSync(path.join(holder, `.dist.hedgerow-${process.ppid}`))).toBe(true)
  })

  test('of another site stays', () => {
    const { root, out, holder } = places()
    writeFiles(holder, { [`.other.hedgerow-${DEAD}/half.html`]: '', '.dist.hedgerow-notes/a': '' })
    build(out, root, { 'index.html': 'new' })
    expect(readdirSync(holder)).toEqual(expect.arrayContaining([`.other.hedgerow-${DEAD}`, '.dist.hedgerow-notes']))
  })

  test('under our own process number is not in the way', () => {
    const { root, out, holder } = places()
    writeFiles(holder, { [`.dist.hedgerow-${process.pid}/half.html`]: '' })
    expect(() => build(out, root, { 'index.html': 'new' })).not.toThrow()
  })

  test('does not take the old site with it', () => {
    const { root, out, holder } = places()
    writeFiles(holder, { [`.dist.hedgerow-${DEAD}-old/index.html`]: 'old', [`.dist.hedgerow-${DEAD}/index.html`]: 'new' })
    openOutput(out, root).discard()
    expect(existsSync(out) || existsSync(path.join(holder, `.dist.hedgerow-${DEAD}-old`))).toBe(true)
  })
})
