import { levelsInOrder } from '../../core/shared/heading-levels.ts'
import { nameOf } from './slide-title.ts'
import type { UiLanguage } from '../ui-language.ts'

/** Makes slides named groups for screen readers, with their headings in order. */
export function describeSlides(slides: readonly HTMLElement[], language: UiLanguage): void {
  for (const slide of slides) {
    slide.setAttribute('role', 'group')
    slide.setAttribute('aria-roledescription', language.words.slide)
    slide.setAttribute('aria-label', nameOf(slide, slides, language))
    orderHeadings(slide)
  }
}

// Only `aria-level` changes, so that the headings keep the look that the author chose.
function orderHeadings(slide: HTMLElement): void {
  const headings = [...slide.querySelectorAll(':is(h1, h2, h3, h4, h5, h6):not(aside *)')]
  const levels = levelsInOrder(headings.map(({ localName }) => Number(localName[1])))
  for (const [index, heading] of headings.entries()) heading.setAttribute('aria-level', String(levels[index]))
}
