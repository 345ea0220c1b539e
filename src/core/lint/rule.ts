import type { Report } from '../diagnostics/diagnostic.ts'
import type { Facts } from './facts.ts'
import type { Element, RenderedDeck, RenderedSlide } from '../model.ts'
import type { SlideText } from './texts-below.ts'

/** Looks at a deck in HTML and in its source, changes neither, and reports what its author would want to know. */
export type Rule = (rendered: RenderedDeck, context: RuleContext) => void

export interface RuleContext extends Facts {
  readonly report: Report
  /** The source of the deck, line by line. */
  readonly sourceLines: readonly string[]
  /** The elements of a slide that its author wrote, without its notes; not what was made of a formula or a list of slides. */
  readonly elementsOf: (slide: RenderedSlide) => readonly Element[]
  /** Those of its notes. */
  readonly noteElementsOf: (slide: RenderedSlide) => readonly Element[]
  /** The prose of a slide and its notes. */
  readonly textsOf: (slide: RenderedSlide) => readonly SlideText[]
}
