import { describe, expect, test } from 'vitest'
import { formatText } from '../../../src/core/diagnostics/formats.ts'
import { safeJson, safeLines, safeText } from '../../../src/core/diagnostics/safe-text.ts'
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts'

describe('text of an author on a terminal', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['\u009b31m', '\\u009b31m'],
    ['\u001b]8;;https://evil.example\u0007x', '\\u001b]8;;https://evil.example\\u0007x'],
    ['a\rb\nc', 'a\\u000db\\u000ac'],
    ['a\u0008\u007f', 'a\\u0008\\u007f'],
    ['\u202egpj.exe', '\\u202egpj.exe'],
    ['\u2066a\u2069\u200f', '\\u2066a\\u2069\\u200f'],
    ['\u2028\u2029\ufeff\u0085', '\\u2028\\u2029\\ufeff\\u0085'],
    ['\ud800a', '\\ud800a'],
    ['a\tb', 'a b'],
    ['ü 😀 日本', 'ü 😀 日本'],
  ])('%j is shown as %j', (text, shown) => {
    expect(safeText(text)).toBe(shown)
  })
})

const paint = (_: string, text: string) => text
const place: Diagnostic = { code: 'slide-empty', severity: 'warning', file: 'deck.md', line: 2, message: 'm', help: 'h' }

describe('a message', () => {
  test('has its place, its text, its code, a frame and the way out', () => {
    expect(formatText(place, ['a', '', 'b'], paint)).toBe('deck.md:2 warning m [slide-empty]\n    1 | a\n  > 2 |\n    3 | b\n  → h')
  })

  test('without a text has no frame', () => {
    expect(formatText(place, undefined, paint)).toBe('deck.md:2 warning m [slide-empty]\n  → h')
  })

  test('has no line that an author began, and none more than it should', () => {
    const source = ['::error::a', '::set-output name=x::y', '::warning::c']
    const lines = formatText({ ...place, message: 'a\n::error::b', help: 'c\n::error::d' }, source, paint).split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([])
  })

  test('never begins with a command of CI, whatever the file is called', () => {
    expect(formatText({ ...place, file: '::error::x.md' }, undefined, paint)).not.toMatch(/^\s*::/)
  })

  test('holds no command of CI in the older spelling', () => {
    expect(formatText(place, ['a', '##[add-mask]b', 'c'], paint)).not.toContain('##[')
  })
})

test('JSON means the same and holds nothing that a terminal acts upon', () => {
  const value = { text: 'a\u001b[31m\u009b\u202e\u2066\ud800 é 🦔' }
  const json = safeJson(value)
  expect(json).toBe('{"text":"a\\u001b[31m\\u009b\\u202e\\u2066\\ud800 é 🦔"}')
  expect(JSON.parse(json)).toEqual(value)
})

describe('commands of CI', () => {
  const commands = ['##[stop-commands]x', '##vso[task.setvariable variable=a]b', '##teamcity[x]', '###[error]']

  test.each(commands)('%j in JSON is none, and means the same', (text) => {
    const json = safeJson({ [text]: text, '\\#': `\\${text}` })
    expect(json).not.toMatch(/##\w*\[/)
    expect(JSON.parse(json)).toEqual({ [text]: text, '\\#': `\\${text}` })
  })

  test.each(commands)('%j in text is none', (text) => {
    expect(safeText(text)).not.toMatch(/##\w*\[/)
    expect(safeText(safeText(text))).toBe(safeText(text))
  })

  test.each(['::error::x', ' \u00a0::error::x', 'a\n::error::x', '\t::add-mask::x'])('%j begins no line of output', (text) => {
    expect(safeLines(text, false)).not.toMatch(/^\s*::/m)
  })

  test('may stand inside a line, where nobody obeys them', () => {
    expect(safeLines('a ::error::b', false)).toBe('a ::error::b')
  })

  test('are none behind colours, which a terminal alone gets', () => {
    const line = '\u001b[1m##[error]\u001b[22m\u001b[2J \u009b1m'
    expect(safeLines(line, true)).toBe('\u001b[1m# #[error]\u001b[22m\\u001b[2J \\u009b1m')
    expect(safeLines(line, false)).not.toContain('\u001b')
  })
})
