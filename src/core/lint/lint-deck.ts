import type { Report } from '../diagnostics/diagnostic.ts'
import type { RenderedDeck } from '../model.ts'
import type { Facts } from './facts.ts'
import type { RuleContext } from './rule.ts'
import { rules } from './rules.ts'
import { textsBelow } from './texts-below.ts'

/** Reports what is probably not meant in a deck that can be shown all the same. */
export function lintDeck(rendered: RenderedDeck, facts: Facts & { readonly report: Report }): void {
  const texts = new Map(rendered.columns.flat().map((slide) => [slide, textsBelow(slide)]))
  const context: RuleContext = {
    ...facts,
    sourceLines: rendered.deck.source.text.split('\n'),
    textsOf: (slide) => texts.get(slide) ?? [],
  }
  for (const rule of rules) rule(rendered, context)
}
