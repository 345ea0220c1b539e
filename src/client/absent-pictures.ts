import { fill } from '../core/words/words-in.ts'
import type { Speech } from './viewer/speak.ts'

/**
 * Shows a card for each picture that is on another server or missing: the page loads neither,
 * and reveal.js must not find their addresses.
 */
export function replaceAbsentPictures(root: HTMLElement, speech: Speech): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-src]')) image.replaceWith(card(image, speech))
}

function card(image: HTMLImageElement, { words }: Speech): HTMLElement {
  const address = image.dataset['src'] ?? ''
  const remote = /^https?:\/\//.test(address)
  const element = document.createElement(remote ? 'a' : 'span')
  element.className = 'absent'
  const name = image.alt || decodeName(address)
  if (!(element instanceof HTMLAnchorElement)) {
    element.textContent = `${name} (${words.missing})`
    return element
  }
  element.href = address
  element.target = '_blank'
  element.rel = 'noopener noreferrer'
  element.textContent = `${name} (${fill(words.elsewhere, element.host)})`
  return element
}

function decodeName(address: string): string {
  const name = address.split(/[?#]/)[0]?.split('/').pop() ?? address
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
