import { readOptions } from '../page-events.ts'
import { limitAutoplay } from './slide-media.ts'
import { showBackgrounds } from './phone-backgrounds.ts'
import { playInView } from './play-in-view.ts'
import { slideAt } from './slide-at.ts'

/** On an upright phone the slides are one below the other; an address of a slide scrolls to it. Returns what prepares the slides for the other view. */
export function openPhoneView(element: HTMLElement): () => void {
  const hideBackgrounds = showBackgrounds(element)
  for (const [index, slide] of element.querySelectorAll<HTMLElement>('.slides section:not(.stack)').entries())
    slide.dataset['place'] = String(index + 1)
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
