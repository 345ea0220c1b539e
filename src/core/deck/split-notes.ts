import { type Report, replaceAt } from '../diagnostics/diagnostic.ts'
import type { Passage, Slide } from '../model.ts'
import { blockFinder, protectedBlocks } from './protected-blocks.ts'

/** A slide and its speaker notes: everything after the first `Note:` line outside code and comments. */
export function splitNotes(passage: Passage, file: string, report: Report): Slide {
  const lines = passage.markdown.split('\n')
  const blockAround = blockFinder(protectedBlocks(lines))
  const isProtected = (index: number) => blockAround(index) !== undefined
  const starts = lines.flatMap((line, index) => (/^note:/i.test(line) && !isProtected(index) ? [index] : []))
  let hasMisspelt = false
  for (const [index, line] of lines.entries()) {
    const misspelt = /^(notes:|speaker notes?:)/i.exec(line)?.[1]
    if (misspelt === undefined || isProtected(index)) continue
    const at = passage.line + index
    const isOnly = starts.length === 0 && !hasMisspelt
    hasMisspelt = true
    const edits = isOnly ? [replaceAt(at, 1, [misspelt, 'Note:'])] : undefined
    report('notes-misspelt', { file, line: at, edits }, misspelt)
  }
  const [start, second] = starts
  if (start === undefined) return passage
  if (second !== undefined) {
    const at = passage.line + second
    const mark = /^note:\s*/i.exec(lines[second] ?? '')?.[0] ?? ''
    report('notes-repeated', { file, line: at, edits: [replaceAt(at, 1, [mark, ''])] })
  }
  const first = (lines[start] ?? '').slice('note:'.length)
  return {
    markdown: lines.slice(0, start).join('\n'),
    line: passage.line,
    notes: { markdown: [first.trimStart(), ...lines.slice(start + 1)].join('\n'), line: passage.line + start },
  }
}
