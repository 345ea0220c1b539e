import type { Element, Tree } from '../../src/core/model.ts'
import { dataAttributes, elements, globalAttributes, refusedClasses, refusedData } from '../../src/core/clean/policy.ts'
import { elementsBelow } from '../../src/core/tree.ts'
import { declarationFaults } from './css-faults.ts'

const ADDRESSES = /^(href|src|cite|poster)$/
const SCHEMES = /^(https?|mailto|tel):$/
const PICTURE = /^data:image\/(png|jpeg|gif|webp|avif);base64,/i

/** What the policy does not allow and a tree holds all the same. */
export function treeFaults(tree: Tree): string[] {
  return elementsBelow(tree).flatMap((element) => {
    const { tagName, namespaceURI, attrs } = element
    // Both are taken out of every slide.
    const isListed = Object.hasOwn(elements, tagName) && tagName !== 'style' && tagName !== 'section'
    const found = isListed && namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [`<${tagName}>`]
    return [
      ...found,
      ...attrs.flatMap((attribute) => (isAllowed(element, attribute) ? [] : [`${tagName} ${attribute.name}=${attribute.value}`])),
    ]
  })
}

function isAllowed({ tagName }: Element, { name, value }: Element['attrs'][number]): boolean {
  if (/^on|[^a-z0-9_.-]/.test(name)) return false
  if (name.startsWith('data-'))
    return !refusedData.test(name) && name !== 'data-background-iframe' && dataAttributes[name]?.test(value) !== false
  if (!globalAttributes.has(name) && !elements[tagName]?.includes(name)) return false
  if (name === 'style') return declarationFaults(value).length === 0
  if (name === 'class') return !value.split(/\s+/).some((word) => refusedClasses.test(word))
  if (name === 'target') return value === '_blank'
  return !ADDRESSES.test(name) || isHarmless(value) || (/^(img|audio|video)$/.test(tagName) && PICTURE.test(value))
}

// What a browser makes of an address counts, not how it is written.
function isHarmless(address: string): boolean {
  try {
    return SCHEMES.test(new URL(address, 'https://site.invalid/').protocol)
  } catch {
    return false
  }
}
