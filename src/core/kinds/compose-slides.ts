import type { RenderedDeck, RenderedSlide } from '../model.ts'
import { backgroundPicture } from '../shared/background.ts'
import { addClass } from '../tree.ts'
import { codeStep } from './code-step.ts'
import { findKind, type FoundKind, KINDS } from './find-kind.ts'
import { findKicker, sectionName } from './find-section.ts'
import { holdPicture } from './hold-picture.ts'
import { markStart } from './mark-start.ts'
import { placePicture, type Place } from './place-picture.ts'
import { readShape } from './read-shape.ts'
import type { Block, SlideShape } from './slide-shape.ts'
import { tableStep } from './table-step.ts'
import { textStep } from './text-step.ts'
import { subtitleOf, titleOf } from './title-of.ts'

interface Placed {
  readonly slide: RenderedSlide
  readonly shape: SlideShape
}

// In characters: longer headings and quotes have smaller letters.
const LONG_HEADING = 62
const LONG_QUOTE = 200
const STEPPED: ReadonlySet<FoundKind> = new Set(['list', 'text', 'figure', 'columns'])

/**
 * Finds what kind of slide each one is, and says so by classes, of which the style sheet of a brand makes layouts: on the slide, and on its first
 * heading, on the people who speak, on bare addresses and on what holds only a picture. Changes the trees; texts stay the same.
 */
export function composeSlides(columns: RenderedDeck['columns']): RenderedDeck['columns'] {
  const placed = columns.map((column) => column.map((slide): Placed => ({ slide, shape: readShape(slide.tree) })))
  const all = placed.flat()
  const [first] = all
  const last = all.findLast(({ shape }) => shape.blocks.length > 0)
  return placed.map((stack) => {
    const section = stack.length > 1 ? sectionName(stack.map(({ shape }) => shape)) : undefined
    return stack.map((each) => {
      const isTop = each === stack[0]
      const hasPhoto = backgroundPicture(each.slide.attributes) !== undefined
      const found = findKind(each.shape, {
        isFirst: each === first,
        isLast: each === last,
        isInStack: stack.length > 1,
        isTopOfStack: stack.length > 1 && isTop,
        hasPhoto,
      })
      return composeSlide(each, { found, section: isTop ? undefined : section, hasPhoto })
    })
  })
}

interface Found {
  readonly found: FoundKind
  readonly section: string | undefined
  readonly hasPhoto: boolean
}

function composeSlide({ slide, shape }: Placed, { found, section, hasPhoto }: Found): RenderedSlide {
  const { attributes } = slide
  const written = (attributes['class'] ?? '').split(/\s+/).filter((name) => name !== '')
  const chosen = KINDS.find((kind) => written.includes(`kind-${kind}`))
  const kind = chosen ?? found
  const place = placePicture(kind, shape, hasPhoto)
  const kicker = findKicker(section, shape, kind)
  const steps = stepsOf(kind, shape, place)
  markParts(shape, kicker && 'repeated' in kicker ? kicker.title : undefined)
  const classes = new Set([
    ...written,
    `kind-${kind}`,
    ...(hasPhoto ? ['photo'] : []),
    ...(place?.classes ?? []),
    ...(isRaised(kind, place) && titleOf(shape).lines === 1 ? ['raised'] : []),
    ...steps,
    ...(kicker && 'repeated' in kicker ? ['has-kicker'] : []),
  ])
  return {
    ...slide,
    attributes: {
      ...attributes,
      class: [...classes].join(' '),
      ...(kicker && 'text' in kicker && attributes['data-section'] === undefined ? { 'data-section': kicker.text } : {}),
    },
  }
}

function stepsOf(kind: FoundKind, shape: SlideShape, place: Place | undefined): readonly string[] {
  if (kind === 'code') return codeStep(shape)
  if (kind === 'table') return tableStep(shape)
  return STEPPED.has(kind) ? textStep(kind, shape, place) : []
}

// The room below a title of one line is for a picture or a drawing.
function isRaised(kind: FoundKind, place: Place | undefined): boolean {
  return place ? place.classes.includes('wide') : kind === 'exhibit'
}

// `title` is below a heading that only repeats the name of the section.
function markParts(shape: SlideShape, title: Block | undefined): void {
  const { blocks, head, pictures, addresses } = shape
  if (title && head?.element) addClass(head.element, 'again')
  const { element: titleElement } = title ?? head ?? {}
  if (titleElement) addClass(titleElement, 'head')
  const subtitle = title || head?.level !== 1 ? undefined : subtitleOf(shape)?.element
  if (subtitle) addClass(subtitle, 'subtitle')
  for (const { element, level, kind, characters, people } of blocks) {
    if (!element) continue
    if ((level > 0 && characters > LONG_HEADING) || (kind === 'quote' && characters >= LONG_QUOTE)) addClass(element, 'long')
    if (!people) continue
    addClass(element, 'people')
    markStart(element, people.role, 'role')
  }
  if (pictures.length === 1) for (const picture of pictures) holdPicture(picture)
  for (const { link, scheme } of addresses) {
    addClass(link, 'bare')
    markStart(link, scheme, 'scheme')
  }
}
