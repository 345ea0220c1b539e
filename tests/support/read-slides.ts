import { parse } from 'parse5'
import type { Element, Node } from '../../src/core/model.ts'
import { attributeOf, elementsBelow, isElement, isText } from '../../src/core/tree.ts'

/** A slide as data, in the shape in which HedgeDoc's own slides were recorded. */
export interface ReadSlide {
  readonly h: number
  readonly v: number
  readonly stack: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly tags: readonly string[]
  readonly links: readonly string[]
  readonly images: readonly ReadImage[]
  readonly notes: string | null
}

export interface ReadImage {
  readonly src: string | null
  readonly width: string | null
  readonly height: string | null
}

export interface ReadDeck {
  readonly title: string
  readonly slides: readonly ReadSlide[]
}

const BLOCK = new Set(
  (
    'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const SKIPPED = new Set(['style', 'script', 'template', 'noscript'])

const classesOf = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/)
const isNotes = (element: Element) => element.tagName === 'aside' && classesOf(element).includes('notes')
const isMath = (element: Element) =>
  element.tagName === 'math' || classesOf(element).some((name) => /^(MathJax|MJX|mjx|katex|math)/.test(name))
const isSlide = (node: Node): node is Element => isElement(node) && node.tagName === 'section' && !classesOf(node).includes('footnotes')
const isWithoutContent = (element: Element) => SKIPPED.has(element.tagName) || element.tagName === 'svg' || isMath(element)
const fold = (text: string) => text.replace(/[ \t\r\n\f\v\u200b]+/g, ' ').trim()

function textOf(root: Element, withNotes: boolean): string {
  const parts: string[] = []
  const walk = (node: Node) => {
    if (isText(node)) parts.push(node.value)
    if (!isElement(node) || isWithoutContent(node) || (!withNotes && isNotes(node))) return
    const blank = BLOCK.has(node.tagName) ? ' ' : ''
    parts.push(blank)
    node.childNodes.forEach(walk)
    parts.push(blank)
  }
  root.childNodes.forEach(walk)
  return fold(parts.join(''))
}

function readSlide(section: Element, position: Pick<ReadSlide, 'h' | 'v' | 'stack'>): ReadSlide {
  const children = section.childNodes.filter((node): node is Element => isElement(node) && !isNotes(node))
  const [only] = children
  const wrapper = children.length === 1 && only?.tagName === 'div' && only.attrs.length === 0 ? only : undefined
  const tags: string[] = []
  const links: string[] = []
  const images: ReadImage[] = []
  const notes: string[] = []
  const walk = (parent: Element) => {
    for (const element of parent.childNodes.filter((node) => isElement(node))) {
      const name = element.tagName
      if (isNotes(element)) notes.push(textOf(element, true))
      if (isNotes(element) || SKIPPED.has(name)) continue
      if (element !== wrapper) tags.push(name === 'img' && classesOf(element).includes('emoji') ? 'img.emoji' : name)
      const href = attributeOf(element, 'href')
      if (name === 'a' && href !== undefined) links.push(href)
      const value = (attribute: string) => attributeOf(element, attribute) ?? null
      if (name === 'img') images.push({ src: value('src') ?? value('data-src'), width: value('width'), height: value('height') })
      if (name === 'svg' || isMath(element) || (name === 'code' && parent.tagName === 'pre')) continue
      walk(element)
    }
  }
  walk(section)
  const attributes = Object.fromEntries(section.attrs.map(({ name, value }) => [name, value]))
  return { ...position, attributes, text: textOf(section, false), tags, links, images, notes: notes.length > 0 ? notes.join(' ') : null }
}

/** The slides of a page, read from its HTML alone. Throws where it is no deck's page. */
export function readSlides(html: string): ReadDeck {
  const document = parse(html)
  const root = document.childNodes.find((node) => isElement(node) && node.tagName === 'html')
  if (!isElement(root)) throw new Error('the page has no root')
  const all = elementsBelow(root)
  const holder = all.find((element) => classesOf(element).includes('slides'))
  if (!holder) throw new Error('the page has no slides')
  const title = all.find(({ tagName }) => tagName === 'title')
  const slides = holder.childNodes.filter(isSlide).flatMap((column, h) => {
    const rows = column.childNodes.filter(isSlide)
    if (rows.length === 0) return [readSlide(column, { h, v: 0, stack: false })]
    return rows.map((row, v) => readSlide(row, { h, v, stack: true }))
  })
  return { title: title ? textOf(title, true) : '', slides }
}
