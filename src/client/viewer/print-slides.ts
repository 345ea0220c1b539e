import { fitSlides } from './fit-slides.ts'
import { putBackground } from './slide-background.ts'
import { showWhole } from './whole-picture.ts'

export interface PrintedSlides {
  readonly slides: readonly HTMLElement[]
  /** In pixels. */
  readonly width: number
  readonly height: number
}

// The margin around a slide, as on the screen.
const MARGIN = 0.04

/** Lays out the page whenever the browser prints: one slide per page, in its proportions, with its background; undone afterwards. */
export function printSlides(paper: PrintedSlides): void {
  let clear: (() => void) | undefined
  const prepare = () => (clear ??= layOut(paper))
  const restore = () => {
    clear?.()
    clear = undefined
  }
  addEventListener('beforeprint', prepare)
  addEventListener('afterprint', restore)
  // When the developer tools emulate print media, there are no such events.
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? prepare() : restore()))
}

/** Prints once all images are loaded; those of slides that were never shown have not been requested yet. */
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
  const onPage = (side: number) => Math.round(side / (1 - MARGIN))
  const size = [onPage(width), onPage(height)] as const
  page.textContent = `@page{size:${size[0]}px ${size[1]}px;margin:0}:root{--page-width:${size[0]}px;--page-height:${size[1]}px}`
  document.head.append(page)
  document.documentElement.classList.add('on-paper')
  // The image behind all slides, if there is one.
  const shared = document.querySelector<HTMLElement>('.has-parallax-background>.backgrounds')?.style.cssText
  const backgrounds = slides.flatMap((slide) =>
    [putBackground(slide, shared), deckBackground(slide)].filter((element) => element !== undefined),
  )
  if (shared !== undefined) for (const background of backgrounds) showWhole(background, size)
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

/** Puts a copy of the background that the author gave to the whole deck below that of a slide. */
function deckBackground(slide: HTMLElement): HTMLElement | undefined {
  const background = document.querySelector('.reveal>.deck-background')
  if (!background) return undefined
  const { backgroundColor, backgroundImage } = getComputedStyle(background)
  if (backgroundImage === 'none' && backgroundColor === 'rgba(0, 0, 0, 0)') return undefined
  const element = document.createElement('span')
  element.className = `hr-background ${background.className}`
  slide.prepend(element)
  return element
}
