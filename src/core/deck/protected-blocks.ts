import { withoutCode } from '../shared/without-code.ts'
import { lastAt } from './find-location.ts'

/** A range of lines in which dashes are not separators; 0-based, both ends included. */
export interface ProtectedBlock {
  readonly from: number
  readonly to: number
  readonly kind: 'a code block' | 'a comment' | 'a style block' | 'a formula'
}

/**
 * The closed code fences, comments, style blocks and formulas of a deck.
 * An unclosed one protects nothing: in HedgeDoc it ends with its slide.
 */
export function protectedBlocks(lines: readonly string[]): ProtectedBlock[] {
  const blocks: ProtectedBlock[] = []
  // A block that is never closed below one line is not closed below a later one either.
  const endless = new Set<string>()
  // Above a separator, a block that another one restarts below it is not closed on any line.
  const restarted = new Map<string, number>()
  for (let from = 0; from < lines.length; from += 1) {
    const inside = codeInContainer(lines, from)
    if (inside !== undefined) {
      from = inside
      continue
    }
    const opening = openingOf(lines[from] ?? '')
    if (!opening || endless.has(opening.closing) || from < (restarted.get(opening.closing) ?? -1)) continue
    const to = closingLine(lines, from, opening)
    if (to === 'none') endless.add(opening.closing)
    if (typeof to === 'object') restarted.set(opening.closing, to.separator)
    if (typeof to !== 'number') continue
    blocks.push({ from, to, kind: opening.kind })
    from = to
  }
  return blocks
}

/** The block around a 0-based line, if there is one. */
export type BlockFinder = (line: number) => ProtectedBlock | undefined

/** Finds the block around a 0-based line, excluding the first and last line of the block. Blocks are sorted and do not overlap. */
export function blockFinder(blocks: readonly ProtectedBlock[]): BlockFinder {
  const starts = blocks.map(({ from }) => from)
  return (line) => {
    const block = blocks[lastAt(starts, line - 1)]
    return block && line < block.to ? block : undefined
  }
}

// Markers of quotes and list items, followed by a fence.
const FENCE_IN_CONTAINER = /^((?:\s*(?:>|[-*+]|\d{1,9}[.)])(?:\s|$|(?=>)))*\s*)(`{3,}|~{3,})/

/**
 * The last line of a code block that starts on a line inside a quote or list. It ends with the quote or list, which cannot contain a
 * separator; but nothing in it opens a block, and its closing fence is not an opening one. `undefined` if no code block starts there.
 */
function codeInContainer(lines: readonly string[], from: number): number | undefined {
  const [, before = '', mark = ''] = FENCE_IN_CONTAINER.exec(lines[from] ?? '') ?? []
  if (mark === '' || /^ {0,3}$/.test(before)) return undefined
  const isQuote = before.includes('>')
  const closing = new RegExp(`^[\\s>]*\\${mark[0]}{${mark.length},}\\s*$`)
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (closing.test(line) && (isQuote || /^\s*/.exec(line)?.[0] !== '' || before.trim() === '')) return at
    const isInside = isQuote ? /^\s*>/.test(line) || /^\s{2,}\S/.test(line) : line.trim() === '' || /^\s/.test(line)
    if (!isInside) return at - 1
  }
  return lines.length - 1
}

interface Opening {
  readonly kind: ProtectedBlock['kind']
  /** Identifies what closes it: blocks with the same key close alike. */
  readonly closing: string
  readonly closes: (line: string) => boolean
  /** Lines that open another block of its kind, which shows that this one was never closed. */
  readonly restarts?: (line: string) => boolean
}

function openingOf(line: string): Opening | undefined {
  // The text after "Note:" is parsed separately.
  const fence = /^(?:notes?:)? {0,3}(`{3,}|~{3,})(.*)$/i.exec(line)
  if (fence) {
    const mark = fence[1] ?? ''
    const character = mark[0] ?? ''
    if (character === '`' && (fence[2] ?? '').includes('`')) return undefined
    const run = new RegExp(`^ {0,3}\\${character}{${mark.length},}\\s*$`)
    const other = new RegExp(`^ {0,3}\\${character}{${mark.length},}\\s*[\\w{=!]`)
    return { kind: 'a code block', closing: mark, closes: (text) => run.test(text), restarts: (text) => other.test(text) }
  }
  const comment = unclosed(line, '<!--', '-->')
  if (comment) return { kind: 'a comment', closing: '-->', closes: (text) => text.includes('-->') }
  if (/^\s{0,3}<style\b/i.test(line) && !/<\/style/i.test(line))
    return { kind: 'a style block', closing: '</style>', closes: (text) => /<\/style/i.test(text) }
  if (/^\s*\$\$\s*$/.test(line)) return { kind: 'a formula', closing: '$$', closes: (text) => text.includes('$$') }
  const environment = /^\s*\\begin\{(\w+\*?)\}/.exec(line)?.[1]
  const end = `\\end{${environment}}`
  if (environment !== undefined && !line.includes(end)) return { kind: 'a formula', closing: end, closes: (text) => text.includes(end) }
  return undefined
}

// Whether a comment opens on a line, outside inline code, and is not closed on it.
function unclosed(line: string, open: string, close: string): boolean {
  if (!line.includes(open)) return false
  const text = withoutCode(line)
  const start = text.lastIndexOf(open)
  return start !== -1 && !text.includes(close, start + open.length)
}

// The line that closes a block, or the first separator in it if a block below that starts before this one is closed.
function closingLine(lines: readonly string[], from: number, opening: Opening): number | 'none' | { readonly separator: number } {
  let separator = -1
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (opening.closes(line)) return at
    if (separator === -1 && (line === '---' || line === '----')) separator = at
    if (separator !== -1 && opening.restarts?.(line)) return { separator }
  }
  return 'none'
}
