import { safeText } from './safe-text.ts'

const CONTEXT = 1
const WIDTH = 100
// Columns of a line that are not the source's.
const MARGIN = 12
const NARROWEST = 40

/**
 * The lines around a location, numbered, with a caret under the column. `lines` are those of the whole file.
 * `line` and `column` are 1-based; a line outside the file gives an empty frame. `screen` is the width of the screen in columns.
 */
export function codeFrame(lines: readonly string[], line: number, column?: number, screen = WIDTH + MARGIN): string[] {
  if (line < 1 || line > lines.length) return []
  const width = Math.min(WIDTH, Math.max(NARROWEST, screen - MARGIN))
  const first = Math.max(1, line - CONTEXT)
  const last = Math.min(lines.length, line + CONTEXT)
  const digits = String(last).length
  // Long lines are cut a little before the column.
  const start = column === undefined ? 0 : Math.max(0, column - width + 20)
  const frame: string[] = []
  for (let number = first; number <= last; number += 1) {
    const mark = number === line ? '>' : ' '
    const shown = safeText((lines[number - 1] ?? '').slice(start, start + width))
    frame.push(`${mark} ${String(number).padStart(digits)} | ${shown}`.trimEnd())
    if (number !== line || column === undefined) continue
    const before = safeText((lines[number - 1] ?? '').slice(start, column - 1))
    frame.push(`  ${' '.repeat(digits)} | ${' '.repeat(before.length)}^`)
  }
  return frame
}

/** The lines of a file; `undefined` if it cannot be read. */
export type LinesOf = (file: string) => readonly string[] | undefined

/** The lines of a text, with any kind of line end. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/)
}

/**
 * Reads and splits each file once, if messages are sorted by file. Splitting it for each message would be quadratic.
 */
export function splitOnce(textOf: (file: string) => string | undefined): LinesOf {
  let last: { readonly file: string; readonly lines: readonly string[] | undefined } | undefined
  return (file) => {
    if (last?.file !== file) {
      const text = textOf(file)
      last = { file, lines: text === undefined ? undefined : splitLines(text) }
    }
    return last.lines
  }
}
