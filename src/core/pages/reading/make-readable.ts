import type { Element, Tree } from '../../model.ts'
import { levelsInOrder } from '../../shared/heading-levels.ts'
import type { Words } from '../../i18n/words.ts'
import { documentStyle, inkOf } from './document-style.ts'
import { boxTable } from './scroll-box.ts'
import {
  addClass,
  attributeOf,
  elementsBelow,
  hasClass,
  isElement,
  removeAttribute,
  renameElement,
  replace,
  setAttribute,
  textOf,
  append,
  closest,
  createElement,
  createText,
} from '../../tree.ts'
import { missingImageText } from '../../i18n/words-in.ts'
import { readAddress } from '../../clean/address.ts'

export interface ReadableContext {
  readonly words: Words
  /** The passage is below a heading of its slide. */
  readonly isBelow: boolean
  /** The text of the heading in front of the passage: a first heading that repeats it is left out. */
  readonly above?: string
  /** Ids that the page has already; those of the passage are added. */
  readonly ids: Set<string>
  /** Maps a link within the deck to the page. */
  readonly follow: (fragment: string) => string
}

interface Passage extends ReadableContext {
  /** Collects the headings of the passage. */
  readonly headings: Element[]
}

type Change = (element: Element, passage: Passage) => void

const heading: Change = (element, { headings }) => {
  const isEmpty = textOf(element) === '' && !elementsBelow(element).some((image) => attributeOf(image, 'alt'))
  if (isEmpty) renameElement(element, 'div')
  else headings.push(element)
}

// Media never play automatically, and have controls.
const medium: Change = (element) => {
  removeAttribute(element, /^((data-)?autoplay|controls)$/)
  setAttribute(element, 'controls', '')
}

// Elements that scroll on a slide get a label.
const scroller =
  (name: (words: Words) => string): Change =>
  (element, { words }) => {
    if (attributeOf(element, 'tabindex') !== undefined) nameGroup(element, name(words))
  }

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Change] => [name, heading]),
  ['audio', medium],
  ['video', medium],
  ['code', scroller(({ reading }) => reading.code)],
  ['pre', scroller(({ reading }) => reading.diagram)],
  ['table', (element, { words }) => boxTable(element, words.reading.table)],
  // An empty cell is no header.
  ['th', (element) => textOf(element) === '' && elementsBelow(element).length === 0 && renameElement(element, 'td')],
  ['font', (element) => fontInk(element)],
  // The link to its content is next to it.
  ['iframe', (element) => replace(element, [])],
  [
    'img',
    (element, { words }) => {
      if (attributeOf(element, 'data-src') !== undefined) replace(element, [missingImage(element, words)])
    },
  ],
  [
    'a',
    (element, { follow }) => {
      const written = attributeOf(element, 'href') ?? ''
      const address = written.startsWith('#') ? follow(written) : written
      if (address !== written) setAttribute(element, 'href', address)
      // In print, the address follows the text of a link unless they are equal.
      if (bare(address) === bare(textOf(element))) addClass(element, 'hr-plain')
    },
  ],
])

/**
 * Turns a passage of a slide into one of a document: headings in order, cards for missing images, links within the page, and only
 * suitable styles. Changes the tree, which is a copy; returns its first heading, or what is left of it.
 */
export function makeReadable(tree: Tree, context: ReadableContext): Element | undefined {
  const passage: Passage = { ...context, headings: [] }
  const { headings } = passage
  const visit = (parent: Tree | Element) => {
    for (const node of [...parent.childNodes]) {
      // SVGs and formulas are generated, and have many elements.
      if (!isElement(node) || node.tagName === 'svg') continue
      if (isFormula(node)) {
        nameWideFormula(node, context.words)
        continue
      }
      tidyAttributes(node, passage)
      changes.get(node.tagName)?.(node, passage)
      visit(node)
    }
  }
  visit(tree)
  const [first, ...others] = headings
  const isRepeated = first !== undefined && repeats(first, context.above)
  if (isRepeated) leaveOut(first)
  const shown = isRepeated ? others : headings
  const written = shown.map(({ tagName }) => Number(tagName.slice(1)))
  const levels = context.isBelow ? levelsInOrder([1, ...written.map((level) => level + 1)]).slice(1) : levelsInOrder(written)
  shown.forEach((element, index) => renameElement(element, `h${levels[index]}`))
  return first
}

function repeats(heading: Element, above: string | undefined): boolean {
  return textOf(heading) === above && !elementsBelow(heading).some(({ tagName }) => tagName === 'img' || tagName === 'svg')
}

// Links may lead to it.
function leaveOut(heading: Element): void {
  renameElement(heading, 'div')
  removeAttribute(heading, /^(?!id$)/)
  for (const node of [...heading.childNodes]) replace(node, [])
}

function tidyAttributes(element: Element, { ids }: Passage): void {
  if (element.attrs.length === 0) return
  element.attrs = element.attrs.flatMap((attribute) => {
    const { name, value } = attribute
    if (name === 'style') {
      const style = documentStyle(value)
      return style === '' ? [] : [{ name, value: style }]
    }
    if (name !== 'id') return /^data-(frame|draw|label|fragment-index|steps|stages)$/.test(name) ? [] : [attribute]
    if (ids.has(value)) return []
    ids.add(value)
    return [attribute]
  })
}

function fontInk(element: Element): void {
  const ink = inkOf(attributeOf(element, 'color') ?? '')
  const style = [...ink, attributeOf(element, 'style') ?? ''].filter((part) => part !== '').join(';')
  removeAttribute(element, /^(color|size|face|style)$/)
  if (style !== '') setAttribute(element, 'style', style)
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

// Characters of a formula, including its MathML.
const SCROLLS_FROM = 60

function nameWideFormula(formula: Element, { reading }: Words): void {
  if (!hasClass(formula, 'math-display') || textOf(formula).length < SCROLLS_FROM) return
  setAttribute(formula, 'tabindex', '0')
  nameGroup(formula, reading.formula)
}

function nameGroup(element: Element, name: string): void {
  setAttribute(element, 'role', 'group')
  setAttribute(element, 'aria-label', name)
}

function isFormula(element: Element): boolean {
  return hasClass(element, 'math')
}

/** A card in place of an image that is on another server or missing. */
function missingImage(image: Element, words: Words): Element {
  const address = attributeOf(image, 'data-src') ?? ''
  const read = readAddress(address)
  const url = read.kind === 'remote' ? read.url : undefined
  // A link in a link would end the outer one.
  const card =
    url && !closest(image, 'a')
      ? createElement('a', { class: 'hr-absent', href: url.href, target: '_blank', rel: 'noopener noreferrer' })
      : createElement('span', { class: 'hr-absent' })
  const picture = { address, alt: attributeOf(image, 'alt') ?? '', host: url?.host }
  const width = /^\d+(px|%)?$/.exec(attributeOf(image, 'width')?.trim() ?? '')?.[0]
  const style = [attributeOf(image, 'style'), width === undefined ? undefined : `width:${/\d$/.test(width) ? `${width}px` : width}`]
  const written = style.filter((part) => part !== undefined && part !== '').join(';')
  if (written !== '') setAttribute(card, 'style', written)
  append(card, [createText(missingImageText(picture, words.viewer))])
  return card
}
