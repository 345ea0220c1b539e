import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { holdPages } from '../../../src/node/site/hold-pages.ts'
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

test('a page that is held is written once it has been changed, or with all others', () => {
  const folder = makeFolder({ 'c.html': 'c' })
  const { files, hold, change, flush } = openSiteWriter(folder)
  for (const name of ['a', 'b']) hold({ path: `${name}.html`, content: `é${name}` })
  expect([...files]).toEqual([
    ['a.html', 3],
    ['b.html', 3],
  ])
  expect(readdirSync(folder)).toEqual(['c.html'])
  change('a.html', (text) => text)
  change('c.html', (text) => `${text}!`)
  expect([...files.keys(), ...readdirSync(folder)]).toEqual(['a.html', 'b.html', 'c.html', 'a.html', 'c.html'])
  flush()
  const read = (name: string) => readFileSync(path.join(folder, `${name}.html`), 'utf8')
  expect(['a', 'b', 'c'].map(read)).toEqual(['éa', 'éb', 'c!'])
})

test('of more pages than there is room for, the first are written', () => {
  const written: string[] = []
  const { hold, take, flush } = holdPages(({ path: file, content }) => void written.push(file + content), 4)
  for (const content of ['12', '34', '5']) hold({ path: content, content })
  expect(written).toEqual(['1212'])
  expect([take('12'), take('34')]).toEqual([undefined, '34'])
  hold({ path: '5', content: '67' })
  flush()
  expect(written).toEqual(['1212', '567'])
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

  test('is linked instead of a copy that would be the same', () => {
    const { old, folder, writer } = open('a')
    const source = makeFolder({ same: 'a', other: 'b' })
    for (const [mode, name] of [
      [0o600, 'same'],
      [0o644, 'other'],
      [0o644, 'same'],
    ] as const) {
      chmodSync(path.join(old, 'a.html'), mode)
      const { copy } = openSiteWriter(folder, old)
      rmSync(path.join(folder, 'a.html'), { force: true })
      copy(path.join(source, name), 'a.html')
      expect([name, mode, isSame(old, folder)]).toEqual([name, mode, name === 'same' && mode === 0o644])
    }
    expect(read(old, 'a.html')).toBe('a')
    expect([...writer.files]).toEqual([])
  })

  test('is compared to its last byte, however large it is', () => {
    const large = 'x'.repeat(2_500_000)
    const { old, folder, writer } = open(large)
    writer.write({ path: 'a.html', content: `${large.slice(1)}y` })
    expect(isSame(old, folder)).toBe(false)
    const other = makeFolder()
    writeMark(other, [])
    openSiteWriter(other, old).write({ path: 'a.html', content: large })
    expect(isSame(old, other)).toBe(true)
  })
})
