import { safeText } from './safe-text.ts'

const CONTEXT = 1
const WIDTH = 100

/**
 * The lines around a place, numbered, with a caret under the column. `lines` are those of the whole file, split once for all its messages.
 * `line` and `column` are 1-based; a place outside the text gives no lines.
 */
export function codeFrame(lines: readonly string[], line: number, column?: number): string[] {
  if (line < 1 || line > lines.length) return []
  const first = Math.max(1, line - CONTEXT)
  const last = Math.min(lines.length, line + CONTEXT)
  const digits = String(last).length
  // A long line is shown from a little before the column on.
  const start = column === undefined ? 0 : Math.max(0, column - WIDTH + 20)
  const frame: string[] = []
  for (let number = first; number <= last; number += 1) {
    const mark = number === line ? '>' : ' '
    const shown = safeText((lines[number - 1] ?? '').slice(start, start + WIDTH))
    frame.push(`${mark} ${String(number).padStart(digits)} | ${shown}`.trimEnd())
    if (number !== line || column === undefined) continue
    const before = safeText((lines[number - 1] ?? '').slice(start, column - 1))
    frame.push(`  ${' '.repeat(digits)} | ${' '.repeat(before.length)}^`)
  }
  return frame
}

/** The lines of a file, where it can be read. */
export type LinesOf = (file: string) => readonly string[] | undefined

/** The lines of a text, whatever ends them. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/)
}

/**
 * Reads and splits each file once for all messages about it, if they come file by file. Splitting for each message would cost
 * the square of a deck.
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
