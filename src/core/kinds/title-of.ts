import type { Block, SlideShape } from './slide-shape.ts'

/** What stands in the zone of the title. */
export interface SlideTitle {
  /** The heading, and one directly below it that is the only one of its level. */
  readonly parts: readonly Block[]
  /** How many lines they take, about: 0 to 2. */
  readonly lines: 0 | 1 | 2
}

// In characters: as much as a line of the title holds.
const ONE_LINE = 56

/** The title of a slide. */
export function titleOf({ blocks, head, headings }: Pick<SlideShape, 'blocks' | 'head' | 'headings'>): SlideTitle {
  if (!head) return { parts: [], lines: 0 }
  const subtitle = subtitleOf({ blocks, head, headings })
  if (subtitle) return { parts: [head, subtitle], lines: 2 }
  return { parts: [head], lines: head.characters > ONE_LINE ? 2 : 1 }
}

/** The heading directly below the first one, if no other has its level. */
export function subtitleOf({ blocks, head, headings }: Pick<SlideShape, 'blocks' | 'head' | 'headings'>): Block | undefined {
  const next = head && blocks[blocks.indexOf(head) + 1]
  if (!next || next.level === 0 || next.level > 3) return undefined
  return headings.filter((heading) => heading !== head && heading.level === next.level).length === 1 ? next : undefined
}
