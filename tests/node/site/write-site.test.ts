import { expect, test } from 'vitest'
import { readMark } from '../../../src/node/site/write-site.ts'
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
