import type { StateBlock } from 'markdown-it'

const MARK = /^:{3,}\s*(\S?)/
const FENCE = /^(`{3,}|~{3,})/

/** The text of a line, without its indentation. */
export function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

/** The lines of a container: those of its content, and the first one after it. */
export interface ContainerLines {
  readonly end: number
  readonly next: number
}

/**
 * Finds the `:::` that closes a container whose content starts at `from`; containers and code in it may contain further ones.
 * An unclosed container ends with the block around it.
 */
export function containerLines(
  state: StateBlock,
  [from, endLine]: readonly [number, number],
  onLine: (line: number, text: string) => void = () => undefined,
): ContainerLines {
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
    const container = MARK.exec(text)
    if (container?.[1]) depth += 1
    else if (container && depth > 0) depth -= 1
    else if (container) return { end: line, next: line + 1 }
    else if (depth === 0) onLine(line, text)
  }
  return { end: endLine, next: endLine }
}

/** Parses the lines of a container into the tokens of a state. */
export function parseLines(state: StateBlock, start: number, end: number): void {
  const { lineMax, parentType } = state
  state.lineMax = end
  state.md.block.tokenize(state, start, end)
  state.lineMax = lineMax
  state.parentType = parentType
}
