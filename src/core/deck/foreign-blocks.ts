import createMarkdownIt from 'markdown-it'
import type { AttachedPassage, Slide } from '../model.ts'
import type { ForeignBody } from './dialect.ts'

/** A heading or a rule outside lists, quotes and code; 0-based line. */
export interface Mark {
  readonly line: number
  /** Level of a heading; 0 for a rule. */
  readonly level: number
}

/** The headings and rules of a text by the rules of CommonMark, and which of its lines are code. */
export interface Blocks {
  readonly marks: readonly Mark[]
  readonly isCode: (line: number) => boolean
}

/** Finds the blocks of a text that make slides in tools that split at rules or headings. */
export function findBlocks(lines: readonly string[]): Blocks {
  const md = createMarkdownIt({ html: true })
  md.core.ruler.enableOnly(['normalize', 'block'])
  const code = new Set<number>()
  const marks: Mark[] = []
  for (const { type, level, map, tag } of md.parse(lines.join('\n'), {})) {
    const [from, to] = map ?? [0, 0]
    if (type === 'fence' || type === 'code_block') for (let line = from; line < to; line += 1) code.add(line)
    if (level === 0 && type === 'hr') marks.push({ line: from, level: 0 })
    if (level === 0 && type === 'heading_open') marks.push({ line: from, level: Number(tag.slice(1)) })
  }
  return { marks, isCode: (line) => code.has(line) }
}

/** The lines of a slide that is being translated; they may be changed, but not their number. */
export interface ForeignSlide {
  readonly lines: string[]
  /** 1-based line of the file. */
  readonly firstLine: number
  readonly isCode: (index: number) => boolean
}

/** Cuts a text at marks; a rule is dropped, a heading starts its slide. Nothing before a first heading is no slide. */
export function cutAt(
  { lines, firstLine }: Pick<ForeignBody, 'lines' | 'firstLine'>,
  marks: readonly Mark[],
  { isCode }: Blocks,
): ForeignSlide[] {
  const slides: ForeignSlide[] = []
  let start = 0
  const add = (end: number, isForced: boolean) => {
    const from = start
    const part = lines.slice(from, end)
    if (isForced || part.some((line) => line.trim() !== ''))
      slides.push({ lines: part, firstLine: firstLine + from, isCode: (index) => isCode(from + index) })
  }
  for (const { line, level } of marks) {
    add(line, level === 0)
    start = level === 0 ? line + 1 : line
  }
  add(lines.length, slides.length === 0 || marks.at(-1)?.level === 0)
  return slides
}

/** A comment of a slide; 0-based lines, both included. */
export interface FoundComment {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Calls `take` for each comment outside code; if it returns a text, this replaces the comment, with as many lines. */
export function replaceComments({ lines, isCode }: ForeignSlide, take: (comment: FoundComment) => string | undefined): void {
  for (let from = 0; from < lines.length; from += 1) {
    let searched = 0
    for (;;) {
      const open = (lines[from] ?? '').indexOf('<!--', searched)
      if (open === -1 || isCode(from) || isInCode(lines[from] ?? '', open)) break
      let to = from
      let close = (lines[to] ?? '').indexOf('-->', open + 4)
      while (close === -1 && to + 1 < lines.length) {
        to += 1
        close = (lines[to] ?? '').indexOf('-->')
      }
      if (close === -1) return
      const inside =
        from === to
          ? (lines[from] ?? '').slice(open + 4, close)
          : [(lines[from] ?? '').slice(open + 4), ...lines.slice(from + 1, to), (lines[to] ?? '').slice(0, close)].join('\n')
      const text = take({ text: inside, from, to })
      searched = open + 4
      if (text === undefined) {
        if (to > from) break
        continue
      }
      const after = (lines[to] ?? '').slice(close + 3)
      const rest = from === to ? after : ''
      lines[from] = `${(lines[from] ?? '').slice(0, open)}${text}${rest}`
      for (let line = from + 1; line <= to; line += 1) lines[line] = line === to ? after : ''
      searched = open + text.length
    }
  }
}

// Whether a position is inside backquotes.
function isInCode(line: string, index: number): boolean {
  return line.slice(0, index).split('`').length % 2 === 0 && line.indexOf('`', index) !== -1
}

/** Notes of a slide from comments. */
export function notesFrom(comments: readonly FoundComment[], firstLine: number): Slide['notes'] {
  const [first] = comments
  return first && { markdown: comments.map(({ text }) => text.trim()).join('\n\n'), line: firstLine + first.from }
}

/** Text at an edge of a slide, as other tools have it on each one. `line` is that of the text. */
export function edgeText(edge: 'header' | 'footer' | 'page', text: string, line: number): AttachedPassage {
  const position = edge === 'header' ? 'before' : 'after'
  return { markdown: `<div class="hedgerow-${edge}">\n\n${text.replace(/\s+/g, ' ')}\n\n</div>`, line: line - 2, position }
}

/** The class of a slide to which its style blocks are confined, if it has one. */
export function styleClassOf({ lines, isCode, firstLine }: ForeignSlide): string | undefined {
  return lines.some((line, index) => !isCode(index) && /<style\b/i.test(line)) ? `hedgerow-slide-${firstLine}` : undefined
}

/** A `.slide` comment with attributes; values are what the author wrote, and are checked when it is read. */
export function slideComment(attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value.replaceAll('"', '').replace(/--+/g, '').replace(/\s+/g, ' ')}"`],
  )
  return written.length === 0 ? '' : `<!-- .slide: ${written.join(' ')} -->`
}
