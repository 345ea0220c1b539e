import { defaultTreeAdapter } from 'parse5'
import type { Element } from '../model.ts'
import { addClass, createElement, elementsBelow, isElement, isText, setAttribute } from '../tree.ts'
import type { PassagePass } from './pass.ts'

const BOX = /^\s*\[([xX ])\]\s*/

/** `- [ ] open` and `- [x] done` become checkboxes; they cannot be ticked on a slide. */
export const taskLists: PassagePass = ({ tree }, { words }) => {
  for (const item of elementsBelow(tree)) {
    if (item.tagName !== 'li') continue
    const holder = onlyParagraph(item) ?? item
    const [first] = holder.childNodes
    const mark = first && isText(first) ? BOX.exec(first.value) : null
    if (!mark || !first || !isText(first)) continue
    first.value = first.value.slice(mark[0].length)
    const done = mark[1] !== ' '
    const box = createElement('input', {
      type: 'checkbox',
      class: 'task-list-item-checkbox',
      'aria-label': done ? words.slides.done : words.slides.toDo,
    })
    if (done) setAttribute(box, 'checked', '')
    setAttribute(box, 'disabled', '')
    defaultTreeAdapter.insertBefore(holder, box, first)
    defaultTreeAdapter.insertBefore(holder, createElement('label'), first)
    addClass(item, 'task-list-item')
  }
}

// A loose list item contains paragraphs; only an item with a single one can be a task.
function onlyParagraph(item: Element): Element | undefined {
  const paragraphs = item.childNodes.filter((node): node is Element => isElement(node) && node.tagName === 'p')
  return paragraphs.length === 1 ? paragraphs[0] : undefined
}
