import { describe, expect, test } from 'vitest'
import { catalogue, type Code } from '../../../src/core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts'
import { formatPage } from '../../../src/core/diagnostics/message-page.ts'

const message = (code: Code, file: string, line: number | undefined, text = 'm'): Diagnostic => ({
  ...{ code, severity: catalogue[code].severity, file, line, message: text, help: 'h' },
})

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

function page(found: readonly Diagnostic[], all = false, columns?: number): string {
  const lines = ['a'.repeat(200), 'b']
  return formatPage(found, { linesOf: () => lines, paint: (_, text) => text, columns, all, hint: 'add --all' }).join('\n')
}

describe('a page of messages', () => {
  test('shows equal ones once, with one line for each file', () => {
    const found = [message('slide-empty', 'a.md', 9), message('slide-empty', 'a.md', 12), message('slide-empty', 'b.md', 7)]
    expect(page(found)).toBe('a.md:9 warning m [slide-empty]\n  also in a.md:12\n          b.md:7\n  → h\n')
  })

  test('keeps those apart that say something else', () => {
    const found = [message('slide-empty', 'a.md', 9), message('slide-empty', 'a.md', 12, 'other')]
    expect(page(found).match(/\[slide-empty\]/g)).toHaveLength(2)
  })

  test('of a style block that is copied into 120 decks has 14 lines', () => {
    const shown = page(range(120).map((deck) => message('css-invalid', `d${deck}.md`, 9)))
    expect(shown.split('\n')).toHaveLength(14)
    expect(shown).toContain('          and 109 more files\n')
  })

  test('counts the lines of a file beyond the tenth', () => {
    const found = range(15).map((line) => message('image-alt', 'a.md', line + 10))
    expect(page(found)).toContain('also in a.md:12, 13, 14, 15, 16, 17, 18, 19, 20, 21, and 4 more\n')
    expect(page(found, true)).toContain('20, 21, 22, 23, 24, 25\n')
  })

  test('shows the ten that matter most, then the number of each code, then how to see all', () => {
    const codes: readonly Code[] = ['image-alt', 'heading-skipped', 'asset-missing', 'front-matter-yaml']
    const found = codes.flatMap((code) => range(8).map((line) => message(code, 'a.md', line, `${code} ${line}`)))
    const shown = page(found)
    expect([...shown.matchAll(/^a\.md:.*\[(.*)\]$/gm)].map((match) => match[1])).toEqual([
      ...range(8).map(() => 'front-matter-yaml'),
      ...range(2).map(() => 'asset-missing'),
    ])
    expect(shown.slice(shown.indexOf('10 of'))).toBe(
      [
        '10 of 32 different messages are shown above. All 32 by code:',
        '  error    front-matter-yaml  8 in a.md',
        '  warning  image-alt          8 in a.md',
        '  warning  asset-missing      8 in a.md',
        '  info     heading-skipped    8 in a.md',
        'add --all\n',
      ].join('\n'),
    )
  })

  test('gives each code its turn, and the message with the most places first', () => {
    const codes: readonly Code[] = ['asset-missing', 'asset-upload']
    const found = codes.flatMap((code) => range(8).map((line) => message(code, 'a.md', line, `${code} ${line}`)))
    const shown = page([...found, message('asset-missing', 'b.md', 1, 'asset-missing 7')])
    expect([...shown.matchAll(/^a\.md:.* (.*) \[/gm)].map((match) => match[1])).toEqual(['7', '1', '1', '2', '2', '3', '3', '4', '4', '5'])
  })

  test('shows all of them if that is asked for', () => {
    const found = range(30).map((line) => message('asset-missing', 'a.md', line, `${line}`))
    expect(page(found, true).match(/asset-missing/g)).toHaveLength(30)
    expect(page(found, true)).not.toContain('shown above')
  })

  test('fits lines of the source to the screen', () => {
    const longest = (columns: number) =>
      Math.max(
        ...page([message('slide-empty', 'a.md', 1)], false, columns)
          .split('\n')
          .map(({ length }) => length),
      )
    expect(longest(80)).toBeLessThanOrEqual(80)
    expect(longest(200)).toBeLessThanOrEqual(112)
  })

  test('shows the place of what has no line', () => {
    expect(page([message('file-empty', 'a.md', undefined), message('file-empty', 'b.md', undefined)])).toBe(
      'a.md warning m [file-empty]\n  also in b.md\n  → h\n',
    )
  })
})
