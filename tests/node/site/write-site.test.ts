import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSiteWriter, readMark, readOnlyDeck, writeMark } from '../../../src/node/site/write-site.ts'
import { makeFolder } from '../../support/make-folder.ts'

test.each([
  ['{"files":["a.html","b.html"]}\n', ['a.html', 'b.html']],
  ['{"files":["a.html",1,null]}', ['a.html']],
  ['{"files":"a.html"}', []],
  ['{"fi', []],
  ['null', []],
  ['', []],
])('what a mark of %j says', (mark, files) => {
  expect(readMark(makeFolder({ '.hedgerow.json': mark }))).toEqual(files)
})

test('a folder without a mark, and none at all, have no files of ours', () => {
  expect(readMark(makeFolder())).toEqual([])
  expect(readMark('/none/at/all')).toEqual([])
})

test('a mark names the only deck of a site that was built from one', () => {
  const folder = makeFolder()
  writeMark(folder, ['a.html'], 'a.md')
  expect([readMark(folder), readOnlyDeck(folder)]).toEqual([['a.html'], 'a.md'])
  writeMark(folder, ['a.html'])
  expect(readOnlyDeck(folder)).toBeUndefined()
})

describe('a file of the old site', () => {
  const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8')
  const isSame = (one: string, other: string) => statSync(path.join(one, 'a.html')).ino === statSync(path.join(other, 'a.html')).ino
  const open = (content: string) => {
    const old = makeFolder({ 'a.html': content })
    const folder = makeFolder()
    writeMark(folder, [])
    return { old, folder, writer: openSiteWriter(folder, old) }
  }

  test('is linked where it has the same bytes', () => {
    const { old, folder, writer } = open('é')
    writer.write({ path: 'a.html', content: 'é' })
    expect([isSame(old, folder), ...writer.files]).toEqual([true, ['a.html', 2]])
  })

  test.each(['ab', 'b'])('is not where it has others: %s', (content) => {
    const { old, folder, writer } = open('a')
    writer.write({ path: 'a.html', content })
    expect([read(old, 'a.html'), read(folder, 'a.html')]).toEqual(['a', content])
  })

  test('stays as it is when the page is written again', () => {
    const { old, folder, writer } = open('a')
    for (const content of ['a', 'b', 'a', 'c']) writer.write({ path: 'a.html', content })
    expect([read(old, 'a.html'), read(folder, 'a.html')]).toEqual(['a', 'c'])
  })

  test('is not linked if its permissions differ from those of a new file, or if it is a link', () => {
    const { old, folder, writer } = open('a')
    chmodSync(path.join(old, 'a.html'), 0o600)
    symlinkSync('a.html', path.join(old, 'b.html'))
    for (const file of ['a.html', 'b.html']) writer.write({ path: file, content: 'a' })
    expect([isSame(old, folder), statSync(path.join(folder, 'b.html')).nlink]).toEqual([false, 1])
  })
})
