import { NOTES_CLASS } from '../markdown/extensions/notes.ts'
import type { Element, Tree } from '../model.ts'
import { append, attributeOf, createElement, createTree, elementsBelow, hasClass, removeAll, setAttribute } from '../tree.ts'

/** Marks a step, and the part of the notes that is shown with it, with the same number. */
const STEP_NOTES = 'data-step-notes'

/**
 * Moves the content of `<aside class="notes">` and `::: notes` from a slide to its notes, before those after `Note:`.
 * What is in a step is shown with the step. Returns the notes, if there are any.
 */
export function takeNotes(slide: Tree, notes: Tree | undefined): Tree | undefined {
  const asides = elementsBelow(slide).filter(isNotes)
  if (asides.length === 0) return notes
  const all = createTree()
  // Before the asides are removed from their steps.
  const steps = asides.map(stepAround)
  const numbers = new Map<Element, string>()
  removeAll(asides)
  for (const [index, aside] of asides.entries()) {
    const step = steps[index]
    if (!step) {
      append(all, [...aside.childNodes])
      continue
    }
    const number = numbers.get(step) ?? String(numbers.size + 1)
    numbers.set(step, number)
    setAttribute(step, STEP_NOTES, number)
    const part = createElement('div', { [STEP_NOTES]: number })
    append(part, [...aside.childNodes])
    append(all, [part])
  }
  if (notes) append(all, [...notes.childNodes])
  return all
}

/** Removes notes from a slide, and the footnotes that only they refer to. */
export function removeNotes(slide: Tree): void {
  const asides = elementsBelow(slide).filter(isNotes)
  if (asides.length === 0) return
  removeAll(asides)
  const ids = new Set(elementsBelow(slide).map((element) => attributeOf(element, 'id')))
  const isUsed = (footnote: Element) =>
    elementsBelow(footnote).some((link) => hasClass(link, 'footnote-backref') && ids.has(attributeOf(link, 'href')?.slice(1)))
  const footnotes = elementsBelow(slide).filter((element) => hasClass(element, 'footnote-item'))
  const unused = footnotes.filter((footnote) => !isUsed(footnote))
  removeAll(unused)
  if (unused.length > 0 && unused.length === footnotes.length)
    removeAll(elementsBelow(slide).filter((element) => hasClass(element, 'footnotes') || hasClass(element, 'footnotes-sep')))
}

/** Whether an element contains speaker notes, as in reveal.js. */
export function isNotes(element: Element): boolean {
  return element.tagName === 'aside' && hasClass(element, NOTES_CLASS)
}

function stepAround(aside: Element): Element | undefined {
  let node = aside.parentNode
  while (node && 'tagName' in node) {
    if (hasClass(node, 'fragment')) return node
    node = node.parentNode
  }
  return undefined
}
