import { generate, ident, walk } from 'css-tree/dist/csstree.esm'
import type { Atrule, CssNode, Declaration, List, Rule, StyleSheet } from 'css-tree'
import { confine } from './confine-selector.ts'
import { takeBackground } from './deck-background.ts'
import { renameAnimation, renameKeyframes } from './deck-keyframes.ts'
import { parseCss, writeSheet } from './parse-css.ts'
import { cssAtRules, cssPositions, cssRefusedFunctions, cssRefusedProperties, inlinePicture, LONGEST_CSS } from './policy.ts'

/** Called with what was removed from a style sheet, why, and how many lines below its start. */
export type Removed = (what: string, why: string, below?: number) => void

/** The part of a page to which a style sheet applies. */
export interface Scope {
  /** Replaces selectors for the whole page. */
  readonly whole: string
  /** Added to every other selector to confine it, with zero specificity. */
  readonly inside: string
  /** What the background of the whole page goes to, where that is another element. */
  readonly background?: string
  /** New names of ids. */
  readonly rename?: (id: string) => string
}

const SLIDES: Scope = { whole: '.slides', inside: ':where(.slides,.slides *)' }

/** The slides, and the element behind them all, of which a deck may set the background and nothing else. */
export const DECK: Scope = { ...SLIDES, background: '.deck-background' }

/** One slide, by its class. */
export function slideScope(name: string): Scope {
  return { whole: `.slides .${name}`, inside: `:where(.${name},.${name} *)` }
}

/**
 * Cleans and scopes a style sheet: it loads nothing, selects nothing outside its scope, by default the slides, and defines no names for
 * the page. Invalid parts are removed; specificity does not change. An SVG file needs no scope.
 */
export function cleanStyleSheet(css: string, removed: Removed, scope: Scope | 'document' = SLIDES): string {
  if (css.length > LONGEST_CSS) {
    removed('<style>', `it is longer than ${LONGEST_CSS} characters`)
    return ''
  }
  const sheet = parseCss(css, { context: 'stylesheet', positions: true, onUnread: (why) => removed('<style>', why) }) as StyleSheet
  cleanBlock(sheet.children, removed, { inKeyframes: false, scope: scope === 'document' ? undefined : scope })
  return writeSheet(sheet)
}

/** The declarations of a `style` attribute, cleaned. */
export function cleanDeclarations(css: string, removed: Removed): string {
  if (css.length > LONGEST_CSS) return ''
  const list = parseCss(css, { context: 'declarationList', positions: true })
  if (list.type !== 'DeclarationList') return ''
  // In style sheets a lint rule reports these.
  list.children.forEach((node) => {
    if (node.type === 'Raw' && node.value.trim() !== '')
      removed(node.value.trim().replace(/;$/, ''), 'not a valid declaration', linesAbove(node))
  })
  cleanDeclarationList(list.children, removed)
  // Kept as written if nothing was removed, so that the attribute looks as its author wrote it.
  return generate(list)
}

interface Where {
  readonly inKeyframes: boolean
  /** The scope of selectors. */
  readonly scope?: Scope
}

function cleanBlock(children: List<CssNode>, removed: Removed, where: Where): void {
  children.forEach((node, item) => {
    if (node.type === 'Rule') {
      for (const rule of cleanRule(node, removed, where)) children.insertData(rule, item)
      children.remove(item)
    } else if (node.type !== 'Atrule' || !cleanAtrule(node, removed, where)) children.remove(item)
  })
}

function cleanAtrule(node: Atrule, removed: Removed, where: Where): boolean {
  const name = ident.decode(node.name).toLowerCase()
  if (!cssAtRules.has(name) || !node.block || node.prelude?.type === 'Raw') {
    removed(`@${name}`, 'only @media, @supports and @keyframes are allowed', linesAbove(node))
    return false
  }
  const isKeyframes = name.endsWith('keyframes')
  cleanBlock(node.block.children, removed, { ...where, inKeyframes: isKeyframes })
  if (!isKeyframes || renameKeyframes(node.prelude)) return true
  removed(`@${name}`, 'it needs one name', linesAbove(node))
  return false
}

// The rules that take its place.
function cleanRule(node: Rule, removed: Removed, { inKeyframes, scope }: Where): readonly Rule[] {
  if (node.prelude.type !== 'SelectorList') return []
  cleanDeclarationList(node.block.children, removed)
  if (scope?.rename) renameIds(node, scope.rename)
  if (inKeyframes || !scope) return [node]
  const [background, ...others] = scope.background === undefined ? [] : takeBackground(node, scope.background)
  const rest = background && node.block.children.isEmpty ? others : [...others, node]
  const confined = rest.filter((rule) => confineRule(rule, removed, scope))
  return background ? [background, ...confined] : confined
}

function confineRule({ prelude }: Rule, removed: Removed, scope: Scope): boolean {
  if (prelude.type !== 'SelectorList') return false
  const selectors = prelude.children
  selectors.forEach((selector, item) => {
    if (selector.type !== 'Selector' || !confine(selector, scope)) {
      removed(generate(selector), 'the selector matches outside the slides', linesAbove(selector))
      selectors.remove(item)
    }
  })
  return !selectors.isEmpty
}

function cleanDeclarationList(children: List<CssNode>, removed: Removed): void {
  children.forEach((node, item) => {
    if (node.type === 'Declaration' && isHarmless(node)) return renameAnimation(node)
    if (node.type === 'Declaration') removed(generate(node), 'it could load something or reach outside the slide', linesAbove(node))
    children.remove(item)
  })
}

// Lines of the style sheet above a part of it.
function linesAbove({ loc }: CssNode): number {
  return (loc?.start.line ?? 1) - 1
}

function isHarmless(declaration: Declaration): boolean {
  const property = ident.decode(declaration.property).toLowerCase()
  if (cssRefusedProperties.test(property)) return false
  const names: string[] = []
  let loads = false
  walk(declaration.value, (node) => {
    // A reference within the document loads nothing, and a small image in the sheet itself neither.
    if (node.type === 'Url' && !node.value.startsWith('#') && !inlinePicture.test(node.value)) loads = true
    if (node.type === 'Raw' && /[\\"'()[\]{}<]|url|image|src/i.test(node.value)) loads = true
    if (node.type === 'Function' && cssRefusedFunctions.test(ident.decode(node.name).toLowerCase())) loads = true
    // A part that the parser could not read.
    if (node.type === 'Raw') names.push(...node.value.toLowerCase().split(/[^a-z]+/))
    if (node.type === 'Identifier') names.push(ident.decode(node.name).toLowerCase())
  })
  if (loads) return false
  if (property === 'position') return cssPositions.has(generate(declaration.value).trim().toLowerCase())
  // A custom property could contain a refused value of `position`.
  return !property.startsWith('--') || !names.some((name) => /^(?:-webkit-)?(?:fixed|sticky)$/.test(name))
}

function renameIds(rule: Rule, rename: (id: string) => string): void {
  walk(rule, (node) => {
    if (node.type === 'IdSelector') node.name = ident.encode(rename(ident.decode(node.name)))
    if (node.type === 'Url' && node.value.startsWith('#')) node.value = `#${rename(node.value.slice(1))}`
  })
}
