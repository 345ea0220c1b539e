import type { Report } from '../diagnostics/diagnostic.ts'
import type { LimitedTex } from '../markdown/limit-tex.ts'
import type { Element, OpenDiagram, RenderedSlide } from '../model.ts'
import type { FoundReferences, PassageTree, ReferenceContext } from '../resolve/reference-context.ts'

/** What passes collect. */
export interface Found extends FoundReferences {
  readonly diagrams: OpenDiagram[]
  /** The elements that show a formula or its source. */
  readonly formulas: Element[]
}

/** What passes then add to. */
export function nothingFound(): Found {
  return {
    assets: new Set(),
    pictures: [],
    outside: [],
    addresses: [],
    frameSources: new Set(),
    remote: new Set(),
    diagrams: [],
    formulas: [],
  }
}

/** Adds what passes found on one slide to that of its deck. */
export function addFound(all: Found, found: Found): void {
  for (const kind of ['assets', 'frameSources', 'remote'] as const) for (const one of found[kind]) all[kind].add(one)
  all.pictures.push(...found.pictures)
  all.outside.push(...found.outside)
  all.addresses.push(...found.addresses)
  all.diagrams.push(...found.diagrams)
  all.formulas.push(...found.formulas)
}

export interface PassContext extends ReferenceContext {
  /** Reports each code once per deck: for messages that also apply to everything after them. */
  readonly reportOnce: Report
  /** Missing if the deck has no formula. */
  readonly renderTex?: LimitedTex | undefined
  readonly found: Found
  /** The items of all lists appear one after the other. */
  readonly stepsInLists: boolean
}

/** A passage with the attributes from its `.slide` comments. */
export interface DirectedPassage extends PassageTree {
  readonly attributes: RenderedSlide['attributes']
}

/** Changes the tree of a slide or of its notes in place. */
export type PassagePass = (passage: DirectedPassage, context: PassContext) => void

/** Changes the trees of all slides of a deck in place. */
export type DeckPass = (columns: readonly (readonly RenderedSlide[])[], context: PassContext) => void
