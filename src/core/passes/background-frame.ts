import type { Element, Tree } from '../model.ts'
import { append, createElement, createText, isElement } from '../tree.ts'

/** The attribute of a slide that asks for a frame behind it. */
export const BACKGROUND_FRAME = 'data-background-iframe'
/** The class of the link that puts the frame there, once somebody has clicked it. */
export const BACKGROUND_FRAME_CLASS = 'embed-background'

/** Puts a link to the page that a slide wants behind it at the end of the slide: what is on another server waits for a click. */
export function offerBackgroundFrame(tree: Tree, address: string): void {
  const link = createElement('a', { class: `embed ${BACKGROUND_FRAME_CLASS}`, href: address })
  const paragraph = createElement('p')
  append(link, [createText(address)])
  append(paragraph, [link])
  const [wrapper] = tree.childNodes.filter((node): node is Element => isElement(node))
  append(wrapper ?? tree, [paragraph])
}
