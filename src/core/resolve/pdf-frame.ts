import type { Element } from '../model.ts'
import { append, createElement, replace, textOf } from '../tree.ts'

/**
 * Shows a PDF of the site in the place of the link to it, which stays below: for print, for phones and for whoever has no script.
 * reveal.js loads the frame when its slide comes near.
 */
export function showPdf(link: Element, address: string): void {
  const holder = createElement('span', { class: 'pdf' })
  const frame = createElement('iframe', { class: 'embed', 'data-src': address, title: textOf(link) })
  replace(link, [holder])
  append(holder, [frame, link])
}
