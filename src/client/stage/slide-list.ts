import type { RevealApi } from 'reveal.js'
import type { ListedSlide } from './messages.ts'
import { titleOf } from '../viewer/slide-title.ts'

const LONGEST = 90

/** All slides of a deck in order, including those that reveal.js does not count. */
export function slidesOf(deck: RevealApi): HTMLElement[] {
  return [...(deck.getSlidesElement()?.querySelectorAll<HTMLElement>('section:not(.stack)') ?? [])]
}

export function listSlides(deck: RevealApi): ListedSlide[] {
  const { slideNumber } = deck.getConfig()
  const inOrder = slideNumber === false || slideNumber === 'c' || slideNumber === 'c/t'
  return slidesOf(deck).map((slide, index) => {
    const { h, v } = deck.getIndices(slide)
    const number = inOrder ? index + 1 : `${h + 1}${slide.closest('.stack') ? `.${(v ?? 0) + 1}` : ''}`
    const timing = Number.parseInt(slide.dataset['timing'] ?? '', 10)
    return { number: String(number), title: titleOf(slide) || firstWords(slide), h, v: v ?? 0, ...(Number.isNaN(timing) ? {} : { timing }) }
  })
}

function firstWords(slide: HTMLElement): string {
  const content = slide.querySelector(':scope > div') ?? slide
  return content.textContent.trim().replace(/\s+/g, ' ').slice(0, LONGEST)
}
