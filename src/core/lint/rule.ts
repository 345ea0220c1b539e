import type { Report } from '../diagnostics/diagnostic.ts'
import type { Element, RenderedDeck, RenderedSlide, PictureDefect, PictureSize } from '../model.ts'
import type { SlideText } from './texts-below.ts'
import type { SiteOptions } from '../config/site-options.ts'
import type { CheckCss } from './css/check-css.ts'

/** Checks a rendered deck and its source without changing them, and reports likely mistakes. */
export type Rule = (rendered: RenderedDeck, context: RuleContext) => void

export interface RuleContext extends Facts {
  readonly report: Report
  /** The source of the deck, line by line. */
  readonly sourceLines: readonly string[]
  /** The elements of a slide that its author wrote, without its notes; not those of formulas or lists of slides. */
  readonly elementsOf: (slide: RenderedSlide) => readonly Element[]
  /** Those of its notes. */
  readonly noteElementsOf: (slide: RenderedSlide) => readonly Element[]
  /** The prose of a slide and its notes. */
  readonly textsOf: (slide: RenderedSlide) => readonly SlideText[]
}

/** What rules need to know about the site and its files, which the core does not read. */
export interface Facts {
  readonly options: SiteOptions
  /** The size of an image in pixels, if it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
  /** The size of a file in bytes, if it is known. */
  readonly bytesOf: (path: string) => number | undefined
  /** Whether builds make smaller copies of an image, which pages show. */
  readonly isMadeSmaller: (path: string) => boolean
  /** Why no browser can show an image, if that is known. */
  readonly defectOf: (path: string) => PictureDefect | undefined
  /** Whether the metadata of an image contain the location where it was taken. */
  readonly hasLocation: (path: string) => boolean
  readonly checkCss: CheckCss
}
