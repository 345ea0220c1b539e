import { missingImageText } from '../../core/i18n/words-in.ts'
import type { UiLanguage } from '../ui-language.ts'

/** Shows a card for each image that is missing or on another server: the page loads neither, and reveal.js must not find the addresses. */
export function replaceMissingImages(root: HTMLElement, language: UiLanguage): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-src]')) image.replaceWith(card(image, language))
}

function card(image: HTMLImageElement, { words }: UiLanguage): HTMLElement {
  const address = image.dataset['src'] ?? ''
  const url = /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address) : undefined
  const element = document.createElement(url && !image.closest('a') ? 'a' : 'span')
  const text = missingImageText({ address, alt: image.alt, host: url?.host }, words)
  // It takes the place and the size of the image, and is the same step.
  for (const name of ['id', 'class', 'style', 'data-fragment-index', 'data-id']) {
    const value = image.getAttribute(name)
    if (value !== null) element.setAttribute(name, value)
  }
  element.classList.add('absent')
  for (const name of ['width', 'height'] as const) {
    const [, size, unit = 'px'] = /^(\d+(?:\.\d+)?)(px|%)?$/.exec(image.getAttribute(name)?.trim() ?? '') ?? []
    if (size !== undefined && element.style[name] === '') element.style[name] = size + unit
  }
  if (isTooSmallForText(element.style)) element.classList.add('absent-box')
  element.title = text
  element.textContent = text
  if (!(element instanceof HTMLAnchorElement)) return element
  element.href = address
  element.target = '_blank'
  element.rel = 'noopener noreferrer'
  return element
}

// In pixels: the text would break into letters, or be cut.
const NARROW = 160
const LOW = 60

function isTooSmallForText({ width, height }: CSSStyleDeclaration): boolean {
  const isBelow = (size: string, least: number) => size.endsWith('px') && Number.parseFloat(size) < least
  return isBelow(width, NARROW) || isBelow(height, LOW)
}

/** A click on the card of an embedded page replaces it with the frame; until then nothing is requested from its host. */
export function openEmbedsOnClick(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.embed[data-frame]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.className = link.className
    frame.title = link.textContent ?? ''
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox')
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
    // Video players refuse to play without a referrer.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.src = link.dataset['frame'] ?? ''
    link.replaceWith(frame)
    frame.focus()
  })
}

/**
 * Lets no sound start automatically, since a person who cannot see where it comes from cannot stop it. Videos without sound may start;
 * the others get controls.
 */
export function limitAutoplay(root: HTMLElement, playsAll: boolean): void {
  // A background video has no controls.
  for (const slide of root.querySelectorAll('section[data-background-video]')) slide.setAttribute('data-background-video-muted', '')
  for (const medium of root.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (medium.defaultMuted) medium.toggleAttribute('data-autoplay', playsAll || medium.hasAttribute('data-autoplay'))
    else if (playsAll || medium.hasAttribute('data-autoplay')) {
      medium.removeAttribute('data-autoplay')
      medium.controls = true
    }
  }
}
