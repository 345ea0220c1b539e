import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/node/files/read-text.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'

function read(content: string | Uint8Array) {
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
    expect(read(content)).toEqual({ text, found: [] })
  })

  test('that is no UTF-8 is an error with line and column', () => {
    const { text, found } = read(Buffer.from('a\nbc\u00fcd', 'latin1'))
    expect(text).toBeUndefined()
    expect(found).toMatchObject([{ code: 'file-encoding', line: 2, column: 3 }])
  })

  test('of more than 4 MB is an error', () => {
    expect(read('a'.repeat(4 * 1024 * 1024 + 1)).found).toMatchObject([{ code: 'deck-too-large' }])
  })

  test('of a file that is gone is an error', () => {
    const { report, codes } = recordReports()
    expect(readText(makeFolder(), 'gone.md', report)).toBeUndefined()
    expect(codes()).toEqual(['file-unreadable'])
  })
})
