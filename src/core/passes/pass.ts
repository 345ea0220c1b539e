import type { Report } from '../diagnostics/diagnostic.ts'
import type { LimitedTex } from '../markdown/limit-tex.ts'
import type { Element, OpenDiagram, RenderedSlide } from '../model.ts'
import type { FoundReferences, PassageTree, ReferenceContext } from '../resolve/reference-context.ts'

/** What passes find in a deck besides what they change. */
export interface Found extends FoundReferences {
  readonly diagrams: OpenDiagram[]
  /** The elements that show a formula or its source. */
  readonly formulas: Element[]
}

export interface PassContext extends ReferenceContext {
  /** Reports each code once for a deck: for messages that concern all that follows. */
  readonly reportOnce: Report
  /** Missing where the deck has no formula. */
  readonly renderTex?: LimitedTex | undefined
  readonly found: Found
}

/** A passage with the attributes that its `.slide` comments give to the slide. */
export interface DirectedPassage extends PassageTree {
  readonly attributes: RenderedSlide['attributes']
}

/** Changes the tree of a slide or of its notes in place. */
export type PassagePass = (passage: DirectedPassage, context: PassContext) => void

/** Changes the trees of the slides of a deck in place: for what must know all of them. */
export type DeckPass = (columns: readonly (readonly RenderedSlide[])[], context: PassContext) => void
