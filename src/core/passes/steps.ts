import { NO_STEPS_CLASS, STEPS_CLASS } from '../markdown/extensions/steps.ts'
import type { Element } from '../model.ts'
import { addClass, elementsBelow, hasClass } from '../tree.ts'
import type { PassagePass } from './pass.ts'
import { isNotes } from './take-notes.ts'

/**
 * Items of lists that appear one after the other: those of a list with the class `steps`, of all lists inside an element
 * that has it, of all lists of a slide that has it, and of a deck with the option `steps`. Items that already are fragments do not
 * change.
 */
export const steps: PassagePass = ({ tree, attributes }, { stepsInLists }) => {
  const isOfDeck = stepsInLists && !has(attributes['class'], NO_STEPS_CLASS)
  const whole = isOfDeck || has(attributes['class'], STEPS_CLASS)
  const scopes = whole ? [tree] : elementsBelow(tree).filter((element) => hasClass(element, STEPS_CLASS))
  for (const scope of scopes)
    for (const item of elementsBelow(scope)) if (isStep(item) && !(isOfDeck && isExcluded(item))) addClass(item, 'fragment')
}

function isStep(element: Element): boolean {
  return element.tagName === 'li' && !hasClass(element, 'fragment') && !hasClass(element, 'footnote-item')
}

// In notes, or in something that the author excluded.
function isExcluded(item: Element): boolean {
  let node: Element['parentNode'] = item
  while (node && 'tagName' in node) {
    if (hasClass(node, NO_STEPS_CLASS) || isNotes(node)) return true
    node = node.parentNode
  }
  return false
}

function has(classes: string | undefined, name: string): boolean {
  return classes?.split(/\s+/).includes(name) ?? false
}
