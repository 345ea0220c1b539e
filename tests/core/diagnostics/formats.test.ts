import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts'
import { formatGithub, formatLine, formatSarif } from '../../../src/core/diagnostics/formats.ts'

const found: Diagnostic = {
  file: 'a b.md',
  line: 3,
  column: 5,
  severity: 'warning',
  code: 'slide-empty',
  message: '50 %',
  help: 'Go,\nnow',
}
const hostile: Diagnostic = {
  file: '::stop-commands::x.md',
  severity: 'error',
  code: 'deck-failed',
  message: 'a\n::error::b\u001b[2J',
  help: 'c',
}

describe('a line for editors', () => {
  test('has file, line, column, severity, message and code', () => {
    expect(formatLine(found)).toBe('a b.md:3:5: warning 50 % [slide-empty]')
  })

  test('cannot be made two, or a command of a runner', () => {
    expect(formatLine(hostile)).toBe('./::stop-commands::x.md:1:1: error a\\u000a::error::b\\u001b[2J [deck-failed]')
  })
})

describe("a command of GitHub's runner", () => {
  test('escapes what ends it', () => {
    expect(formatGithub(found)).toBe('::warning file=a b.md,line=3,col=5,title=slide-empty::50 %25%0AGo,\\u000anow')
    expect(formatGithub(hostile)).toBe('::error file=%3A%3Astop-commands%3A%3Ax.md,title=deck-failed::a\\u000a::error::b\\u001b[2J%0Ac')
  })
})

test('a SARIF log names each rule once, and each result by its rule and place', () => {
  const log = JSON.parse(formatSarif([found, { ...found, line: 9 }, hostile], '1.2.3')) as {
    version: string
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleIndex: number; level: string; locations: unknown[] }[] }[]
  }
  const [run] = log.runs
  expect(log.version).toBe('2.1.0')
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['deck-failed', 'slide-empty'])
  expect(run?.results.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
    [1, 'warning'],
    [1, 'warning'],
    [0, 'error'],
  ])
  expect(run?.results[0]?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: 'a%20b.md' }, region: { startLine: 3, startColumn: 5 } } },
  ])
})
