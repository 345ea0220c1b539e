import type { RevealApi } from 'reveal.js'
import { fitSlides } from './fit-slides.ts'

const ROUNDING = 1

/** Fits the slide that is shown again once its content has become larger: by the text spacing or the fonts of a reader, or another window. */
export function refitOnGrowth(deck: RevealApi): void {
  const refit = () => {
    const slide = deck.getCurrentSlide()
    if (!slide || deck.isOverview() || document.documentElement.matches('.on-paper')) return
    const isOver = slide.scrollHeight > slide.clientHeight + ROUNDING || slide.scrollWidth > slide.clientWidth + ROUNDING
    if (isOver && !slide.matches('.scrolls')) fitSlides([slide])
  }
  const observer = new ResizeObserver(refit)
  const observe = () => {
    observer.disconnect()
    for (const part of deck.getCurrentSlide()?.children ?? []) observer.observe(part)
  }
  deck.on('slidechanged', observe)
  observe()
}
