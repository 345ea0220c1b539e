import type { Report } from '../diagnostics/diagnostic.ts'
import { replaceAt } from '../diagnostics/edit.ts'
import type { Passage } from '../model.ts'

/** A slide whose first line is indented, with that indentation removed from each line that has it. */
export function unindent(passage: Passage, file: string, report: Report): Passage {
  const lines = passage.markdown.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const indent = /^(?: {2,}|\t+)/.exec(lines[first] ?? '')?.[0]
  if (indent === undefined) return passage
  const edits = lines.flatMap((line, index) => (line.startsWith(indent) ? [replaceAt(passage.line + index, 1, [indent, ''])] : []))
  report('slide-indented', { file, line: passage.line + first, edits }, `${indent.length} ${indent.startsWith('\t') ? 'tabs' : 'spaces'}`)
  const markdown = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n')
  return { ...passage, markdown }
}
