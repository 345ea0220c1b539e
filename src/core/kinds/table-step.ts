import type { Element } from '../model.ts'
import { elementsBelow, textOf } from '../tree.ts'
import { CHARACTER, estimateHeight, LINE_HEIGHT, type TextSizes } from './estimate-height.ts'
import type { SlideShape } from './slide-shape.ts'
import { titleOf } from './title-of.ts'

interface TableSizes {
  readonly size: number
  /** Above and below the text of a cell, and between columns. */
  readonly padding: number
  readonly between: number
  /** How high the table and the text beside it may be. */
  readonly room: number
}

const TEXT: TextSizes = { name: 'even', size: 28, deeper: 24, gap: 14, width: 1010, room: 0 }
const WIDTH = 1120
// The gap to what stands above or below.
const BESIDE = 22
const LARGE: TableSizes = { size: 32, padding: 17, between: 96, room: 440 }
const USUAL: TableSizes = { size: 24, padding: 13, between: 56, room: 464 }

/** The classes that say how large the table of a slide is: large where it would be lost on the slide, close where it would not fit. */
export function tableStep(shape: SlideShape): readonly string[] {
  const title = titleOf(shape)
  const [table, more] = shape.rest.filter(({ kind }) => kind === 'table')
  if (!table?.element || more || table.element.tagName !== 'table' || table.pictures.length > 0 || table.hasMedia) return []
  const others = shape.blocks.filter((block) => block !== table && !title.parts.includes(block))
  const above = estimateHeight(others, TEXT) + others.length * BESIDE
  const { rows, columns } = measure(table.element)
  const widthIn = ({ size, between }: TableSizes) =>
    columns.reduce((sum, characters) => sum + characters * size * CHARACTER, (columns.length - 1) * between)
  const isLowIn = ({ size, padding, room }: TableSizes) => above + rows * (size * LINE_HEIGHT + 2 * padding + 1) <= room
  if (widthIn(LARGE) <= WIDTH && isLowIn(LARGE)) return ['large']
  if (isLowIn(USUAL) || title.lines !== 1) return []
  return ['close', 'raised']
}

// Cells that span others count once: it is an estimate.
function measure(table: Element): { readonly rows: number; readonly columns: readonly number[] } {
  const columns: number[] = []
  let rows = 0
  let column = 0
  for (const element of elementsBelow(table)) {
    if (element.tagName === 'tr') {
      rows += 1
      column = 0
    }
    if (element.tagName !== 'td' && element.tagName !== 'th') continue
    columns[column] = Math.max(columns[column] ?? 0, textOf(element).trim().length)
    column += 1
  }
  return { rows, columns }
}
