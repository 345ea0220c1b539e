import { fitSlides } from './fit-slides.ts'

export interface PrintedSlides {
  readonly slides: readonly HTMLElement[]
  /** In pixels. */
  readonly width: number
  readonly height: number
}

// Free room around a slide, as on the screen.
const MARGIN = 0.04

/**
 * Makes the page ready whenever the browser prints: one slide to a page, in its proportions, with its background. Nothing of it stays.
 */
export function printSlides(paper: PrintedSlides): void {
  let clear: (() => void) | undefined
  const prepare = () => (clear ??= layOut(paper))
  const restore = () => {
    clear?.()
    clear = undefined
  }
  addEventListener('beforeprint', prepare)
  addEventListener('afterprint', restore)
  // Where printing is tried on the screen there are no such events.
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? prepare() : restore()))
}

/** Prints once all pictures have arrived; those of slides that nobody has seen have not been asked for. */
export async function print(paper: PrintedSlides): Promise<void> {
  const clear = layOut(paper)
  const images = paper.slides.flatMap((slide) => [...slide.querySelectorAll('img')])
  for (const image of images) image.loading = 'eager'
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
  clear()
  window.print()
}

function layOut({ slides, width, height }: PrintedSlides): () => void {
  const page = document.createElement('style')
  const size = [width, height].map((side) => Math.round(side / (1 - MARGIN)))
  page.textContent = `@page{size:${size[0]}px ${size[1]}px;margin:0}:root{--page-width:${size[0]}px;--page-height:${size[1]}px}`
  document.head.append(page)
  document.documentElement.classList.add('on-paper')
  const backgrounds = slides.flatMap((slide) => backgroundOf(slide) ?? [])
  const closed = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLDetailsElement>('details:not([open])')])
  for (const details of closed) details.open = true
  fitSlides(slides)
  return () => {
    for (const element of [page, ...backgrounds]) element.remove()
    for (const details of closed) details.open = false
    document.documentElement.classList.remove('on-paper')
    fitSlides(slides)
  }
}

/** What is behind a slide, in the slide: reveal.js paints it elsewhere, and only near the slide that is shown. */
function backgroundOf(slide: HTMLElement): HTMLElement | undefined {
  const { backgroundColor, backgroundGradient, backgroundImage, backgroundSize, backgroundPosition, backgroundOpacity, background } =
    slide.dataset
  const isImage = /\.(svg|png|jpe?g|gif|bmp|webp|avif)([?#]|$)/i.test(background ?? '')
  const address = backgroundImage ?? (isImage ? background : undefined)
  const colour = backgroundColor ?? (isImage ? undefined : background)
  const hasNone = address === undefined && colour === undefined && backgroundGradient === undefined
  // The picture behind all slides, where reveal.js shows one.
  const shared = hasNone ? document.querySelector<HTMLElement>('.has-parallax-background>.backgrounds')?.style.cssText : ''
  if (shared === undefined) return undefined
  const element = document.createElement('span')
  element.className = 'ground'
  element.style.cssText = shared
  if (colour !== undefined) element.style.backgroundColor = colour
  if (backgroundGradient !== undefined) element.style.backgroundImage = backgroundGradient
  for (const one of addressesIn(address).toReversed()) {
    // An element prints even where a browser leaves out backgrounds.
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
  // Its own comma is none between two.
  return address.startsWith('data:') ? [address] : address.split(',')
}
