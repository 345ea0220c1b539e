import { type Edit, type Report, removeLines, replaceAt } from '../diagnostics/diagnostic.ts'
import type { Passage, Slide } from '../model.ts'
import { lastAt } from './find-location.ts'
import { protectedBlocks } from './protected-blocks.ts'

/** The line that starts a block of notes in Pandoc and Quarto: `::: notes` or `::: {.notes}`. */
export const NOTES_BLOCK = /^ {0,3}:{3,}\s*(?:notes|\{\s*\.notes(?:\s[^}]*)?\})\s*(?::+\s*)?$/i

// What HedgeDoc reads, and what authors of other tools write, by which reveal.js's own Markdown plugin also starts notes.
const NOTE = /^note:/i
const START = /^( {0,3}(?:(?:speaker|presenter)(?:[’']?s)?[ -]?)?notes?\s*[:：])\s*/i

/** A slide and its speaker notes: everything after the first line that starts with `Note:` or `Notes:`, outside code and comments. */
export function splitNotes(passage: Passage, file: string, report: Report): Slide {
  const lines = passage.markdown.split('\n')
  const isProtected = protectedLines(lines)
  const startOf = startFinder(lines)
  const starts = lines.flatMap((_line, index) => (startOf(index) !== undefined && !isProtected(index) ? [index] : []))
  const [start, second] = starts
  const onSlide = lines.slice(0, start ?? lines.length)
  reportBlocks({ lines: onSlide, isLast: start === undefined, isProtected }, passage, (line, edits, written) =>
    report('notes-misspelt', { file, line, edits }, written),
  )
  if (start === undefined) return passage
  const mark = startOf(start) ?? ''
  const exact = starts.filter((index) => NOTE.test(lines[index] ?? ''))
  if (exact[0] !== start) {
    const written = mark.trimEnd()
    const edits = exact.length === 0 ? [replaceAt(passage.line + start, 1, [written, 'Note:'])] : undefined
    report('notes-misspelt', { file, line: passage.line + start, edits }, written.trimStart())
  }
  // In notes that HedgeDoc reads too, other spellings are text.
  const again = exact[0] === start ? exact[1] : second
  if (again !== undefined) {
    const edits = [replaceAt(passage.line + again, 1, [startOf(again) ?? '', ''])]
    report('notes-repeated', { file, line: passage.line + again, edits })
  }
  return {
    markdown: onSlide.join('\n'),
    line: passage.line,
    notes: { markdown: [(lines[start] ?? '').slice(mark.length), ...lines.slice(start + 1)].join('\n'), line: passage.line + start },
  }
}

/** Finds what starts notes on a line, with the spaces after it. An indented line starts none in a paragraph or a list. */
function startFinder(lines: readonly string[]): (index: number) => string | undefined {
  // Read at most once for a slide, from the top.
  const inList: boolean[] = []
  const isBelowList = (index: number): boolean => {
    for (let at = inList.length; at <= index; at += 1) {
      const above = lines[at - 1] ?? ''
      inList.push(/^\s*([-*+]|\d{1,9}[.)])\s/.test(above) || (!/^\S/.test(above) && (inList[at - 1] ?? false)))
    }
    return inList[index] ?? false
  }
  return (index) => {
    const line = lines[index] ?? ''
    const mark = START.exec(line)?.[0]
    if (mark === undefined || !line.startsWith(' ')) return mark
    return (lines[index - 1] ?? '').trim() === '' && !isBelowList(index) ? mark : undefined
  }
}

// Lines of code and comments, with the last line of a block, which may contain text before the end of a comment.
function protectedLines(lines: readonly string[]): (index: number) => boolean {
  const blocks = protectedBlocks(lines)
  const starts = blocks.map(({ from }) => from)
  const inPre = new Set<number>()
  let open = -1
  for (const [index, line] of lines.entries()) {
    if (open === -1 && /<pre\b/i.test(line) && !/<\/pre\s*>/i.test(line)) open = index
    else if (open !== -1 && /<\/pre\s*>/i.test(line)) {
      for (let at = open + 1; at <= index; at += 1) inPre.add(at)
      open = -1
    }
  }
  return (index) => inPre.has(index) || index <= (blocks[lastAt(starts, index - 1)]?.to ?? -1)
}

interface SlideLines {
  readonly lines: readonly string[]
  /** Nothing follows on the slide. */
  readonly isLast: boolean
  readonly isProtected: (index: number) => boolean
}

// `::: notes`, which Markdown renders as notes. A block at the end of a slide can be written as "Note:".
function reportBlocks(
  { lines, isLast, isProtected }: SlideLines,
  passage: Passage,
  reportBlock: (line: number, edits: readonly Edit[] | undefined, written: string) => void,
): void {
  const found = lines.flatMap((line, index) => (NOTES_BLOCK.test(line) && !isProtected(index) ? [index] : []))
  for (const from of found) {
    const written = lines[from] ?? ''
    const last = lines.findLastIndex((line) => line.trim() !== '')
    const isWhole = found.length === 1 && isLast && lines.findIndex((line, index) => index > from && /^ {0,3}:{3}/.test(line)) === last
    const edits =
      isWhole && last > from
        ? [replaceAt(passage.line + from, 1, [written, 'Note:']), removeLines(lines, [last, 1], passage.line)]
        : undefined
    reportBlock(passage.line + from, edits, written.trim())
  }
}
