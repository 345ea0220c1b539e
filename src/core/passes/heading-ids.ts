import { attributeOf, elementsBelow, setAttribute, textOf } from '../tree.ts'
import type { DeckPass } from './pass.ts'

/** Gives every heading of a deck an id by HedgeDoc's rule, unique in the page, so that `[x](#heading)` works. */
export const headingIds: DeckPass = (columns) => {
  const slides = columns.flat()
  const elements = slides.flatMap(({ tree }) => elementsBelow(tree))
  const taken = new Set([...elements.map((element) => attributeOf(element, 'id')), ...slides.map(({ attributes }) => attributes['id'])])
  // The last number of each name: starting from one each time would be quadratic.
  const numbers = new Map<string, number>()
  for (const element of elements) {
    if (!/^h[1-6]$/.test(element.tagName) || attributeOf(element, 'id') !== undefined) continue
    const name = slug(textOf(element))
    if (name === '') continue
    let number = numbers.get(name) ?? 0
    let id = number === 0 ? name : `${name}-${number}`
    while (taken.has(id)) {
      number += 1
      id = `${name}-${number}`
    }
    numbers.set(name, number + 1)
    taken.add(id)
    setAttribute(element, 'id', id)
  }
}

// Spaces become dashes and punctuation is removed; letters of all scripts stay as they are.
function slug(text: string): string {
  const name = text
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[!"#$%&'()*+,./:;<=>?@[\\\]^`{|}~]/g, '')
  // reveal.js would treat a number as that of a slide.
  return /^\d+$/.test(name) ? `h${name}` : name
}
