import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../src/core/diagnostics/apply-edits.ts'
import type { Diagnostic, Edit } from '../../../src/core/diagnostics/diagnostic.ts'

const withEdits = (...edits: readonly Edit[]): Diagnostic => ({
  code: 'slide-empty',
  severity: 'warning',
  file: 'deck.md',
  message: '',
  help: '',
  edits,
})
const edit = (line: number, column: number, [was, text]: readonly [string, string]): Edit => ({ line, column, was, text })

describe('changes of a text', () => {
  test('are made where they are meant, and nowhere else', () => {
    expect(applyEdits('a b\nc b\n', [withEdits(edit(2, 3, ['b', 'x']))]).text).toBe('a b\nc x\n')
  })

  test('may take lines away, also the last, which has no end', () => {
    expect(applyEdits('a\nb\nc', [withEdits(edit(2, 1, ['b\n', '']))]).text).toBe('a\nc')
    expect(applyEdits('a\nb', [withEdits(edit(2, 1, ['b', '']))]).text).toBe('a\n')
  })

  test.each(['\r\n', '\r', '\n'])('keep line ends %j, and write new lines with them', (end) => {
    const text = ['a', 'b', 'c', ''].join(end)
    expect(applyEdits(text, [withEdits(edit(2, 1, ['b', '\nB']))]).text).toBe(['a', '', 'B', 'c', ''].join(end))
    expect(applyEdits(text, [withEdits(edit(1, 1, ['a\nb\n', '']))]).text).toBe(`c${end}`)
  })

  test('are left out where the file says something else by now', () => {
    for (const wrong of [edit(1, 1, ['x', 'y']), edit(9, 1, ['a', 'y']), edit(2, 1, ['b\nc', 'y'])])
      expect(applyEdits('a\nb', [withEdits(wrong)])).toEqual({ text: 'a\nb', fixed: [] })
  })

  test('of one message are made all or not at all', () => {
    const half = withEdits(edit(1, 1, ['a', 'x']), edit(2, 1, ['other', 'y']))
    expect(applyEdits('a\nb', [half]).text).toBe('a\nb')
  })

  test('that touch those of an earlier message wait', () => {
    const [first, second] = [withEdits(edit(1, 1, ['a\nb\n', ''])), withEdits(edit(2, 1, ['b\nc\n', '']))]
    expect(applyEdits('a\nb\nc\nd', [first, second])).toEqual({ text: 'c\nd', fixed: [first] })
  })

  test('beside each other, at one point, and around each other: those that touch wait', () => {
    const insert = (column: number, text: string) => withEdits(edit(1, column, ['', text]))
    const [all, inside, before, after] = [withEdits(edit(1, 2, ['bcd', 'X'])), insert(3, '!'), insert(2, '<'), insert(5, '>')]
    expect(applyEdits('abcde', [all, inside, before, after])).toEqual({ text: 'a<X>e', fixed: [all, before, after] })
    expect(applyEdits('abcde', [inside, all])).toEqual({ text: 'ab!cde', fixed: [inside] })
    expect(applyEdits('abcde', [insert(3, '1'), insert(3, '2')]).text).toBe('ab12cde')
    const [left, right] = [withEdits(edit(1, 1, ['ab', '1'])), withEdits(edit(1, 3, ['cd', '2']))]
    expect(applyEdits('abcde', [left, right, insert(3, '|')]).text).toBe('1|2e')
  })

  test('count columns in UTF-16 units, as editors do', () => {
    expect(applyEdits('😀 b', [withEdits(edit(1, 4, ['b', 'c']))]).text).toBe('😀 c')
  })
})
