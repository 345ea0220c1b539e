import { absentText } from '../../core/i18n/absent-text.ts'
import type { UiLanguage } from './ui-language.ts'

/** Shows a card for each image that is missing or on another server: the page loads neither, and reveal.js must not find the addresses. */
export function replaceMissingImages(root: HTMLElement, language: UiLanguage): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-src]')) image.replaceWith(card(image, language))
}

function card(image: HTMLImageElement, { words }: UiLanguage): HTMLElement {
  const address = image.dataset['src'] ?? ''
  const url = /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address) : undefined
  const element = document.createElement(url && !image.closest('a') ? 'a' : 'span')
  element.className = 'absent'
  element.textContent = absentText({ address, alt: image.alt, ...(url ? { host: url.host } : {}) }, words)
  if (!(element instanceof HTMLAnchorElement)) return element
  element.href = address
  element.target = '_blank'
  element.rel = 'noopener noreferrer'
  return element
}
