import { decodeAddress } from '../../decode-address.ts'
import type { RenderedDeck, RenderedSlide } from '../../model.ts'

/** A slide and its position among those that the deck shows, counted as in the addresses of reveal.js. */
export interface PositionedSlide {
  readonly slide: RenderedSlide
  readonly h: number
  readonly v: number
  /** From 1. */
  readonly number: number
  /** Id of its section on the page that shows the deck as a document. */
  readonly id: string
}

/** The slides of a deck that are not hidden, in their columns. */
export function positionSlides(columns: RenderedDeck['columns']): readonly (readonly PositionedSlide[])[] {
  const shown = columns
    .map((column) => column.filter(({ attributes }) => attributes['data-visibility'] !== 'hidden'))
    .filter((column) => column.length > 0)
  let number = 0
  return shown.map((column, h) => column.map((slide, v) => ({ slide, h, v, number: (number += 1), id: `slide-${h}-${v}` })))
}

/** Maps links within a deck to that page: `#/2/1`, `#/name` and the ids of slides become ids of sections. */
export function sectionLinks(placed: readonly PositionedSlide[]): (fragment: string) => string {
  const ids = new Set(placed.map(({ id }) => id))
  const named = new Map(placed.flatMap(({ slide, id }) => (slide.attributes['id'] === undefined ? [] : [[slide.attributes['id'], id]])))
  return (fragment) => {
    const position = /^#\/(\d+)(?:\/(\d+))?(?:\/\d+)?\/?$/.exec(fragment)
    if (position) {
      const id = `slide-${position[1]}-${position[2] ?? 0}`
      return ids.has(id) ? `#${id}` : fragment
    }
    const name = fragment.replace(/^#\/?/, '')
    return `#${named.get(decodeAddress(name) ?? name) ?? name}`
  }
}
