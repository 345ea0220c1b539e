import { clone, generate, ident, parse } from 'css-tree/dist/csstree.esm'
import type { CssNode, List, Rule } from 'css-tree'
import { cssWholeDeck } from './policy.ts'

/** Whether an author means the whole deck by a selector. */
export const isWholeDeck = (selector: CssNode) => cssWholeDeck.test(generate(selector))

/**
 * Takes the background out of a rule about the whole deck, whose declarations have been cleaned, and returns rules to put before it: one
 * with the background for `filler`, the selector of the element that fills the window, and one for what else the rule says of the whole
 * deck if it is about other elements too.
 */
export function takeBackground(rule: Rule, filler: string): readonly Rule[] {
  if (rule.prelude.type !== 'SelectorList') return []
  const selectors = rule.prelude.children
  const whole = selectors.filter(isWholeDeck)
  const background = rule.block.children.toArray().flatMap(backgroundOf)
  if (whole.isEmpty || background.length === 0) return []
  // A background alone is left out in the other colour scheme, where the text has other colours.
  const hasColour = rule.block.children.some((node) => propertyOf(node) === 'color')
  const rules = [ruleOf([filler], [...background, ...(hasColour ? ['visibility:visible'] : [])])]
  if (whole.size === selectors.size) {
    dropBackground(rule.block.children)
    return rules
  }
  const rest = clone(rule) as Rule
  dropBackground(rest.block.children)
  keep(rest, isWholeDeck)
  keep(rule, (selector) => !isWholeDeck(selector))
  return rest.block.children.isEmpty ? rules : [...rules, rest]
}

function backgroundOf(node: CssNode): string[] {
  const property = propertyOf(node)
  if (property === undefined || node.type !== 'Declaration') return []
  if (/^background(-(?!clip)[a-z]+)*$/.test(property)) return [generate(node)]
  // Tokens of reveal.js 4 and later, which fill the window with them.
  return TOKENS.test(property) ? [`${property.slice('--r-'.length)}:${generate(node.value).trim()}`] : []
}

const TOKENS = /^--r-background(-color)?$/

function dropBackground(declarations: List<CssNode>): void {
  declarations.forEach((node, item) => {
    const property = propertyOf(node)
    if (backgroundOf(node).length > 0 && property !== undefined && !TOKENS.test(property)) declarations.remove(item)
  })
}

function keep({ prelude }: Rule, isKept: (selector: CssNode) => boolean): void {
  if (prelude.type !== 'SelectorList') return
  prelude.children.forEach((selector, item) => {
    if (!isKept(selector)) prelude.children.remove(item)
  })
}

const propertyOf = (node: CssNode) => (node.type === 'Declaration' ? ident.decode(node.property).toLowerCase() : undefined)

function ruleOf(selectors: readonly string[], declarations: readonly string[]): Rule {
  // It is made of what has been parsed before.
  return parse(`${selectors.join(',')}{${declarations.join(';')}}`, { context: 'rule' }) as Rule
}
