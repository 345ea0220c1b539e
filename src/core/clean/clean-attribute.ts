import { isAccessible, refuseAccessible } from './accessible-attributes.ts'
import { cleanDeclarations } from './clean-css.ts'
import {
  addressAttributes,
  BACKGROUND_FRAME,
  dataAttributes,
  elements,
  globalAttributes,
  inlinePicture,
  refusedClasses,
  refusedData,
} from './policy.ts'
import { droppedAttributes } from './dropped-attributes.ts'
import { readAddress } from './address.ts'

/** The cleaned value of an attribute, or why it is removed. */
export type Cleaned =
  | { readonly value: string; readonly lost?: readonly (readonly [what: string, why: string])[] }
  | { readonly refused: string }
  /** It has no effect here, and its author need not know. */
  | { readonly dropped: true }

/** Applies the policy to one attribute of an author; `name` is in lower case. */
export function cleanAttribute(tagName: string, name: string, value: string): Cleaned {
  if (!/^[a-z][a-z0-9_.-]*$/.test(name)) return { refused: 'attribute name not allowed' }
  if (name === BACKGROUND_FRAME && tagName !== 'section') return { refused: 'it only works on a slide' }
  if (Object.hasOwn(droppedAttributes, tagName) && droppedAttributes[tagName]?.test(name)) return { dropped: true }
  if (name.startsWith('data-')) return cleanData(name, value)
  if (isAccessible(name)) {
    const refused = refuseAccessible(tagName, name, value)
    return refused === undefined ? { value } : { refused }
  }
  if (!globalAttributes.has(name) && !(Object.hasOwn(elements, tagName) && elements[tagName]?.includes(name)))
    return { refused: 'not allowed on this element' }
  if (name === 'style') return cleanStyle(value)
  if (name === 'class')
    return {
      value: value
        .split(/\s+/)
        .filter((part) => part !== '' && !refusedClasses.test(part))
        .join(' '),
    }
  if (name === 'id') return /^[^\s<>"']{1,200}$/.test(value) ? { value } : { refused: 'not a valid id' }
  if (name === 'scope') return /^(row|col|rowgroup|colgroup)$/.test(value) ? { value } : { refused: `"${value}" is not an allowed value` }
  if (name === 'target') return value === '_blank' ? { value } : { refused: 'only target="_blank" is allowed' }
  const kind = addressAttributes[`${tagName} ${name}`]
  if (kind === undefined) return { value }
  return readAddress(value).kind === 'refused' && !isInlinePicture(kind, value) ? { refused: 'the address is not allowed' } : { value }
}

/** Whether an address is a small `data:` image; an SVG could contain script. */
export function isInlinePicture(kind: 'link' | 'file', value: string): boolean {
  return kind === 'file' && inlinePicture.test(value)
}

function cleanData(name: string, value: string): Cleaned {
  if (refusedData.test(name)) return { refused: 'it would make reveal.js load or run something' }
  const shape = Object.hasOwn(dataAttributes, name) ? dataAttributes[name] : undefined
  if (shape && !shape.test(value)) return { refused: `"${value}" is not an allowed value` }
  return { value }
}

function cleanStyle(value: string): Cleaned {
  const lost: (readonly [string, string])[] = []
  const style = cleanDeclarations(value, (what, why) => lost.push([what, why]))
  return lost.length > 0 ? { value: style, lost } : { value: keepSpelling(value, style) }
}

// If nothing was removed, the cleaned text differs in spaces only; the author's own reads better.
function keepSpelling(written: string, cleaned: string): string {
  const bare = (text: string) => text.replace(/\s+|;\s*$/g, '')
  return bare(written) === bare(cleaned) ? written : cleaned
}
