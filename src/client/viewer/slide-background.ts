import { isPictureAddress } from '../../core/shared/background.ts'

/**
 * Puts a slide's background into the slide: reveal.js paints it elsewhere, and only near the slide that is shown. `shared` are the
 * declarations for a slide that has none of its own.
 */
export function putBackground(slide: HTMLElement, shared: string | undefined): HTMLElement | undefined {
  const { backgroundColor, backgroundGradient, backgroundImage, background } = slide.dataset
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
  for (const one of addressesIn(address).toReversed()) element.append(imageOf(one.trim(), slide.dataset))
  slide.prepend(element)
  return element
}

function imageOf(
  address: string,
  { backgroundAlt, backgroundSize, backgroundRepeat, backgroundPosition, backgroundOpacity }: DOMStringMap,
): HTMLElement {
  const image = document.createElement('img')
  // On the screen, the slide has the text already.
  image.alt = (document.documentElement.matches('.on-paper') && backgroundAlt) || ''
  image.src = address
  const isWhole = /^(cover|contain|)$/.test(backgroundSize ?? '') && /^(no-repeat|)$/.test(backgroundRepeat ?? '')
  // An element is printed even if the browser omits backgrounds; only a background has other sizes, or is repeated.
  const shown = isWhole ? image : document.createElement('span')
  if (isWhole) {
    image.style.objectFit = backgroundSize === 'contain' ? 'contain' : 'cover'
    image.style.objectPosition = backgroundPosition ?? '50% 50%'
  } else {
    Object.assign(shown.style, {
      position: 'absolute',
      inset: '0',
      backgroundImage: `url(${JSON.stringify(address)})`,
      backgroundSize: backgroundSize ?? 'cover',
      backgroundPosition: backgroundPosition ?? '50% 50%',
      backgroundRepeat: backgroundRepeat ?? 'no-repeat',
      printColorAdjust: 'exact',
    })
    // Printing waits for images.
    image.style.display = 'none'
    shown.append(image)
  }
  if (backgroundOpacity !== undefined) shown.style.opacity = backgroundOpacity
  return shown
}

function addressesIn(address: string | undefined): string[] {
  if (address === undefined) return []
  // The comma of a data address does not separate two images.
  return address.startsWith('data:') ? [address] : address.split(',')
}
