import type { StateBlock } from 'markdown-it'
import type { Extension } from '../extension.ts'

const OPEN = /^(:{3,})\s*columns(?:\s+([1-9](?:\s*[: ]\s*[1-9])*))?\s*$/
const ANY = /^:{3,}\s*(\S?)/
const FENCE = /^(`{3,}|~{3,})/
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

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

// The lines of each column. An unclosed container ends with the block around it.
function findParts(state: StateBlock, from: number, endLine: number): { parts: Part[]; next: number } {
  const parts: Part[] = []
  let start = from
  let depth = 0
  let fence = ''
  for (let line = from; line < endLine; line++) {
    const text = lineOf(state, line)
    const mark = FENCE.exec(text)?.[1] ?? ''
    if (fence !== '') {
      if (mark.startsWith(fence) && text.trim() === mark) fence = ''
      continue
    }
    fence = mark
    const container = ANY.exec(text)
    if (container?.[1]) depth += 1
    else if (container && depth > 0) depth -= 1
    else if (container) return { parts: [...parts, { start, end: line }], next: line + 1 }
    else if (depth === 0 && BETWEEN.test(text)) {
      parts.push({ start, end: line })
      start = line + 1
    }
  }
  return { parts: [...parts, { start, end: endLine }], next: endLine }
}

function addPart(state: StateBlock, { start, end }: Part): void {
  state.push('column_open', 'div', 1).block = true
  const { lineMax, parentType } = state
  state.lineMax = end
  state.md.block.tokenize(state, start, end)
  state.lineMax = lineMax
  state.parentType = parentType
  state.push('column_close', 'div', -1).block = true
}
