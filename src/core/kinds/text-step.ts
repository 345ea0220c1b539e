import { estimateHeight, linesOf, type TextSizes } from './estimate-height.ts'
import type { FoundKind } from './find-kind.ts'
import type { Place } from './place-picture.ts'
import { titleOf } from './title-of.ts'
import type { Block, SlideShape } from './slide-shape.ts'

/** From large to small: a slide gets the first in which its text fits. */
export const STEPS: readonly TextSizes[] = [
  { name: 'roomy', size: 34, deeper: 28, gap: 24, width: 1010, room: 330 },
  { name: 'even', size: 28, deeper: 24, gap: 14, width: 1010, room: 464 },
  { name: 'dense', size: 26, deeper: 23, gap: 10, width: 1120, room: 464 },
  { name: 'packed', size: 23, deeper: 21, gap: 7, width: 1120, room: 464 },
]
// The second line of a title that has only one.
const SECOND_LINE = 40
// Of text in the step after the first.
const NEXT_SIZE = 28
// The zone of titles, on a slide without one.
const TITLE_ROOM = 96
// Below text with a picture under it.
const ABOVE_PICTURE = 250

// Items that are names.
const LONGEST_NAME = 24
const NAMES = 9
const PAIRS = 7
// Items from which a list that is too long is divided.
const DIVIDED = 4

/** The classes that say how large the text of a slide is. */
export function textStep(kind: FoundKind, shape: SlideShape, place: Place | undefined): readonly string[] {
  const { rest } = shape
  const title = titleOf(shape)
  const isRaisable = title.lines < 2
  const raised = isRaisable && title.lines > 0 ? ['raised'] : []
  const below = place?.name === 'wide' ? ABOVE_PICTURE : undefined
  const text = laterHeadings(shape)
  const list = onlyList(rest)
  if (kind === 'list' && list) {
    const names = namesStep(list)
    if (names) return ['even', names]
  }
  const fits = ({ name, room }: TextSizes, height: number) => {
    if (below !== undefined) return height <= below + (isSmall(name) && isRaisable ? SECOND_LINE : 0)
    return height <= room + (title.lines === 0 ? TITLE_ROOM : isSmall(name) && isRaisable ? SECOND_LINE : 0)
  }
  const step = STEPS.find((sizes) => {
    if (sizes.name === 'roomy' && ((kind !== 'list' && kind !== 'text') || breaksLines(text, sizes))) return false
    return fits(sizes, estimateHeight(text, sizes, place?.textWidth ?? columnWidth(kind, sizes, rest)))
  })
  if (!step) {
    const isSplit = kind === 'list' && list !== undefined && itemsOf(list).length >= DIVIDED
    return ['packed', ...(isSplit ? ['split'] : []), ...raised]
  }
  return [step.name, ...(isSmall(step.name) || below !== undefined ? raised : [])]
}

// Where authors broke a text into lines, each stays whole.
function breaksLines(blocks: readonly Block[], { size, width }: TextSizes): boolean {
  return blocks.some(({ lines }) =>
    lines.some(({ characters, depth, start }, at) => {
      const isBroken = start === 'break' || lines[at + 1]?.start === 'break'
      return isBroken && depth === 0 && linesOf(characters, size, width) > 1 && linesOf(characters, NEXT_SIZE, width) === 1
    }),
  )
}

function isSmall(name: TextSizes['name']): boolean {
  return name === 'dense' || name === 'packed'
}

// Columns are beside one another: as if their text had one column of their common width.
function columnWidth(kind: FoundKind, { width }: TextSizes, rest: readonly Block[]): number {
  return kind === 'columns' && rest.length > 0 ? width - 100 : width
}

/** What stands below the title: the rest, and the headings after it. */
function laterHeadings({ blocks, ...shape }: SlideShape & { readonly blocks: readonly Block[] }): readonly Block[] {
  const { parts } = titleOf({ blocks, ...shape })
  return blocks.filter((block) => !parts.includes(block) && block.kind !== 'picture')
}

function onlyList(rest: readonly Block[]): Block | undefined {
  const lists = rest.filter(({ kind }) => kind === 'list')
  return lists.length === 1 ? lists[0] : undefined
}

function itemsOf({ lines }: Block): Block['lines'] {
  return lines.filter(({ depth, start }) => depth === 0 && (start === 'item' || start === 'first'))
}

function namesStep(list: Block): 'names' | 'pairs' | undefined {
  const areNames = list.lines.every(({ depth, characters, start }) => depth === 0 && start !== 'break' && characters <= LONGEST_NAME)
  if (!areNames || list.lines.length < PAIRS) return undefined
  return list.lines.length < NAMES ? 'pairs' : 'names'
}
