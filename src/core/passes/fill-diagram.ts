import { svgSizeText, LARGEST_SVG } from '../diagram.ts'
import type { DrawnDiagram, Element, OpenDiagram } from '../model.ts'
import { sizeOfSvg, makeInline, parseSvg } from '../clean/clean-svg.ts'
import { showSource } from './diagrams.ts'
import { append, attributeOf, elementsBelow, setAttribute, textOf } from '../tree.ts'

const LONGEST_LABEL = 400
// Width of a narrow phone in pixels.
const SCROLLS_FROM = 300

/** Why a diagram is shown as source: what is wrong with it, what is missing, or which limit it exceeds. */
export type DiagramFault =
  | { readonly problem: string; readonly line?: number }
  | { readonly tooMuch: string }
  | { readonly missing: string; readonly remedy: string }

/**
 * Replaces the source of a diagram by its SVG. `prefix` makes the ids of the SVG unique in the page.
 * Returns why the source stays, if it does.
 */
export function fillDiagram(open: OpenDiagram, drawn: DrawnDiagram, prefix: string): DiagramFault | undefined {
  if ('later' in drawn) {
    setAttribute(open.element, 'data-draw', open.source)
    setAttribute(open.element, 'data-label', open.label)
    return undefined
  }
  const failed = (fault: DiagramFault) => {
    showSource(open.element)
    return fault
  }
  if (!('svg' in drawn)) return failed(drawn)
  if (drawn.svg.length > LARGEST_SVG) return failed({ tooMuch: svgSizeText(drawn.svg.length) })
  const svg = parseSvg(drawn.svg)
  if (!svg) return failed({ problem: 'the renderer returned no drawing' })
  makeInline(svg, prefix)
  setAttribute(svg, 'role', 'img')
  setAttribute(svg, 'aria-label', describe(open.label, svg))
  // It scrolls on a phone, so it must be focusable.
  if ((sizeOfSvg(svg)?.width ?? 0) > SCROLLS_FROM) setAttribute(open.element, 'tabindex', '0')
  open.element.childNodes = []
  append(open.element, [svg])
  return undefined
}

// For screen readers: the texts of the diagram in the order in which they are drawn.
function describe(label: string, svg: Element): string {
  const written = elementsBelow(svg).filter(({ tagName }) => tagName === 'text')
  const words = [...new Set(written.map((element) => textOf(element)))].filter((text) => text !== '' && text !== label).join(', ')
  if (words === '') return label
  return `${label}: ${words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)} …` : words}`
}

/** Whether a diagram is drawn in the browser of the visitor. */
export function isDrawnInPage({ element }: OpenDiagram): boolean {
  return attributeOf(element, 'data-draw') !== undefined
}
