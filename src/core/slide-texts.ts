import type { Element, Node, RenderedDeck, RenderedSlide, Tree } from './model.ts'
import type { SlideText } from './shared/search-shard.ts'
import { slideHash } from './shared/slide-hash.ts'
import { attributeOf, elementsBelow, isElement, isInline, isText, textOf } from './tree.ts'

// In characters. The longest of 1400 real slides has 1000; what a machine has written need not be found to its end.
const LONGEST = 10_000

/** The texts of a deck that a search looks through, slide by slide. */
export function slideTexts({ columns, pictures, named }: Pick<RenderedDeck, 'columns' | 'pictures' | 'named'>): readonly SlideText[] {
  const pathOf = new Map(pictures.map(({ element, path }) => [element, path]))
  return columns.flat().map((slide) =>
    slideText(slide, {
      pathOf: (image) => pathOf.get(image),
      labelOf: (image) => (named.has(image) ? '' : (attributeOf(image, 'alt') ?? '')),
    }),
  )
}

// In characters, besides the heading and alternative texts.
const ALMOST_NONE = 40

interface Pictures {
  readonly pathOf: (image: Element) => string | undefined
  /** The alternative text that its author wrote. */
  readonly labelOf: (image: Element) => string
}

function slideText({ attributes, tree, notes }: RenderedSlide, { pathOf, labelOf }: Pictures): SlideText {
  const elements = elementsBelow(tree)
  const found = elements.find(({ tagName }) => /^h[1-6]$/.test(tagName))
  const heading = found ? textOf(found) : ''
  const text = linesOf(tree, labelOf, heading === '' ? undefined : found)
  const images = elements.filter(({ tagName }) => tagName === 'img')
  const written = images.reduce((length, image) => length - labelOf(image).length, text.length)
  const image = written < ALMOST_NONE ? images.map(pathOf).find((path) => path !== undefined) : undefined
  return {
    hash: slideHash(attributes),
    heading: heading.slice(0, LONGEST),
    text,
    ...(notes === undefined ? {} : { notes: linesOf(notes, labelOf) }),
    ...(image === undefined ? {} : { image }),
  }
}

const SKIPPED = new Set(['style', 'script', 'template', 'annotation', 'head'])
const BREAKS = new Set(['br', 'hr'])

/** The text of a tree, a line for each block. A line of a list begins with a tab for each level. */
function linesOf(root: Tree, labelOf: Pictures['labelOf'], heading?: Element): string {
  const lines: string[] = ['']
  const add = (text: string) => lines.push(`${lines.pop() ?? ''}${text}`)
  const visit = (node: Node, level: number): void => {
    if (isText(node)) return void add(node.value.replace(/\s+/g, ' '))
    if (!isElement(node) || node === heading || SKIPPED.has(node.tagName) || isDecoration(node)) return
    const label = node.tagName === 'img' ? labelOf(node) : ''
    if (label) add(` ${label} `)
    const deeper = node.tagName === 'ul' || node.tagName === 'ol' ? level + 1 : level
    const isBlock = !isInline(node) && node.tagName !== 'img'
    if (node.tagName === 'td' || node.tagName === 'th' || node.tagName === 'text') add(' ')
    else if (isBlock) lines.push(node.tagName === 'li' ? '\t'.repeat(deeper) : '')
    if (node.tagName === 'pre' && !elementsBelow(node).some(({ tagName }) => tagName === 'svg')) lines.push(...preformatted(node))
    else for (const child of node.childNodes) visit(child, deeper)
    if (isBlock && !BREAKS.has(node.tagName) && node.tagName !== 'td' && node.tagName !== 'th') lines.push('')
  }
  for (const child of root.childNodes) visit(child, 0)
  return lines
    .map((line) => line.replace(/ +/g, ' ').replace(/^(\t*) +| +$/g, '$1'))
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(0, LONGEST)
}

function preformatted(element: Element): string[] {
  return element.childNodes
    .flatMap((child) => rawLines(child))
    .join('')
    .split('\n')
    .map((line) => line.trim())
}

function rawLines(node: Node): string[] {
  if (isText(node)) return [node.value]
  return isElement(node) ? node.childNodes.flatMap(rawLines) : []
}

// KaTeX writes each formula twice: once for programs, once as it looks.
function isDecoration(element: Element): boolean {
  return attributeOf(element, 'aria-hidden') === 'true'
}
