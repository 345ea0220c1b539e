import type { Report } from '../diagnostics/diagnostic.ts'
import { elementsBelow } from '../tree.ts'
import type { RenderedDeck, RenderedSlide, Tree } from '../model.ts'
import type { Facts, RuleContext } from './rule.ts'
import { rules } from './rules.ts'
import { textsBelow } from './texts-below.ts'

/** Applies all rules to a deck: reports what is probably a mistake. */
export function lintDeck(rendered: RenderedDeck, facts: Facts & { readonly report: Report }): void {
  const slides = rendered.columns.flat()
  // Collected once for all rules: formulas alone can have a hundred thousand elements.
  const ofSlides = <T>(find: (slide: RenderedSlide) => readonly T[]) => {
    const found = new Map(slides.map((slide) => [slide, find(slide)]))
    return (slide: RenderedSlide) => found.get(slide) ?? []
  }
  const written = ({ lines }: RenderedSlide, tree: Tree | undefined) =>
    tree ? elementsBelow(tree).filter((element) => lines.has(element)) : []
  const context: RuleContext = {
    ...facts,
    sourceLines: rendered.deck.source.text.split('\n'),
    elementsOf: ofSlides((slide) => written(slide, slide.tree)),
    noteElementsOf: ofSlides((slide) => written(slide, slide.notes)),
    textsOf: ofSlides(textsBelow),
  }
  for (const rule of rules) rule(rendered, context)
}
