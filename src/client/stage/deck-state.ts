import type { RevealApi } from 'reveal.js'
import { numberOf, titleOf } from '../viewer/slide-title.ts'
import type { ListedSlide, Position, Screen } from './messages.ts'

const LONGEST = 90

export function positionOf(deck: RevealApi): Position {
  const { h, v, f } = deck.getIndices()
  return { h, v, f: f ?? null }
}

export function goTo(deck: RevealApi, { h, v, f }: Position): void {
  deck.slide(h, v, f ?? undefined)
}

/** The events of reveal.js after a deck has moved. */
export const MOVE_EVENTS = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const

/** All slides of a deck in order, including those that reveal.js does not count. */
export function slidesOf(deck: RevealApi): HTMLElement[] {
  return [...(deck.getSlidesElement()?.querySelectorAll<HTMLElement>('section:not(.stack)') ?? [])]
}

export function listSlides(deck: RevealApi): ListedSlide[] {
  const slides = slidesOf(deck)
  return slides.map((slide) => {
    const { h, v } = deck.getIndices(slide)
    const timing = Number.parseInt(slide.dataset['timing'] ?? '', 10)
    return {
      number: numberOf(slide, slides),
      title: titleOf(slide) || firstWords(slide),
      h,
      v: v ?? 0,
      timing: Number.isNaN(timing) ? undefined : timing,
    }
  })
}

function firstWords(slide: HTMLElement): string {
  const content = slide.querySelector(':scope > div') ?? slide
  return content.textContent.trim().replace(/\s+/g, ' ').slice(0, LONGEST)
}

// A white screen is the pause of reveal.js in another colour, so that the same keys end both.
const WHITE = 'white-screen'

export function readScreen(deck: RevealApi): Screen {
  if (!deck.isPaused()) return 'slide'
  return document.documentElement.classList.contains(WHITE) ? 'white' : 'black'
}

export function showScreen(deck: RevealApi, screen: Screen): void {
  const { classList } = document.documentElement
  if (screen !== 'slide') classList.toggle(WHITE, screen === 'white')
  if (deck.isPaused() !== (screen !== 'slide')) deck.togglePause(screen !== 'slide')
}

/** Resets the colour when the pause ends. */
export function watchScreen(deck: RevealApi): void {
  deck.on('resumed', () => document.documentElement.classList.remove(WHITE))
}
