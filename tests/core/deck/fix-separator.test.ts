import { describe, expect, test } from 'vitest'
import { splitSlides } from '../../../src/core/deck/split-slides.ts'
import { applyEdits } from '../../../src/core/diagnostics/apply-edits.ts'
import { recordReports } from '../../support/record-reports.ts'

function fixed(text: string): string {
  const { report, found } = recordReports()
  splitSlides(text, { file: 'deck.md', line: 1 }, report)
  return applyEdits(text, found).text
}

describe('a line that is nearly a separator', () => {
  test.each([
    ['blanks after it', '# A\n\n--- \n\n# B\n', '# A\n\n---\n\n# B\n'],
    ['blanks before it', '# A\n\n  ----\n\n# B\n', '# A\n\n----\n\n# B\n'],
    ['text below it', '# A\n\n---\n# B\n', '# A\n\n---\n\n# B\n'],
    ['a heading above it', '# A\n---\n\n# B\n', '# A\n\n---\n\n# B\n'],
    ['an item above it', '- a\n----\n\n# B\n', '- a\n\n----\n\n# B\n'],
    ['text above it and a heading below', 'a\n---\n# B\n', 'a\n\n---\n\n# B\n'],
    ['blanks in the line before', '# A\n  \n---\n\n# B\n', '# A\n\n---\n\n# B\n'],
    ['blanks in the line after', '# A\n\n---\n\t\n# B\n', '# A\n\n---\n\n# B\n'],
    ['a tab and text around it', '# A\n---\t\nB\n', '# A\n\n---\n\nB\n'],
  ])('becomes one: %s', (_, text, expected) => {
    expect(fixed(text)).toBe(expected)
  })

  test.each([
    ['below a separator', '# A\n\n---\n\n --- \n\n# B\n', '# A\n\n---\n\n\n# B\n'],
    ['above a separator', '- a\n----\n\n---\n\n# B\n', '- a\n\n---\n\n# B\n'],
    ['at the end', '# A\n\n---', '# A\n\n'],
    ['at the end, with blanks', '# A\n\n--- \n', '# A\n\n'],
  ])('goes where it would make an empty slide: %s', (_, text, expected) => {
    expect(fixed(text)).toBe(expected)
  })

  test.each([
    ['text above it: it makes a heading', 'A\n---\n\ntext\n'],
    ['text on both sides', 'A\n---\nB\n'],
    ['more dashes: which of the two is meant is not known', '# A\n\n-----\n\n# B\n'],
    ['two of them', '# A\n---\n\n----\n# B\n'],
    ['nothing before it', ' ---\n\n# B\n'],
  ])('stays where it may be meant: %s', (_, text) => {
    expect(fixed(text)).toBe(text)
  })
})
