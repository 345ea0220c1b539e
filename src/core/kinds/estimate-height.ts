import type { Block, Line } from './slide-shape.ts'

/** The sizes of text in one step, in pixels of the canvas. */
export interface TextSizes {
  readonly name: 'roomy' | 'even' | 'dense' | 'packed'
  /** Of text and the first level of lists, and of deeper levels. */
  readonly size: number
  readonly deeper: number
  /** Between the items of the first level. */
  readonly gap: number
  /** Of a line. */
  readonly width: number
  /** The text may be as high where nothing else is on the slide. */
  readonly room: number
}

/** Of the typeface: a character is about half as wide as the text is high. */
export const CHARACTER = 0.5
/** Of a line, in heights of its text. */
export const LINE_HEIGHT = 1.36
const INDENT = 28
const DEEPER_GAP = 4
const PARAGRAPH_GAP = 0.6
// What later headings take, and the frames of boxes and the like, or what has no text.
const HEADING = 62
const FRAME = 40
const OTHER = 80

/** How high blocks are in these sizes, in pixels; `width` is for text beside a picture. */
export function estimateHeight(blocks: readonly Block[], sizes: TextSizes, width = sizes.width): number {
  return blocks.reduce((height, block) => height + blockHeight(block, sizes, width), 0)
}

/** How many lines a text takes. */
export function linesOf(characters: number, size: number, width: number): number {
  return Math.max(1, Math.ceil((characters * size * CHARACTER) / width))
}

function blockHeight({ kind, lines, characters }: Block, sizes: TextSizes, width: number): number {
  if (kind === 'heading') return HEADING
  if (kind === 'picture') return 0
  if (characters === 0) return OTHER
  const text = lines.reduce((height, line) => height + lineHeight(line, sizes, width), 0)
  return kind === 'other' ? text + FRAME : text
}

function lineHeight({ characters, depth, start }: Line, { size, deeper, gap }: TextSizes, width: number): number {
  const own = depth > 0 ? deeper : size
  const lines = linesOf(characters, own, width - INDENT * depth)
  const text = lines * own * LINE_HEIGHT
  if (start === 'text') return text + own * PARAGRAPH_GAP
  if (start === 'item') return text + (depth > 0 ? DEEPER_GAP : gap)
  return start === 'first' && depth > 0 ? text + DEEPER_GAP : text
}
