import { expect, test } from 'vitest'
import { readMark, readOnlyDeck, writeMark } from '../../../src/node/site/write-site.ts'
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
