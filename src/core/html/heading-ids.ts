import type { RenderedSlide } from '../model.ts'
import { attributeOf, elementsBelow, textOf } from './tree.ts'

/** Gives every heading of a deck an id by HedgeDoc's rule, unique in the page, so that `[x](#heading)` leads to it. */
export function nameHeadings(slides: readonly RenderedSlide[]): void {
  const elements = slides.flatMap(({ tree }) => elementsBelow(tree))
  const taken = new Set([...elements.map((element) => attributeOf(element, 'id')), ...slides.map(({ attributes }) => attributes['id'])])
  for (const element of elements) {
    if (!/^h[1-6]$/.test(element.tagName) || attributeOf(element, 'id') !== undefined) continue
    const name = slug(textOf(element))
    if (name === '') continue
    let id = name
    for (let number = 1; taken.has(id); number += 1) id = `${name}-${number}`
    taken.add(id)
    element.attrs.push({ name: 'id', value: id })
  }
}

// Blanks become dashes and punctuation goes; letters stay as they are, of whatever script.
function slug(text: string): string {
  const name = text
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[!"#$%&'()*+,./:;<=>?@[\\\]^`{|}~]/g, '')
  // Such an id would be taken for the number of a slide.
  return /^\d+$/.test(name) ? `h${name}` : name
}
