import { generate, parse, walk } from 'css-tree'
import type { CssNode, List, Rule, StyleSheet } from 'css-tree'

/** The layers of a page, the weakest first: a brand outweighs the style sheet that a deck carries. */
export const LAYERS = '@layer reveal,base,theme,deck,brand;'

// What the first slide can be made of, before any script has run.
const FIRST_PAINT = /^(\.elsewhere )?\.reveal(?![\w-])/
const LATER =
  /:hover|::(?!after|before)|\.(controls|progress|playback|backgrounds?|overview|overlay|slide-number|speaker-notes|roll|r-[\w-]+|hljs|code-[\w-]+|numbered|embed|toc|math|footnotes|task-list|alert|absent|print-pdf|rtl|has-[\w-]+|ready(?!\)))|\[data-auto-animate/

/**
 * The part of a style sheet that the first paint needs. Its selectors touch nothing but the deck:
 * what stands on the root goes to the deck itself, fonts that are files come with the sheet.
 */
export function criticalCss(css: string): string {
  const sheet = parse(css) as StyleSheet
  keepNeeded(sheet.children)
  return generate(sheet)
}

function keepNeeded(children: List<CssNode>): void {
  children.forEach((node, item) => {
    if (!isNeeded(node)) children.remove(item)
  })
}

function isNeeded(node: CssNode): boolean {
  if (node.type === 'Rule') return keepSelectors(node)
  if (node.type !== 'Atrule') return false
  if (node.name === 'font-face') return !generate(node).includes('url(')
  if (!node.block) return false
  if (node.name !== 'layer' && node.name !== 'media') return false
  if (/print|prefers-reduced-motion|pointer|hover/.test(node.prelude ? generate(node.prelude) : '')) return false
  keepNeeded(node.block.children)
  return !node.block.children.isEmpty
}

function keepSelectors(rule: Rule): boolean {
  if (rule.prelude.type !== 'SelectorList') return false
  const selectors = rule.prelude.children
  selectors.forEach((selector, item) => {
    const text = generate(selector)
    if (!FIRST_PAINT.test(text) || LATER.test(text)) selectors.remove(item)
  })
  dropTransitions(rule)
  return !selectors.isEmpty && !rule.block.children.isEmpty
}

function dropTransitions(rule: Rule): void {
  walk(rule.block, {
    visit: 'Declaration',
    enter(node, item, list) {
      if (/^(-webkit-)?(transition|will-change|cursor|tap-highlight-color)/.test(node.property) && list) list.remove(item)
    },
  })
}
