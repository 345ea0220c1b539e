import { BACKGROUND_FRAME } from '../clean/policy.ts'
import type { Element } from '../model.ts'
import { append, createElement, createText, isElement } from '../tree.ts'
import type { PassagePass } from './pass.ts'

/** `<!-- .slide: data-background-iframe="…" -->` becomes a link at the end of the slide: pages of other servers load after a click. */
export const backgroundFrame: PassagePass = ({ tree, attributes }) => {
  const address = attributes[BACKGROUND_FRAME]
  if (address === undefined) return
  // The class tells the script of the page where to put the frame.
  const link = createElement('a', { class: 'embed embed-background', href: address })
  const paragraph = createElement('p')
  append(link, [createText(address)])
  append(paragraph, [link])
  const [wrapper] = tree.childNodes.filter((node): node is Element => isElement(node))
  append(wrapper ?? tree, [paragraph])
}
