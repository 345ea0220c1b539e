import type { Element } from '../model.ts'
import { fill } from '../words/words-in.ts'
import type { Words } from '../words/words.ts'
import { readAddress } from './address.ts'
import { append, attributeOf, createElement, createText, isElement } from './tree.ts'

/** What stands in the place of a picture that is on another server or missing: its name, and where it is. */
export function absentCard(image: Element, words: Words): Element {
  const address = attributeOf(image, 'data-src') ?? ''
  const name = attributeOf(image, 'alt') || fileName(address)
  const read = readAddress(address)
  const isRemote = read.kind === 'remote'
  const place = isRemote ? fill(words.viewer.elsewhere, read.url.host) : words.viewer.missing
  const card =
    isRemote && !isInLink(image)
      ? createElement('a', { class: 'hr-absent', href: read.url.href, target: '_blank', rel: 'noopener noreferrer' })
      : createElement('span', { class: 'hr-absent' })
  append(card, [createText(`${name} (${place})`)])
  return card
}

// A link in a link would end the outer one.
function isInLink(element: Element): boolean {
  for (let parent = element.parentNode; isElement(parent as Element | null); parent = (parent as Element).parentNode)
    if ((parent as Element).tagName === 'a') return true
  return false
}

function fileName(address: string): string {
  const name = address.split(/[?#]/)[0]?.split('/').pop() ?? address
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
