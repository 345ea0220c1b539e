import { serialize } from 'parse5'
import { escapeHtml } from '../escape-html.ts'
import { stillTree } from '../html/still-tree.ts'
import type { Rebase } from '../html/still-tree.ts'
import { attributeOf, elementsBelow } from '../html/tree.ts'
import type { Cover, RenderedDeck, RenderedSlide, StyleBundle, Tree } from '../model.ts'
import { fromRoot } from './from-root.ts'
import { groundOf, isDark } from './ground.ts'
import { pagePath } from './relative-urls.ts'
import { slideSize } from './slide-size.ts'

export interface CoverContext {
  /** The deck's theme, and the brand over it, as far as there is one. */
  readonly styles: readonly StyleBundle[]
  /** Style sheet of formulas. */
  readonly math: StyleBundle
  readonly lang: string
}

// In characters. Hundreds of them stand in one page; the largest of 1400 real first slides has 4000.
const LARGEST = 20_000
const PICTURES = new Set(['img', 'svg'])

/**
 * A deck's first slide as the index shows it: its real HTML, out of the tree that its page shows, to stand in a shadow root.
 * Nothing where there is too much of it, or nothing to see.
 */
export function coverOf({ deck, columns, css }: RenderedDeck, { styles, math, lang }: CoverContext): Cover | undefined {
  const { options } = deck
  const rebase: Rebase = (address) => fromRoot(address, pagePath(deck.id))
  const slide = columns.flat().find(({ attributes }) => attributes['data-visibility'] !== 'hidden')
  if (!slide) return undefined
  const tree = stillTree(slide.tree, rebase)
  const ground = coverGround(slide.attributes, rebase)
  if (slide.title === '' && ground === '' && !elementsBelow(tree).some(({ tagName }) => PICTURES.has(tagName))) return undefined
  const html = `${css === '' ? '' : `<style>@layer deck{${css}}</style>`}<div class="reveal ready${
    options.reveal.center === false ? '' : ' center'
  }" lang="${escapeHtml(options.lang ?? lang)}"${options.reveal.rtl === true ? ' dir="rtl"' : ''} style="${slideSize(options.reveal)}">${
    ground === '' ? '' : `<div class="ground" style="${escapeHtml(ground)}"></div>`
  }<div class="slides"><section${sectionAttributes(slide)}>${serialize(tree)}</section></div></div>`
  if (html.length > LARGEST) return undefined
  return { html, sheets: [...styles, ...(hasFormula(tree) ? [math] : [])].map(({ file }) => file) }
}

// Like reveal.js paints it.
function coverGround(attributes: RenderedSlide['attributes'], rebase: Rebase): string {
  const rebased = { ...attributes }
  for (const name of ['data-background', 'data-background-image']) {
    const value = rebased[name]
    if (value === undefined || !/[./]/.test(value) || value.includes('(')) continue
    const address = rebase(value)
    if (address === undefined) delete rebased[name]
    else rebased[name] = address
  }
  const painted = groundOf(rebased)
  const { 'data-background': written = '', 'data-background-gradient': gradient, 'data-background-opacity': opacity } = attributes
  const others = ['size', 'position', 'repeat'].flatMap((name) => {
    const value = attributes[`data-background-${name}`]
    return value ? [`background-${name}:${value}`] : []
  })
  return [
    // A gradient, or a colour that is no word.
    ...(written.includes('(') ? [`background:${written}`] : []),
    painted,
    ...(gradient ? [`background-image:${gradient}`] : []),
    ...others,
    ...(opacity ? [`opacity:${opacity}`] : []),
  ]
    .filter((part) => part !== '')
    .join(';')
}

function sectionAttributes({ attributes }: RenderedSlide): string {
  const colour = attributes['data-background-color'] ?? attributes['data-background']
  const classes = ['present', attributes['class'] ?? '', colour !== undefined && isDark(colour) ? 'has-dark-background' : '']
  const others = Object.entries(attributes).filter(([name]) => name !== 'class' && !name.startsWith('data-background'))
  return [['class', classes.filter((name) => name !== '').join(' ')] as const, ...others]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
}

function hasFormula(tree: Tree): boolean {
  return elementsBelow(tree).some((element) => /^math( |$)/.test(attributeOf(element, 'class') ?? ''))
}
