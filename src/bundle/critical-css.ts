import { type CssNode, find, generate, type List, parse, type Rule, type Selector, type StyleSheet, walk } from 'css-tree'

/** The cascade layers of a page, lowest priority first: a brand overrides the style sheet of a deck. */
export const LAYERS = '@layer reveal,base,theme,look,deck,brand;'

// The classes of a slide before any script has run; all others are added later, or are not needed for the first paint.
const CLASSES = new Set(['reveal', 'slides', 'center', 'stack', 'notes', 'fragment', 'elsewhere', 'ready', 'deck-title', 'deck-background'])
// Of brands that compose slides: what first slides mostly are. They have no footer then, and tables and code come later.
const COMPOSED_CLASSES = 'composed head subtitle long photo beside holds people role kind-title kind-divider kind-opener'.split(' ')
const ELEMENTS_OF_LATER_SLIDES = ['video', 'iframe', 'audio', 'dl', 'dt', 'dd', 'q', 'mark', 'h5', 'h6']
const LATER_ELEMENTS_OF_COMPOSED = ['table', 'tbody', 'tr', 'th', 'td', 'pre', 'code']
const LATER_PROPERTY =
  /^(-webkit-)?(transition|will-change|cursor|tap-highlight-color|scroll-margin)|^--(r-(overlay|selection|link-color-|background$)|deck-|paper-|alert-|code-(?!ground|text))/
const LATER_OF_COMPOSED = new RegExp(LATER_PROPERTY.source.replace('deck-|', 'deck-(line|mark)|'))
// Few viewers switch to the other scheme: enough for the right background and legible text.
const LATER_IN_OTHER_SCHEME = /^(?!--r-(background|main|heading)-color$)/

interface Needs {
  readonly classes: ReadonlySet<string>
  readonly laterElements: ReadonlySet<string>
  /** Properties that can wait. */
  readonly later: RegExp
}

const PLAIN: Needs = {
  classes: new Set([...CLASSES, 'deck-footer']),
  laterElements: new Set(ELEMENTS_OF_LATER_SLIDES),
  later: LATER_PROPERTY,
}
const COMPOSED: Needs = {
  classes: new Set([...CLASSES, ...COMPOSED_CLASSES]),
  laterElements: new Set([...ELEMENTS_OF_LATER_SLIDES, ...LATER_ELEMENTS_OF_COMPOSED]),
  later: LATER_OF_COMPOSED,
}

/**
 * The part of a style sheet that the first paint needs. Its selectors apply only to the deck: custom properties of the root are set on the
 * deck itself, and fonts that are files are loaded by the full sheet.
 */
export function criticalCss(css: string, kind: 'plain' | 'composed' = 'plain'): string {
  const sheet = parse(css) as StyleSheet
  keepNeeded(sheet.children, kind === 'plain' ? PLAIN : COMPOSED)
  dropUnreadTokens(sheet)
  return generate(sheet)
}

function keepNeeded(children: List<CssNode>, needs: Needs): void {
  children.forEach((node, item) => {
    if (!isNeeded(node, needs)) children.remove(item)
  })
}

function isNeeded(node: CssNode, needs: Needs): boolean {
  if (node.type === 'Rule') return keepSelectors(node, needs)
  if (node.type !== 'Atrule') return false
  if (node.name === 'font-face') return !generate(node).includes('url(')
  if (!node.block) return false
  if (node.name !== 'layer' && node.name !== 'media') return false
  if (/print|prefers-reduced-motion|pointer|hover/.test(node.prelude ? generate(node.prelude) : '')) return false
  keepNeeded(node.block.children, needs)
  return !node.block.children.isEmpty
}

function keepSelectors(rule: Rule, needs: Needs): boolean {
  if (rule.prelude.type !== 'SelectorList') return false
  const selectors = rule.prelude.children
  walk(rule.prelude, {
    visit: 'PseudoClassSelector',
    enter: ({ name, children }) =>
      name === 'is' && children?.forEach((list) => list.type === 'SelectorList' && keepAlternatives(list.children, needs)),
  })
  selectors.forEach((selector, item) => {
    if (selector.type !== 'Selector' || !concernsFirstPaint(selector, needs)) selectors.remove(item)
  })
  const later = generate(rule.prelude).includes('data-scheme') ? LATER_IN_OTHER_SCHEME : needs.later
  walk(rule.block, {
    visit: 'Declaration',
    enter(node, item, list) {
      // Only the bundled sheet has the final addresses of files.
      if ((later.test(node.property) || find(node, ({ type }) => type === 'Url')) && list) list.remove(item)
    },
  })
  return !selectors.isEmpty && !rule.block.children.isEmpty
}

// If none concerns the first paint, they stay, and the whole selector goes.
function keepAlternatives(alternatives: List<CssNode>, needs: Needs): void {
  if (!alternatives.some((each) => isOnFirstSlide(each, needs))) return
  alternatives.forEach((each, item) => {
    if (!isOnFirstSlide(each, needs)) alternatives.remove(item)
  })
}

function concernsFirstPaint(selector: Selector, needs: Needs): boolean {
  return /^(\.elsewhere )?\.reveal(?![\w-])/.test(generate(selector)) && isOnFirstSlide(selector, needs)
}

function isOnFirstSlide(selector: CssNode, { classes, laterElements }: Needs): boolean {
  let concerns = true
  walk(selector, (node) => {
    if (node.type === 'ClassSelector' && !classes.has(node.name)) concerns = false
    if (node.type === 'TypeSelector' && laterElements.has(node.name)) concerns = false
    if (node.type === 'PseudoClassSelector' && /^(hover|focus-visible)$/.test(node.name)) concerns = false
    if (node.type === 'PseudoElementSelector' && !/^(before|after)$/.test(node.name)) concerns = false
    if (node.type === 'AttributeSelector' && /^(align$|data-auto-animate|data-section)/.test(node.name.name)) concerns = false
  })
  return concerns
}

// Only a brand's own rules use its tokens; the tokens of reveal.js are used by the theme that it extends.
function dropUnreadTokens(sheet: StyleSheet): void {
  const text = generate(sheet)
  walk(sheet, {
    visit: 'Declaration',
    enter(node, item, list) {
      if (node.property.startsWith('--brand-') && !text.includes(`var(${node.property}`) && list) list.remove(item)
    },
  })
}
