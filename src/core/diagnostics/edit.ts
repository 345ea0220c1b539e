import type { Edit } from './diagnostic.ts'

/** Other words at a place of a line. */
export function replaceAt(line: number, column: number, [was, text]: readonly [string, string]): Edit {
  return { line, column, was, text }
}

/** Takes whole lines away: `count` of `lines` from the 0-based `index` on, the first of which is `firstLine` of the file. */
export function removeLines(lines: readonly string[], [index, count]: readonly [number, number], firstLine: number): Edit {
  const end = index + count < lines.length ? '\n' : ''
  return { line: firstLine + index, column: 1, was: lines.slice(index, index + count).join('\n') + end, text: '' }
}
