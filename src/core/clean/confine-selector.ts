import { ident, parse, walk } from 'css-tree/dist/csstree.esm'
import type { CssNode, ListItem, Selector } from 'css-tree'
import { isWholeDeck } from './deck-background.ts'
import { cssRefusedPseudoClasses } from './policy.ts'

/** Confines a selector to a scope; false where that cannot be done. */
export function confine(selector: Selector, { whole, inside }: { readonly whole: string; readonly inside: string }): boolean {
  let impossible = false
  walk(selector, (node) => {
    if (node.type === 'NestingSelector' || node.type === 'Raw') impossible = true
    if (node.type === 'PseudoClassSelector' && cssRefusedPseudoClasses.test(ident.decode(node.name))) impossible = true
  })
  if (impossible || selector.children.isEmpty || hasMoreBehindPseudoElement(selector)) return false
  // Authors set the size of all text on .reveal or body: what they mean is the slides.
  if (isWholeDeck(selector)) {
    selector.children = selectorOf(whole).children
    return true
  }
  const pseudoElement = pseudoElementOf(selector)
  const confined = selectorOf(inside).children
  if (pseudoElement) selector.children.insertList(confined, pseudoElement)
  else selector.children.appendList(confined)
  return true
}

// Invalid in all browsers, and our scope would end up in the middle of it.
function hasMoreBehindPseudoElement({ children }: Selector): boolean {
  let isBehind = false
  let found = false
  children.forEach(({ type }) => {
    if (type === 'Combinator') isBehind = false
    else if (type === 'PseudoElementSelector') isBehind = true
    else if (isBehind && type !== 'PseudoClassSelector') found = true
  })
  return found
}

// The oldest pseudo-elements may have one colon.
const isPseudoElement = (part: CssNode) =>
  part.type === 'PseudoElementSelector' ||
  (part.type === 'PseudoClassSelector' && /^(before|after|first-line|first-letter)$/i.test(part.name))

// The pseudo-element of the last compound selector, which must stay at its end.
function pseudoElementOf({ children }: Selector): ListItem<CssNode> | null {
  let found: ListItem<CssNode> | null = null
  children.forEach((part, item) => {
    if (part.type === 'Combinator') found = null
    else if (isPseudoElement(part)) found ??= item
  })
  return found
}

function selectorOf(text: string): Selector {
  // A constant that parses to one selector.
  return parse(text, { context: 'selector' }) as Selector
}
