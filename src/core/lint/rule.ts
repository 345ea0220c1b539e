import type { Report } from '../diagnostics/diagnostic.ts'
import type { Element, RenderedDeck, RenderedSlide, PictureSize } from '../model.ts'
import type { SlideText } from './texts-below.ts'
import type { SiteOptions } from '../config/site-options.ts'
import type { CheckCss } from './css/check-css.ts'

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

/** What rules ask about the site and its files, which the core does not read itself. */
export interface Facts {
  readonly options: SiteOptions
  /** The size of a picture, where it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
  /** The length of a file, where it is known. */
  readonly bytesOf: (path: string) => number | undefined
  /** Whether the metadata of a picture say where it was taken. */
  readonly hasLocation: (path: string) => boolean
  readonly checkCss: CheckCss
}
