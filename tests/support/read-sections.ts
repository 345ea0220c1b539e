import { parseFragment, serializeOuter } from 'parse5'
import { append, attributeOf, createText, elementsBelow, isElement, isText } from '../../src/core/tree.ts'
import type { Element, Node } from '../../src/core/model.ts'

/** A slide as its page shows it; of a formula, only the source. */
export interface ReadSection {
  /** Without what the other slides decide: addresses of headings and footnotes, the list of the slides, what loads late. */
  readonly html: string
  readonly text: string
  readonly notes: string
  /** Names of its elements. */
  readonly names: readonly string[]
  /** Values of their attributes and its own. */
  readonly values: readonly string[]
}

/** The columns of slides in the HTML of a deck's page. */
export function readSections(html: string): ReadSection[][] {
  return parseFragment(html)
    .childNodes.filter(isSection)
    .map((section) => (attributeOf(section, 'class') === 'stack' ? section.childNodes.filter(isSection) : [section]).map(readSection))
}

const isSection = (node: Node): node is Element => isElement(node) && node.tagName === 'section'
const isNotes = (node: Node) => isElement(node) && node.tagName === 'aside' && attributeOf(node, 'class') === 'notes'

function readSection(section: Element): ReadSection {
  for (const element of elementsBelow(section)) forgetPlace(element)
  const all = elementsBelow(section)
  return {
    html: serializeOuter(section),
    text: textOf(section.childNodes.filter((node) => !isNotes(node))),
    notes: textOf(section.childNodes.filter(isNotes)),
    names: all.map(({ tagName }) => tagName),
    values: [section, ...all].flatMap(({ attrs }) => attrs.map(({ value }) => value)),
  }
}

function forgetPlace(element: Element): void {
  const name = attributeOf(element, 'class')
  if (name === 'toc') element.childNodes = []
  if (name === 'katex') {
    const source = elementsBelow(element).find(({ tagName }) => tagName === 'annotation')
    element.childNodes = []
    append(element, [createText(textOf(source?.childNodes ?? []))])
  }
  element.attrs = element.attrs
    .filter((attribute) => attribute.name !== 'loading' && !(attribute.name === 'id' && /^h[1-6]$/.test(element.tagName)))
    .map((attribute) => ({ ...attribute, value: attribute.value.replace(/^(#?fn(?:ref)?)-\d+-\d+-/, '$1-') }))
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (isText(node) ? node.value : isElement(node) ? textOf(node.childNodes) : '')).join('')
}
