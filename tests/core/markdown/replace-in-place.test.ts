import { expect, test, vi } from 'vitest'
import { createRenderer } from '../../../src/core/markdown/render-markdown.ts'

test.each([
  ['an abbreviation', '*[aa]: x\n\n', 'aa\n'],
  ['an emoji', '', ':+1:\n'],
])('lines with %s each are not copied once more for each: work grows with their number', (_, before, line) => {
  const render = createRenderer(() => undefined)
  const copied = (count: number) => {
    let tokens = 0
    const { concat } = Array.prototype
    const spy = vi.spyOn(Array.prototype, 'concat').mockImplementation(function (this: unknown[], ...others: unknown[]) {
      for (const other of others) tokens += Array.isArray(other) ? other.length : 1
      return concat.apply(this, others)
    })
    render(before + line.repeat(count), { breaks: false, prefix: '0-0', lang: 'en', report: () => undefined })
    spy.mockRestore()
    return tokens
  }
  expect(copied(400)).toBeLessThanOrEqual(4.2 * copied(100))
})
