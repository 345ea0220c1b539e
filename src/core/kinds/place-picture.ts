import { estimateHeight, type TextSizes } from './estimate-height.ts'
import type { FoundKind } from './find-kind.ts'
import { titleOf } from './title-of.ts'
import type { Picture, SlideShape } from './slide-shape.ts'

/** Where the picture of a slide is, and what that leaves for its text. */
export interface Place {
  readonly name: 'square' | 'tall' | 'wide' | undefined
  readonly classes: readonly string[]
  /** Width of the text in pixels, if the picture is beside it. */
  readonly textWidth?: number | undefined
}

// In pixels: the room beside the text, and below it.
const BESIDE = { width: 640, height: 456 }
const BELOW = { width: 1120, height: 490 }
const PAD = 14
const WIDE = 2.3
const TALL = 0.85
// As wide as the slide it is lower than the room of a picture that leads.
const STRIP = 7
// Width of the text beside each.
const TEXT_WIDTH = { big: 448, square: 536, tall: 720 }
const EVEN: TextSizes = { name: 'even', size: 28, deeper: 24, gap: 14, width: 1120, room: 456 }

// A picture that fills the slide: large enough, and of about its proportions, or a photograph that can be cropped.
const FULL = { width: 1100, ratio: 16 / 9, tolerance: 0.04, photo: [1.48, 2.1] }
// Narrower than this, its caption is beside it.
const UPRIGHT = 1.6

/** Where the picture is; `undefined` if the kind of slide has none. */
export function placePicture(kind: FoundKind, shape: SlideShape, hasPhoto: boolean): Place | undefined {
  const [picture] = shape.pictures
  if (!picture) return undefined
  if (kind === 'title') return hasPhoto ? undefined : { name: undefined, classes: ['beside'] }
  if (kind === 'exhibit') return { name: undefined, classes: isBeforeHead(picture, shape) ? ['below'] : [] }
  if (kind === 'picture') return { name: undefined, classes: bleeds(picture) ? ['bleed'] : picture.ratio < UPRIGHT ? ['upright'] : [] }
  return kind === 'figure' ? placeBeside(picture, shape) : undefined
}

function placeBeside(picture: Picture, shape: SlideShape): Place {
  const { parts } = titleOf(shape)
  const text = shape.blocks.filter((block) => !parts.includes(block))
  // It is below its line of text.
  if (!picture.holder) return { name: 'wide', classes: ['inline-picture'] }
  const most = picture.writtenWidth ?? picture.width * 2
  const height = PAD + estimateHeight(text, EVEN)
  const beside = Math.min(most, BESIDE.width, BESIDE.height * picture.ratio)
  const below = Math.min(most, BELOW.width, Math.max(0, BELOW.height - height) * picture.ratio)
  if (picture.ratio > WIDE || below > beside) {
    const isLed = picture.ratio > STRIP || (parts.length === 0 && shape.blocks[0]?.kind === 'picture')
    return { name: 'wide', classes: ['wide', ...(isLed ? ['led'] : [])] }
  }
  if (picture.ratio < TALL) return { name: 'tall', classes: ['tall'], textWidth: TEXT_WIDTH.tall }
  const isBig = estimateHeight(text, EVEN, TEXT_WIDTH.big) <= EVEN.room
  return {
    name: 'square',
    classes: ['square', ...(isBig ? ['big'] : [])],
    textWidth: isBig ? TEXT_WIDTH.big : TEXT_WIDTH.square,
  }
}

function isBeforeHead(picture: Picture, { blocks, head }: SlideShape): boolean {
  const at = blocks.findIndex(({ pictures }) => pictures.includes(picture))
  return head !== undefined && at < blocks.indexOf(head)
}

function bleeds({ ratio, width, writtenWidth, isPhoto }: Picture): boolean {
  if (writtenWidth !== undefined || width < FULL.width) return false
  const [least = 0, most = 0] = FULL.photo
  return Math.abs(ratio / FULL.ratio - 1) < FULL.tolerance || (isPhoto && ratio > least && ratio < most)
}
