import type { RevealApi } from 'reveal.js'
import type { Mark } from './messages.ts'
import { positionOf } from './deck-state.ts'

const SVG = 'http://www.w3.org/2000/svg'
// A point that is no longer moved, as when a window was closed, disappears after this time.
const GLOW = 4000
// With more points, drawing is slower than the hand.
const MOST_POINTS = 20_000

export interface Ink {
  readonly show: (mark: Mark) => void
  /** Where a pointer is on the slide. */
  readonly pointAt: (event: PointerEvent) => { readonly x: number; readonly y: number }
  readonly middle: { readonly x: number; readonly y: number }
  readonly isKept: () => boolean
}

/** A layer over the slides for a red point and for strokes. The strokes of a slide are erased when it is left, unless they are kept. */
export function openInk(deck: RevealApi): Ink {
  const { width, height } = deck.getComputedSlideSize()
  const sheet = document.createElementNS(SVG, 'svg')
  sheet.setAttribute('class', 'stage-ink')
  sheet.setAttribute('viewBox', `0 0 ${width} ${height}`)
  sheet.setAttribute('aria-hidden', 'true')
  const point = document.createElementNS(SVG, 'circle')
  point.setAttribute('r', String(width / 110))
  sheet.append(point)
  const slides = deck.getSlidesElement() as HTMLElement
  slides.append(sheet)

  let isKept = false
  let here = nameOfSlide(deck)
  let stroke: SVGPolylineElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const strokes = new Map<string, SVGPolylineElement[]>()

  const forget = (slide: string) => {
    for (const line of strokes.get(slide) ?? []) line.remove()
    strokes.delete(slide)
    stroke = undefined
  }
  const draw = ({ x, y, begins }: Extract<Mark, { type: 'draw' }>) => {
    if (begins || !stroke) {
      stroke = document.createElementNS(SVG, 'polyline')
      strokes.set(here, [...(strokes.get(here) ?? []), stroke])
      sheet.prepend(stroke)
      // Two equal points, so that a dot is drawn.
      append(sheet, stroke, x, y)
    }
    if (stroke.points.numberOfItems < MOST_POINTS) append(sheet, stroke, x, y)
  }
  deck.on('slidechanged', () => {
    if (!isKept) forget(here)
    here = nameOfSlide(deck)
    stroke = undefined
    for (const [slide, lines] of strokes) for (const line of lines) line.toggleAttribute('hidden', slide !== here)
  })
  return {
    show(mark) {
      if (mark.type === 'draw') draw(mark)
      if (mark.type === 'erase') forget(here)
      if (mark.type === 'keep') isKept = mark.on
      if (mark.type !== 'point' && mark.type !== 'lift') return
      clearTimeout(timer)
      point.classList.toggle('shown', mark.type === 'point')
      if (mark.type === 'lift') return
      point.setAttribute('cx', String(mark.x))
      point.setAttribute('cy', String(mark.y))
      timer = setTimeout(() => point.classList.remove('shown'), GLOW)
    },
    pointAt({ clientX, clientY }) {
      const box = sheet.getBoundingClientRect()
      const along = (at: number, length: number, size: number) => Math.round((at / length) * size * 10) / 10
      return { x: along(clientX - box.left, box.width, width), y: along(clientY - box.top, box.height, height) }
    },
    middle: { x: width / 2, y: height / 2 },
    isKept: () => isKept,
  }
}

function append(sheet: SVGSVGElement, line: SVGPolylineElement, x: number, y: number): void {
  const point = sheet.createSVGPoint()
  Object.assign(point, { x, y })
  line.points.appendItem(point)
}

function nameOfSlide(deck: RevealApi): string {
  const { h, v } = positionOf(deck)
  return `${h}/${v}`
}
