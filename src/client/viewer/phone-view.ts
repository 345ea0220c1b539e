import { readOptions } from '../page-events.ts'
import { limitAutoplay } from './slide-media.ts'
import { showBackgrounds } from './phone-backgrounds.ts'
import { describeSlides } from './describe-slides.ts'
import type { UiLanguage } from '../ui-language.ts'
import { playInView } from './play-in-view.ts'
import { slideAt } from './slide-at.ts'

/** On an upright phone the slides are one below the other; an address of a slide scrolls to it. Returns what prepares the slides for the other view. */
export function openPhoneView(element: HTMLElement, language: UiLanguage): () => void {
  const hideBackgrounds = showBackgrounds(element)
  const slides = [...element.querySelectorAll<HTMLElement>('.slides section:not(.stack)')]
  for (const [index, slide] of slides.entries()) slide.dataset['place'] = String(index + 1)
  describeSlides(slides, language)
  makeScrollable(slides)
  const follow = () => {
    document.documentElement.classList.remove('elsewhere')
    slideAt(element, location.hash)?.scrollIntoView()
  }
  // The first slide has no name.
  addEventListener('hashchange', () => (location.hash === '#/' ? element.scrollIntoView() : follow()))
  follow()
  limitAutoplay(element, readOptions(element).autoPlayMedia === true)
  playInView(element, matchMedia('(prefers-reduced-motion: reduce)').matches)
  return hideBackgrounds
}

// What is wider than the phone can be scrolled by key, too.
function makeScrollable(slides: readonly HTMLElement[]): void {
  for (const box of slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('table, pre')]))
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0
}
