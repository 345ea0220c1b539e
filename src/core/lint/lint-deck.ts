import type { RenderedDeck } from '../model.ts'
import type { RuleContext } from './rule.ts'
import { rules } from './rules.ts'

/** Reports what is probably not meant in a deck that can be shown all the same. */
export function lintDeck(rendered: RenderedDeck, facts: Omit<RuleContext, 'sourceLines'>): void {
  const context = { ...facts, sourceLines: rendered.deck.source.text.split('\n') }
  for (const rule of rules) rule(rendered, context)
}
