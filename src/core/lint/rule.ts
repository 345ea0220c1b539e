import type { Report } from '../diagnostics/diagnostic.ts'
import type { Facts } from './facts.ts'
import type { RenderedDeck, RenderedSlide } from '../model.ts'
import type { SlideText } from './texts-below.ts'

/** Looks at a deck in HTML and in its source, changes neither, and reports what its author would want to know. */
export type Rule = (rendered: RenderedDeck, context: RuleContext) => void

export interface RuleContext extends Facts {
  readonly report: Report
  /** The source of the deck, line by line. */
  readonly sourceLines: readonly string[]
  /** The prose of a slide and its notes. */
  readonly textsOf: (slide: RenderedSlide) => readonly SlideText[]
}
