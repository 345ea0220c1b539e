import type { Element, Node } from '../model.ts'
import { append, createElement, createText, isElement, isText, pushReversed, replace } from '../tree.ts'

/** Puts the first characters of an element's text into a `<span>`, where one text node contains them all; its text stays the same. */
export function markStart(element: Element, characters: number, className: string): void {
  const open: Node[] = []
  pushReversed(element.childNodes, open)
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node)) pushReversed(node.childNodes, open)
    if (!isText(node) || node.value.trim() === '') continue
    const { value } = node
    const start = value.length - value.trimStart().length
    if (value.length < start + characters) return
    const span = createElement('span', { class: className })
    append(span, [createText(value.slice(start, start + characters))])
    const parts = [value.slice(0, start), value.slice(start + characters)].map((part) => (part === '' ? [] : [createText(part)]))
    return replace(node, [...(parts[0] ?? []), span, ...(parts[1] ?? [])])
  }
}
