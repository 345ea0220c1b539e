import { describe, expect, test } from 'vitest'
import { codeFrame, splitOnce } from '../../../src/core/diagnostics/code-frame.ts'

const lines = ['one', 'two', 'three', 'four']

describe('a code frame', () => {
  test('shows the line with its neighbours and a caret under the column', () => {
    expect(codeFrame(lines, 2, 3)).toEqual(['  1 | one', '> 2 | two', '    |   ^', '  3 | three'])
  })

  test('without a column has no caret', () => {
    expect(codeFrame(lines, 4)).toEqual(['  3 | three', '> 4 | four'])
  })

  test.each([0, -1, 5, 1.5, Number.POSITIVE_INFINITY])('of line %d, which is none of the text, is empty or harmless', (line) => {
    expect(codeFrame(lines, line).join('')).not.toContain('undefined')
  })

  test('of a text without lines is empty', () => {
    expect(codeFrame([''], 1)).toEqual(['> 1 |'])
  })

  test('aligns the numbers', () => {
    expect(
      codeFrame(
        Array.from({ length: 12 }, () => ''),
        10,
      ),
    ).toEqual(['   9 |', '> 10 |', '  11 |'])
  })

  test('of a long line shows the part around the column', () => {
    const frame = codeFrame(['x'.repeat(5000)], 1, 4000)
    expect(Math.max(...frame.map((row) => row.length))).toBeLessThan(120)
    expect(frame).toHaveLength(2)
  })

  test('keeps the caret below its character behind what had to be escaped', () => {
    const [row = '', caret = ''] = codeFrame(['\u001b[31mred'], 1, 2)
    expect(row[caret.indexOf('^')]).toBe('[')
  })
})

test.each([100, 400])('a file with %d messages is read and split once', (count) => {
  const read: string[] = []
  const linesOf = splitOnce((file) => {
    read.push(file)
    return 'a\r\nb\rc\nd'
  })
  const lines = ['a.md', 'b.md'].flatMap((file) => Array.from({ length: count }, () => linesOf(file)))
  expect(read).toEqual(['a.md', 'b.md'])
  expect(lines[0]).toEqual(['a', 'b', 'c', 'd'])
  expect(new Set(lines).size).toBe(2)
})

test('a file that cannot be read is asked for once, and has no lines', () => {
  let asked = 0
  const linesOf = splitOnce(() => {
    asked += 1
    return undefined
  })
  expect([linesOf('a.md'), linesOf('a.md')]).toEqual([undefined, undefined])
  expect(asked).toBe(1)
})
