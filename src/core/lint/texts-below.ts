import { isElement, isText } from '../tree.ts'
import type { Element, Node, RenderedSlide } from '../model.ts'

// The content of these is not prose.
const NO_PROSE = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'var', 'svg', 'math', 'style', 'script', 'template', 'textarea'])

/** A text of a slide, with the element around it and the line on which that begins. */
export interface SlideText {
  readonly text: string
  readonly parent: Element | undefined
  /** It is the first on its line of the slide. */
  readonly startsLine: boolean
  readonly line: number
}

/** The texts of a slide and its notes that are prose: without code, formulas and drawings. */
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
