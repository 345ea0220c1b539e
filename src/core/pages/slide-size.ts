import type { DeckOptions } from '../config/deck-options.ts'

/** The size of a deck's slides as custom properties, which our style sheets read. */
export function slideSize(reveal: DeckOptions['reveal']): string {
  const numbers = {
    width: reveal.width ?? 960,
    height: reveal.height ?? 700,
    margin: reveal.margin,
    'min-scale': reveal.minScale,
    'max-scale': reveal.maxScale,
  }
  return Object.entries(numbers)
    .flatMap(([name, value]) => (typeof value === 'number' ? [`--slide-${name}:${value}`] : []))
    .join(';')
}
