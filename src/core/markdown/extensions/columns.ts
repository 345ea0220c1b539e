import type { StateBlock } from 'markdown-it'
import { containerLines, lineOf, parseLines } from '../container-lines.ts'
import type { Extension } from '../extension.ts'

/** The name of the container of columns. */
export const COLUMNS = 'columns'

const OPEN = /^(:{3,})\s*columns(?:\s+([1-9](?:\s*[: ]\s*[1-9])*))?\s*$/
const BETWEEN = /^\+{3,}\s*$/

interface Part {
  readonly start: number
  readonly end: number
}

/**
 * `:::columns` to `:::`: parts side by side, with `+++` between them. `:::columns 2:1` makes the first twice as wide.
 * Other containers and code may be inside.
 */
export const columns: Extension = (md) => {
  md.block.ruler.before(
    'fence',
    'columns',
    (state, startLine, endLine, silent) => {
      const found = OPEN.exec(lineOf(state, startLine))
      if (!found || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      if (silent) return true
      const { parts, next } = findParts(state, startLine + 1, endLine)
      const open = state.push('columns_open', 'div', 1)
      open.block = true
      open.map = [startLine, next]
      open.attrs = [
        ['class', 'columns'],
        ['data-columns', String(parts.length)],
      ]
      const widths = found[2]?.split(/[\s:]+/)
      if (widths) open.attrSet('style', `grid-template-columns:${widths.map((width) => `${width}fr`).join(' ')}`)
      for (const part of parts) addPart(state, part)
      state.push('columns_close', 'div', -1).block = true
      state.line = next
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

// The lines of each column.
function findParts(state: StateBlock, from: number, endLine: number): { parts: Part[]; next: number } {
  const parts: Part[] = []
  let start = from
  const { end, next } = containerLines(state, [from, endLine], (line, text) => {
    if (!BETWEEN.test(text)) return
    parts.push({ start, end: line })
    start = line + 1
  })
  return { parts: [...parts, { start, end }], next }
}

function addPart(state: StateBlock, { start, end }: Part): void {
  state.push('column_open', 'div', 1).block = true
  parseLines(state, start, end)
  state.push('column_close', 'div', -1).block = true
}
