import { STEPS_CLASS } from '../markdown/extensions/steps.ts'
import type { Element } from '../model.ts'
import { addClass, attributeOf, elementsBelow } from '../tree.ts'
import type { PassagePass } from './pass.ts'

/**
 * Items of lists that appear one after the other: those of a list with the class `steps`, of all lists inside an element
 * that has it, and of all lists of a slide that has it. Items that already are fragments do not change.
 */
export const steps: PassagePass = ({ tree, attributes }) => {
  const whole = has(attributes['class'], STEPS_CLASS)
  const scopes = whole ? [tree] : elementsBelow(tree).filter((element) => has(attributeOf(element, 'class'), STEPS_CLASS))
  for (const scope of scopes) for (const item of elementsBelow(scope)) if (isStep(item)) addClass(item, 'fragment')
}

function isStep(element: Element): boolean {
  return element.tagName === 'li' && !has(attributeOf(element, 'class'), 'fragment') && !has(attributeOf(element, 'class'), 'footnote-item')
}

function has(classes: string | undefined, name: string): boolean {
  return classes?.split(/\s+/).includes(name) ?? false
}
