import type { Element, Node } from '../model.ts'
import { addClass, append, createElement, isElement, isText, replace } from '../tree.ts'
import type { Picture } from './slide-shape.ts'

const HOLDS = 'holds'

/**
 * Marks the block that shows nothing but a picture. A picture without one gets a paragraph of its own, since only a block can be placed: one
 * that is a line of a paragraph is taken out of it, and the line breaks around it with it.
 */
export function holdPicture({ holder, paragraph }: Picture): void {
  if (!holder) return
  if (paragraph) return divide(paragraph, holder)
  if (holder.tagName !== 'img' && holder.tagName !== 'a') return addClass(holder, HOLDS)
  const block = createElement('p', { class: HOLDS })
  replace(holder, [block])
  append(block, [holder])
}

function divide(paragraph: Element, holder: Element): void {
  const at = paragraph.childNodes.indexOf(holder)
  const before = trimmed(paragraph.childNodes.slice(0, at).toReversed()).toReversed()
  const after = trimmed(paragraph.childNodes.slice(at + 1))
  const block = createElement('p', { class: HOLDS })
  append(block, [holder])
  const rest = createElement('p')
  append(rest, after)
  paragraph.childNodes = []
  const first = createElement('p')
  append(first, before)
  replace(paragraph, [...(before.length > 0 ? [first] : []), block, ...(after.length > 0 ? [rest] : [])])
}

// Without white space and line breaks at the start.
function trimmed(nodes: readonly Node[]): readonly Node[] {
  const first = nodes.findIndex((node) => (isText(node) ? node.value.trim() !== '' : !isElement(node) || node.tagName !== 'br'))
  return first === -1 ? [] : nodes.slice(first)
}
