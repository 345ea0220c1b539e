import type { Report } from '../diagnostics/diagnostic.ts'
import type { Passage } from '../model.ts'
import { fixSeparator } from './fix-separator.ts'
import { blockFinder, protectedBlocks } from './protected-blocks.ts'

/** The file of a deck, and the 1-based line on which its text starts. */
export interface BodyLocation {
  readonly file: string
  readonly line: number
}

/**
 * The slides of a deck by HedgeDoc's rule: `---` starts a column, `----` a slide below, alone on its line, with an empty line
 * before and after it. Empty slides are kept, since addresses count them.
 */
export function splitSlides(body: string, location: BodyLocation, report: Report): Passage[][] {
  const lines = body.split('\n')
  const blockAround = blockFinder(protectedBlocks(lines))
  const columns: Passage[][] = [[]]
  let start = 0
  const add = (end: number) => {
    columns.at(-1)?.push({ markdown: lines.slice(start, end).join('\n'), line: location.line + start })
    start = end + 1
  }
  for (const [index, line] of lines.entries()) {
    if (!/^\s*-{3,}\s*$/.test(line)) continue
    const at = { file: location.file, line: location.line + index }
    const block = blockAround(index)
    if (!separates(lines, index)) {
      const reason = block ? undefined : nearMiss(lines, index)
      if (reason === undefined) continue
      const edits = fixSeparator(lines, index, { firstLine: location.line, separates: (near) => separates(lines, near) })
      report('separator-near-miss', { ...at, edits }, line.trim(), reason)
      continue
    }
    if (block) {
      report('separator-protected', at, line, block.kind)
      continue
    }
    add(index)
    if (line === '---') columns.push([])
  }
  add(lines.length)
  return columns
}

function separates(lines: readonly string[], index: number): boolean {
  const line = lines[index]
  if (line !== '---' && line !== '----') return false
  return index > 0 && lines[index - 1] === '' && lines[index + 1] === ''
}

// Only dashes that are probably meant as a separator: a rule has text on both sides, the dashes of a table have a pipe.
function nearMiss(lines: readonly string[], index: number): string | undefined {
  const line = lines[index] ?? ''
  const before = lines[index - 1]
  const after = lines[index + 1]
  if (/^-{5,}$/.test(line) && before === '' && after === '') return 'it has more than four dashes'
  if (!/^\s*-{3,4}\s*$/.test(line)) return undefined
  if (after === undefined && before === '') return 'the file ends without a line break'
  if (/^\s/.test(line)) return before?.trim() === '' && after?.trim() === '' ? 'there are spaces before it' : undefined
  if (/\s$/.test(line)) return 'there are spaces after it'
  if (before === undefined) return 'there is no empty line before it'
  if (before !== '' && before.trim() === '') return 'the line before it is not empty: it has spaces'
  if (after !== undefined && after !== '' && after.trim() === '') return 'the line after it is not empty: it has spaces'
  if (before !== '') return 'the line before it is not empty'
  return 'the line after it is not empty'
}
