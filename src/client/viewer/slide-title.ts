import { fill } from '../../core/i18n/words-in.ts'
import type { UiLanguage } from '../ui-language.ts'

/** The first heading of a slide, or an empty text. */
export function titleOf(slide: Element): string {
  return slide.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim().replace(/\s+/g, ' ') ?? ''
}

/** As in "Slide 3 of 25: Team IaaS". */
export function nameOf(slide: HTMLElement, slides: readonly HTMLElement[], { words }: UiLanguage): string {
  const title = titleOf(slide)
  const position = fill(words.slideOf, slides.indexOf(slide) + 1, slides.length)
  return title === '' ? position : fill(words.named, position, title)
}
