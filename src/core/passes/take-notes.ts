import { NOTES_CLASS } from '../markdown/extensions/notes.ts'
import type { Element, Tree } from '../model.ts'
import { append, attributeOf, createTree, elementsBelow, removeAll } from '../tree.ts'

/**
 * Moves the content of `<aside class="notes">` and `::: notes` from a slide to its notes, before those after `Note:`.
 * Returns the notes, if there are any.
 */
export function takeNotes(slide: Tree, notes: Tree | undefined): Tree | undefined {
  const asides = elementsBelow(slide).filter(isNotes)
  if (asides.length === 0) return notes
  const all = createTree()
  removeAll(asides)
  for (const aside of asides) append(all, [...aside.childNodes])
  if (notes) append(all, [...notes.childNodes])
  return all
}

/** Whether an element contains speaker notes, as in reveal.js. */
export function isNotes(element: Element): boolean {
  return element.tagName === 'aside' && (attributeOf(element, 'class') ?? '').split(/\s+/).includes(NOTES_CLASS)
}
