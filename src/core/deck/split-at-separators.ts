import type { Report } from '../diagnostics/diagnostic.ts'
import type { Passage, Slide } from '../model.ts'
import { blockFinder, protectedBlocks } from './protected-blocks.ts'
import { matchedEnd, type Separator, separatesAt } from './separator.ts'
import { splitNotes } from './split-notes.ts'
import type { BodyLocation } from './split-slides.ts'

/** The separators of a deck that do not follow HedgeDoc's rule. */
export interface Separators {
  /** Starts a column. */
  readonly column: Separator
  /** Starts a slide below. */
  readonly below: Separator
  /** Starts the notes of a slide; `Note:` without it. */
  readonly notes?: Separator
}

/** The slides of a deck by the separators that its author chose. Blocks of code, comments and formulas stay in one piece. */
export function splitAtSeparators(body: string, { line: firstLine }: BodyLocation, { column, below }: Separators): Passage[][] {
  const lines = body.split('\n')
  const blockAround = blockFinder(protectedBlocks(lines))
  const columns: Passage[][] = [[]]
  let start = 0
  const add = (end: number) => {
    columns.at(-1)?.push({ markdown: lines.slice(start, end).join('\n'), line: firstLine + start })
    start = end + 1
  }
  for (const index of lines.keys()) {
    const isColumn = separatesAt(lines, index, column)
    if ((!isColumn && !separatesAt(lines, index, below)) || blockAround(index)) continue
    add(index)
    if (isColumn) columns.push([])
  }
  add(lines.length)
  return columns
}

/** A slide and its notes, which start at the first line with the separator, else at `Note:`. */
export function splitNotesAt(passage: Passage, { file, notes }: { file: string; notes: Separator | undefined }, report: Report): Slide {
  if (!notes) return splitNotes(passage, file, report)
  const lines = passage.markdown.split('\n')
  const blockAround = blockFinder(protectedBlocks(lines))
  const start = lines.findIndex((line, index) => matchedEnd(line, notes) !== undefined && !blockAround(index))
  if (start === -1) return passage
  const first = lines[start] ?? ''
  return {
    markdown: lines.slice(0, start).join('\n'),
    line: passage.line,
    notes: {
      markdown: [first.slice(matchedEnd(first, notes)).trimStart(), ...lines.slice(start + 1)].join('\n'),
      line: passage.line + start,
    },
  }
}
