import type { RevealApi } from 'reveal.js'

export interface Zoom {
  /** Enlarges the area around a point of the slide. */
  readonly into: (x: number, y: number) => void
  readonly out: () => void
  readonly isIn: () => boolean
}

const SCALE = 2.2

/** Enlarges a part of the slide until the slide changes. */
export function zoomSlides(deck: RevealApi): Zoom {
  const viewport = deck.getRevealElement() as HTMLElement
  const slides = deck.getSlidesElement() as HTMLElement
  const { width, height } = deck.getComputedSlideSize()
  const out = () => viewport.classList.remove('zoomed')
  deck.on('slidechanged', out)
  deck.on('overviewshown', out)
  return {
    into(x, y) {
      if (viewport.classList.contains('zoomed')) return
      const box = slides.getBoundingClientRect()
      viewport.style.setProperty('--zoom-x', `${box.left + (x / width) * box.width}px`)
      viewport.style.setProperty('--zoom-y', `${box.top + (y / height) * box.height}px`)
      viewport.style.setProperty('--zoom', String(SCALE))
      viewport.classList.add('zoomed')
    },
    out,
    isIn: () => viewport.classList.contains('zoomed'),
  }
}
