import type { Element } from '../../model.ts'
import { absentText } from '../../i18n/absent-text.ts'
import type { Words } from '../../i18n/words.ts'
import { readAddress } from '../../clean/address.ts'
import { append, attributeOf, closest, createElement, createText } from '../../tree.ts'

/** A card in place of an image that is on another server or missing. */
export function missingImage(image: Element, words: Words): Element {
  const address = attributeOf(image, 'data-src') ?? ''
  const read = readAddress(address)
  const url = read.kind === 'remote' ? read.url : undefined
  // A link in a link would end the outer one.
  const card =
    url && !closest(image, 'a')
      ? createElement('a', { class: 'hr-absent', href: url.href, target: '_blank', rel: 'noopener noreferrer' })
      : createElement('span', { class: 'hr-absent' })
  const picture = { address, alt: attributeOf(image, 'alt') ?? '', host: url?.host }
  append(card, [createText(absentText(picture, words.viewer))])
  return card
}
