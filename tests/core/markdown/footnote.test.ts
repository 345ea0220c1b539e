import createMarkdownIt from 'markdown-it'
import plugin from 'markdown-it-footnote'
import { expect, test, vi } from 'vitest'
import { footnoteTail } from '../../../src/core/markdown/extensions/footnote.ts'

const theirs = createMarkdownIt({ html: true }).use(plugin)
const ours = createMarkdownIt({ html: true }).use(plugin)
ours.core.ruler.at('footnote_tail', footnoteTail)

test.each([
  'a[^1] b[^1] c[^x]\n\n[^1]: one\n[^x]: two\n\n    more\n',
  'a^[in line] b^[another [^1]] [^1]\n\n[^1]: one ^[nested]',
  'a[^1]\n\n[^1]: - list\n',
  'a[^1]\n\n[^1]: ```\n    x\n    ```\n',
  'a[^none]\n\n[^unused]: x',
  '[^1]: a\n\n    [^2]: b\n\n[^1] [^2]',
  '[^1]: a [^1]\n\n[^1]',
  'no notes',
])('the notes of %j are where the plugin puts them', (text) => {
  expect(ours.render(text)).toBe(theirs.render(text))
})

test('tokens that are copied grow with the number of notes, not with its square', () => {
  const copied = (md: typeof ours, count: number) => {
    let tokens = 0
    const { concat } = Array.prototype
    const spy = vi.spyOn(Array.prototype, 'concat').mockImplementation(function (this: unknown[], ...others: unknown[]) {
      tokens += this.length
      return concat.apply(this, others)
    })
    md.render(Array.from({ length: count }, (_, note) => `a[^${note}]\n\n[^${note}]: x\n\n`).join(''))
    spy.mockRestore()
    return tokens
  }
  expect(copied(ours, 400)).toBeLessThanOrEqual(4 * copied(ours, 100))
  expect(copied(theirs, 400), 'the rule is still needed').toBeGreaterThan(8 * copied(theirs, 100))
})
