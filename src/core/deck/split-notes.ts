import type { Report } from '../diagnostics/diagnostic.ts'
import type { Passage, Slide } from '../model.ts'
import { protectedBlocks } from './protected-blocks.ts'

/** A slide and its speaker notes: all that follows the first `Note:` line outside code and comments. */
export function splitNotes(passage: Passage, file: string, report: Report): Slide {
  const lines = passage.markdown.split('\n')
  const blocks = protectedBlocks(lines)
  const isProtected = (index: number) => blocks.some(({ from, to }) => from < index && index < to)
  const starts = lines.flatMap((line, index) => (/^note:/i.test(line) && !isProtected(index) ? [index] : []))
  for (const [index, line] of lines.entries()) {
    const misspelt = /^(notes:|speaker notes?:)/i.exec(line)?.[1]
    if (misspelt !== undefined && !isProtected(index)) report('notes-misspelt', { file, line: passage.line + index }, misspelt)
  }
  const [start, second] = starts
  if (start === undefined) return passage
  if (second !== undefined) report('notes-repeated', { file, line: passage.line + second })
  const first = (lines[start] ?? '').slice('note:'.length)
  return {
    markdown: lines.slice(0, start).join('\n'),
    line: passage.line,
    notes: { markdown: [first.trimStart(), ...lines.slice(start + 1)].join('\n'), line: passage.line + start },
  }
}
