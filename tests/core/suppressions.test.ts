import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { applySuppressions } from '../../src/core/suppressions.ts'

const IGNORE = '<!-- hedgerow-ignore image-alt -->'

function message(line: number, reads: () => void = () => undefined): Diagnostic {
  return {
    code: 'image-alt',
    severity: 'warning',
    message: '',
    help: '',
    line,
    get file() {
      reads()
      return 'deck.md'
    },
  }
}

describe('comments that ignore messages', () => {
  test('count for their slide alone, and say where nothing is ignored', () => {
    const text = [IGNORE, '', '', '', '', '', '', IGNORE].join('\n')
    const kept = applySuppressions([message(2), message(5)], { source: { path: 'deck.md', text }, starts: [1, 4, 7] }, [])
    expect(kept.map(({ code, line }) => `${code}:${line}`)).toEqual(['image-alt:5', 'ignore-unused:8'])
  })

  test('in code are examples', () => {
    const text = ['```', IGNORE, '```', '', '```', 'x', '```', IGNORE].join('\n')
    const kept = applySuppressions([message(9)], { source: { path: 'deck.md', text }, starts: [1, 5] }, [])
    expect(kept).toEqual([])
  })

  test('are looked for among messages by slide and code: work grows with their number, not with its square', () => {
    const work = (count: number) => {
      let reads = 0
      const text = `${IGNORE}\n`.repeat(count)
      const starts = Array.from({ length: count }, (_, index) => index + 1)
      const found = starts.map((line) => message(line + count, () => (reads += 1)))
      applySuppressions(found, { source: { path: 'deck.md', text }, starts }, [])
      return reads
    }
    expect(work(400)).toBeLessThanOrEqual(4 * work(100))
  })

  test('with very many unknown codes are named, the first with what was meant', () => {
    const text = `<!-- hedgerow-ignore ${Array.from({ length: 100 }, (_, index) => `image-al${index}`).join(' ')} -->`
    const kept = applySuppressions([], { source: { path: 'deck.md', text }, starts: [1] }, [])
    expect(kept).toHaveLength(100)
    expect(kept.filter(({ message: said }) => said.includes('did you mean'))).toHaveLength(20)
  })
})
