import { describe, expect, test } from 'vitest'
import { unindent } from '../../../src/core/deck/parse-deck.ts'
import { recordReports } from '../../support/record-reports.ts'

function unindented(markdown: string) {
  const { report, places } = recordReports()
  return { markdown: unindent({ markdown, line: 5 }, 'deck.md', report).markdown, places: places() }
}

describe('decision 3: the indentation of a slide', () => {
  test('is taken off each line that has it', () => {
    expect(unindented('\n    # a\n    b\n      c\nd')).toEqual({ markdown: '\n# a\nb\n  c\nd', places: ['slide-indented:6'] })
  })

  test('may be a tab', () => {
    expect(unindented('\t# a\n\tb')).toEqual({ markdown: '# a\nb', places: ['slide-indented:5'] })
  })

  test.each(['# a\n  - b\n    - c\n\nfoo  bar  \nbaz', ' # a', '\n\n\n# a\n\n- x\n  - y', ''])('of %j is left as it is', (markdown) => {
    expect(unindented(markdown)).toEqual({ markdown, places: [] })
  })

  test('is what the first line with text has, not the first line', () => {
    expect(unindented('\n      \n  a\n  b').markdown).toBe('\n    \na\nb')
  })
})
