import { expect, test } from 'vitest'
import { splitOnce } from '../../../src/core/diagnostics/split-once.ts'

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
