import { isPictureAddress } from '../../core/shared/background.ts'

/**
 * Puts a slide's background into the slide: reveal.js paints it elsewhere, and only near the slide that is shown. `shared` are the
 * declarations for a slide that has none of its own.
 */
export function putBackground(slide: HTMLElement, shared: string | undefined): HTMLElement | undefined {
  const { backgroundColor, backgroundGradient, backgroundImage, backgroundSize, backgroundPosition, backgroundOpacity, background } =
    slide.dataset
  const isImage = isPictureAddress(background ?? '')
  const address = backgroundImage ?? (isImage ? background : undefined)
  // A colour or a gradient.
  const plain = isImage ? undefined : background
  const hasNone = address === undefined && plain === undefined && backgroundColor === undefined && backgroundGradient === undefined
  if (hasNone && shared === undefined) return undefined
  const element = document.createElement('span')
  element.className = 'hr-background'
  if (hasNone) element.style.cssText = shared ?? ''
  if (plain !== undefined) element.style.background = plain
  if (backgroundColor !== undefined) element.style.backgroundColor = backgroundColor
  if (backgroundGradient !== undefined) element.style.backgroundImage = backgroundGradient
  for (const one of addressesIn(address).toReversed()) {
    // An element is printed even if the browser omits backgrounds.
    const image = document.createElement('img')
    image.alt = ''
    image.src = one.trim()
    image.style.objectFit = backgroundSize === 'contain' ? 'contain' : 'cover'
    image.style.objectPosition = backgroundPosition ?? '50% 50%'
    if (backgroundOpacity !== undefined) image.style.opacity = backgroundOpacity
    element.append(image)
  }
  slide.prepend(element)
  return element
}

function addressesIn(address: string | undefined): string[] {
  if (address === undefined) return []
  // The comma of a data address does not separate two images.
  return address.startsWith('data:') ? [address] : address.split(',')
}
