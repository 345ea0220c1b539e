import type { Edit } from '../diagnostics/diagnostic.ts'
import { removeLines } from '../diagnostics/edit.ts'

/** Where an empty slide stands: its row in its column, and whether a slide comes before and after it. */
export interface EmptySlide {
  readonly row: number
  readonly isFirst: boolean
  readonly isLast: boolean
  /** 1-based line on which it begins, and the number of its empty lines. */
  readonly line: number
  readonly count: number
}

/**
 * Takes an empty slide away, with that of the two separators around it that leaves all other slides where they were meant:
 * the one below it in the first row, else the one above. `lines` are those of the file.
 */
export function fixEmptySlide(lines: readonly string[], { row, isFirst, isLast, line, count }: EmptySlide): readonly Edit[] | undefined {
  if (isFirst && isLast) return undefined
  // The first begins on the line that closes the front matter.
  if (isFirst) return [removeLines(lines, [line + count - 1, 1], 1)]
  const from = row === 0 && !isLast ? line - 1 : line - 2
  return [removeLines(lines, [from, count + 1], 1)]
}
