import type { Deck, RenderedSlide, Slide } from './model.ts'
import { addFound, nothingFound } from './passes/pass.ts'
import { renderSlide, type SlideContext } from './render-slide.ts'

/** A slide as it was written, and as it is shown. */
export interface ShownSlide {
  readonly slide: Slide
  readonly rendered: RenderedSlide
}

const VISIBILITY = 'data-visibility'

/**
 * Renders the slides that a site publishes, in their columns: all but those with `data-visibility="hidden"`, unless the site shows
 * these, too. What only hidden slides refer to or style is not collected. A deck of hidden slides has one empty slide.
 */
export function renderShown(deck: Deck, showsHidden: boolean, context: SlideContext): readonly (readonly ShownSlide[])[] {
  const columns = deck.columns.map((column, h) =>
    column.flatMap((slide, v) => {
      const rendered = renderUnlessHidden(slide, `${h}-${v}`, showsHidden, context)
      return rendered ? [{ slide, rendered }] : []
    }),
  )
  const shown = columns.filter((column) => column.length > 0)
  if (shown.length > 0) return shown
  const slide = { markdown: '', line: deck.columns[0]?.[0]?.line ?? 1 }
  return [[{ slide, rendered: renderSlide(slide, '0-0', context) }]]
}

function renderUnlessHidden(slide: Slide, position: string, showsHidden: boolean, context: SlideContext): RenderedSlide | undefined {
  const passages = [slide, ...(slide.attached ?? []), ...(slide.notes ? [slide.notes] : [])]
  // Few decks have such a slide; only in these, what a slide adds to its deck is collected apart.
  if (!passages.some(({ markdown }) => markdown.includes(VISIBILITY))) return renderSlide(slide, position, context)
  const found = nothingFound()
  const written: SlideContext['written'] = { css: [], sheets: [], openTags: [] }
  const rendered = renderSlide(slide, position, { ...context, found, written })
  const isHidden = rendered.attributes[VISIBILITY] === 'hidden'
  if (isHidden && !showsHidden) return undefined
  addFound(context.found, found)
  context.written.css.push(...written.css)
  context.written.sheets.push(...written.sheets)
  context.written.openTags.push(...written.openTags)
  if (!isHidden) return rendered
  // reveal.js would remove it.
  const { [VISIBILITY]: _, ...attributes } = rendered.attributes
  return { ...rendered, attributes }
}
