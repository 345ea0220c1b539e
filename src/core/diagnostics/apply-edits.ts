import type { Diagnostic, Edit } from './diagnostic.ts'

/** A fixed text, and the messages whose edits were applied. */
export interface AppliedEdits {
  readonly text: string
  readonly fixed: readonly Diagnostic[]
}

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Applies the edits of messages to the text of their file, and keeps its line ends. The edits of a message are skipped if they
 * overlap those of another, or if the text has changed.
 */
export function applyEdits(text: string, diagnostics: readonly Diagnostic[]): AppliedEdits {
  const lines = linesOf(text)
  const made: Change[] = []
  const taken = takenRanges(text.length)
  const fixed: Diagnostic[] = []
  for (const diagnostic of diagnostics) {
    const changes = (diagnostic.edits ?? []).map((edit) => changeOf(edit, text, lines))
    const wanted = changes.filter((change) => change !== undefined)
    if (wanted.length === 0 || wanted.length < changes.length || !wanted.every(taken.isFree)) continue
    for (const change of wanted) {
      made.push(change)
      taken.take(change)
    }
    fixed.push(diagnostic)
  }
  let result = ''
  let at = 0
  // Insertions come before replacements at the same index.
  for (const change of made.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, change.start) + change.text
    at = change.end
  }
  return { text: result + text.slice(at), fixed }
}

type Range = Omit<Change, 'text'>

// Marks each character by its change, so that the cost of a change is its length, however many there are. An insertion between two
// characters of one change overlaps it as well.
function takenRanges(length: number): { readonly isFree: (range: Range) => boolean; readonly take: (range: Range) => void } {
  const changes = new Int32Array(length + 1)
  const insertions = new Set<number>()
  let count = 0
  return {
    isFree({ start, end }) {
      if (start === end) return start === 0 || changes[start] === 0 || changes[start] !== changes[start - 1]
      for (let at = start; at < end; at += 1) if (changes[at] !== 0 || (at > start && insertions.has(at))) return false
      return true
    },
    take({ start, end }) {
      count += 1
      changes.fill(count, start, end)
      if (start === end) insertions.add(start)
    },
  }
}

interface Line {
  readonly start: number
  readonly end: string
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const found of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: found[0] })
    start = found.index + found[0].length
  }
  return [...lines, { start, end: lines.at(-1)?.end ?? '\n' }]
}

function changeOf({ line, column, was, text: next }: Edit, text: string, lines: readonly Line[]): Change | undefined {
  const expected = was.split('\n')
  const [first, last] = [lines[line - 1], lines[line + expected.length - 2]]
  if (!first || !last) return undefined
  const start = first.start + column - 1
  const end = (expected.length === 1 ? start : last.start) + (expected.at(-1) ?? '').length
  if (text.slice(start, end).replace(/\r\n?/g, '\n') !== was) return undefined
  return { start, end, text: next.replaceAll('\n', first.end) }
}
