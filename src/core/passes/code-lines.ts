import type { Node } from '../model.ts'
import {
  addClass,
  append,
  attributeOf,
  createElement,
  createText,
  elementsBelow,
  isElement,
  isText,
  rawTextOf,
  removeAttribute,
  setAttribute,
} from '../tree.ts'
import type { PassagePass } from './pass.ts'

const MOST_STEPS = 20
const MOST_LINES = 2000
// Characters that fit on a line of code at the default slide width.
const SCROLLS_FROM = 60
// Lines that a block shows without scrolling.
const MOST_SHOWN = 15

/**
 * Numbers the lines of code blocks and adds the steps that highlight some of them: `data-line-numbers="1|3-4"`, from the fence or
 * from an `.element` comment. Numbers are not text, so that they are not copied with the code.
 */
export const codeLines: PassagePass = ({ tree }) => {
  for (const pre of elementsBelow(tree)) {
    if (pre.tagName !== 'pre') continue
    const code = pre.childNodes.find((node) => isElement(node) && node.tagName === 'code')
    if (!isElement(code)) continue
    // A block that scrolls must be focusable.
    const written = rawTextOf(code).split('\n')
    if (written.length > MOST_SHOWN || written.some((line) => line.length > SCROLLS_FROM)) setAttribute(code, 'tabindex', '0')
    const steps = attributeOf(pre, 'data-line-numbers') ?? attributeOf(code, 'data-line-numbers')
    if (steps === undefined) continue
    const lines = splitLines(code.childNodes)
    if (lines.length > MOST_LINES) continue
    const first = attributeOf(pre, 'data-ln-start-from')
    const stages = steps.split('|').slice(0, MOST_STEPS).map(readRanges)
    removeAttribute(pre, /^data-(line-numbers|ln-start-from)$/)
    removeAttribute(code, 'data-line-numbers')
    code.childNodes = []
    lines.forEach((nodes, index) => {
      const shown = stages.flatMap((ranges, stage) => (isIn(ranges, index + 1) ? [stage + 1] : []))
      const line = createElement('span', { class: 'code-line' })
      if (first !== undefined) setAttribute(line, 'data-number', String(Number(first) + index))
      if (steps !== '') setAttribute(line, 'data-steps', shown.join(' '))
      append(line, nodes)
      append(code, [line, createText('\n')])
    })
    if (first !== undefined) addClass(pre, 'numbered')
    if (steps === '') continue
    setAttribute(pre, 'data-stages', String(stages.length))
    // Each further step is an empty fragment; the style sheet dims the other lines.
    const markers = stages.slice(1).map(() => createElement('span', { class: 'fragment code-step', 'aria-hidden': 'true' }))
    const rest = [...pre.childNodes]
    append(pre, [...markers, ...rest])
  }
}

// The children of a code element by line, with elements that span several lines split up.
function splitLines(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]]
  const last = () => lines.at(-1) ?? []
  for (const node of [...nodes]) {
    if (isText(node)) {
      node.value.split('\n').forEach((text, index) => {
        if (index > 0) lines.push([])
        if (text !== '') last().push(createText(text))
      })
    } else if (isElement(node)) {
      splitLines(node.childNodes).forEach((part, index) => {
        if (index > 0) lines.push([])
        const copy = createElement(node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])))
        append(copy, part)
        if (part.length > 0) last().push(copy)
      })
    }
  }
  if (lines.length > 1 && last().length === 0) lines.pop()
  return lines
}

type Range = readonly [from: number, to: number]

function readRanges(text: string): Range[] {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number)
    return from !== undefined && to !== undefined && from > 0 ? [[from, to] as const] : []
  })
}

// A step without lines shows all of them.
function isIn(ranges: readonly Range[], line: number): boolean {
  return ranges.length === 0 || ranges.some(([from, to]) => from <= line && line <= to)
}
