import { readOptions } from '../page-events.ts'
import { limitAutoplay } from './slide-media.ts'
import { showBackgrounds } from './phone-backgrounds.ts'
import { playInView } from './play-in-view.ts'

/** On an upright phone the slides are one below the other; an address like `#/3/1` scrolls to its slide. Returns what prepares the slides for the other view. */
export function openPhoneView(element: HTMLElement): () => void {
  const hideBackgrounds = showBackgrounds(element)
  const follow = () => {
    document.documentElement.classList.remove('elsewhere')
    slideAt(element, location.hash)?.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()
  limitAutoplay(element, readOptions(element).autoPlayMedia === true)
  playInView(element, matchMedia('(prefers-reduced-motion: reduce)').matches)
  return hideBackgrounds
}

function slideAt(element: HTMLElement, hash: string): Element | undefined {
  const position = /^#\/(\d+)(?:\/(\d+))?/.exec(hash)
  if (!position) return undefined
  const column = element.querySelectorAll('.slides > section')[Number(position[1])]
  return column?.querySelectorAll(':scope > section')[Number(position[2] ?? 0)] ?? column
}
