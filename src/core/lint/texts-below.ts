import { isElement, isText } from '../tree.ts'
import type { Element, Node, RenderedSlide } from '../model.ts'

// Elements whose content is not prose.
const NO_PROSE = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'var', 'svg', 'math', 'style', 'script', 'template', 'textarea'])

/** A text of a slide, with the element around it and the first line of that element. */
export interface SlideText {
  readonly text: string
  readonly parent: Element | undefined
  /** It is the first on its line. */
  readonly startsLine: boolean
  readonly line: number
}

/** The prose of a slide and its notes: no code, formulas or SVGs. */
export function textsBelow({ tree, notes, line, lines }: RenderedSlide): SlideText[] {
  const found: SlideText[] = []
  const walk = (nodes: readonly Node[], parent: Element | undefined, from: number) => {
    let startsLine = parent === undefined || BLOCK.has(parent.tagName)
    for (const node of nodes) {
      if (isText(node)) found.push({ text: node.value, parent, startsLine, line: from })
      else if (isElement(node) && !isNoProse(node)) walk(node.childNodes, node, lines.get(node) ?? from)
      startsLine = isElement(node) && node.tagName === 'br'
    }
  }
  walk(tree.childNodes, undefined, line)
  if (notes) walk(notes.childNodes, undefined, line)
  return found
}

const BLOCK = new Set(['p', 'li', 'td', 'th', 'dd', 'dt', 'blockquote'])

function isNoProse({ tagName, attrs }: Element): boolean {
  return NO_PROSE.has(tagName) || attrs.some(({ name, value }) => name === 'class' && /\b(math|katex|mathjax)/.test(value))
}
