import { describe, expect, test } from 'vitest'
import { mergeText } from '../../../src/core/pads/merge-text.ts'

const base = '# A\n\n---\n\n# B\n\n---\n\n# C\n'
const merge = (ours: string, theirs: string, of = base) => mergeText({ base: of, ours, theirs })

describe('what has changed in a pad', () => {
  test('is nothing', () => expect(merge(base, base)).toEqual({ kind: 'unchanged' }))
  test('is nothing, where only the deck was changed', () => expect(merge(`${base}x\n`, base)).toEqual({ kind: 'kept' }))
  test('replaces a deck that nobody changed', () => expect(merge(base, '# D\n')).toEqual({ kind: 'replaced', text: '# D\n' }))
  test('is in the deck already', () => expect(merge(`${base}x\n`, `${base}x\n`)).toEqual({ kind: 'same' }))
  test('is merged with changes elsewhere', () =>
    expect(merge(base.replace('# A', '# A (here)'), base.replace('# C', '# C (pad)'))).toEqual({
      kind: 'merged',
      text: base.replace('# A', '# A (here)').replace('# C', '# C (pad)'),
    }))
  test('clashes with a change of the same line; other places have both', () =>
    expect(merge(base.replace('# A', '# A (here)'), base.replace('# A', '# A (pad)').replace('# C', '# D'))).toEqual({
      kind: 'clash',
      withOurs: base.replace('# A', '# A (here)').replace('# C', '# D').trimEnd(),
      withTheirs: base.replace('# A', '# A (pad)').replace('# C', '# D').trimEnd(),
    }))
  test('is the same in one place and new in another', () =>
    expect(merge(base.replace('# A', '# X'), base.replace('# A', '# X').replace('# C', '# Y'))).toEqual({
      kind: 'replaced',
      text: base.replace('# A', '# X').replace('# C', '# Y'),
    }))
  test('merged, is nothing new afterwards', () => {
    const [ours, theirs] = [base.replace('# A', '# A (here)'), base.replace('# C', '# C (pad)')]
    const merged = merge(ours, theirs)
    expect(merge('text' in merged ? merged.text : '', theirs, theirs)).toEqual({ kind: 'kept' })
  })
  test('is everything, where one of the texts is empty', () => {
    expect(merge('', '# D\n', '')).toEqual({ kind: 'replaced', text: '# D\n' })
    expect(merge(base, '', base)).toEqual({ kind: 'replaced', text: '' })
    expect(merge('# D\n', '', base)).toMatchObject({ kind: 'clash' })
  })
})

describe('no changes are', () => {
  test.each([
    ['line endings', base.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${base}`],
    ['a missing final newline', base.trimEnd()],
    ['more final newlines', `${base}\n\n`],
  ])('%s', (_, text) => {
    expect(merge(text, base)).toEqual({ kind: 'unchanged' })
    expect(merge(base, text)).toEqual({ kind: 'unchanged' })
    expect(merge(text, base.replace('C', 'D'))).toEqual({ kind: 'replaced', text: text.replace('C', 'D') })
  })
  test('and a deck with CRLF line endings keeps them in a merge', () => {
    const crlf = `\ufeff${base.replaceAll('\n', '\r\n')}`
    expect(merge(crlf.replace('# A', '# X'), base.replace('# C', '# Y'))).toEqual({
      kind: 'merged',
      text: crlf.replace('# A', '# X').replace('# C', '# Y'),
    })
  })
})

// Without a limit to what is compared, the first would not end.
test('long texts of equal lines are merged, or clash', () => {
  const empty = '\n'.repeat(100_000)
  const sure = 'x\n' + empty
  expect(merge(`a${sure}`, `${sure}b`, sure).kind).toBe('clash')
  const slides = Array.from({ length: 20_000 }, (_, n) => `# Slide ${n}\n\n---\n\n`).join('')
  const found = merge(slides.replaceAll('Slide 1\n', 'Slide 1 here\n'), slides.replaceAll('7\n\n', '7 (pad)\n\n'), slides)
  expect(found.kind).toBe('merged')
})
