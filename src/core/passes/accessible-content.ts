import { ID_REFERENCES } from '../clean/accessible-attributes.ts'
import { kindOf } from '../files.ts'
import type { Element } from '../model.ts'
import { attributeOf, elementsBelow, removeAttribute } from '../tree.ts'
import type { PassagePass } from './pass.ts'

// Roles whose content screen readers do not look into.
const OPAQUE = /^(img|math|separator)$/
const FOCUSABLE = /^(a|area|audio|details|iframe|summary|video|table|pre)$/

/**
 * Removes what authors must not say to screen readers: that an element is not there or is only an image, if the keyboard reaches
 * something in it, and names that are not of the same slide.
 */
export const accessibleContent: PassagePass = ({ tree, locationOf }, { report }) => {
  const elements = elementsBelow(tree)
  let ids: ReadonlySet<string | undefined> | undefined
  for (const element of elements) {
    const refuse = (name: string, why: string) => {
      report('attribute-removed', locationOf(element), name, element.tagName, why)
      removeAttribute(element, name)
    }
    const hides = attributeOf(element, 'aria-hidden') === 'true' ? 'aria-hidden' : OPAQUE.test(attributeOf(element, 'role') ?? '') && 'role'
    if (hides && elementsBelow(element).some(isFocusable)) refuse(hides, 'the keyboard reaches something in the element')
    for (const name of ID_REFERENCES) {
      const value = attributeOf(element, name)
      if (value === undefined) continue
      const known = (ids ??= new Set(elements.map((other) => attributeOf(other, 'id'))))
      if (
        !value
          .trim()
          .split(/\s+/)
          .every((id) => known.has(id))
      )
        refuse(name, 'no element of the slide has this id')
    }
  }
}

// A video or a sound may be written as an image.
function isFocusable(element: Element): boolean {
  if (element.tagName === 'img') return /^(video|audio)$/.test(kindOf((attributeOf(element, 'src') ?? '').replace(/[?#].*$/s, '')) ?? '')
  return FOCUSABLE.test(element.tagName)
}
