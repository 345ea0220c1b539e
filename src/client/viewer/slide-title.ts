import { fill } from '../../core/i18n/words-in.ts'
import { readOptions } from '../page-events.ts'
import type { UiLanguage } from '../ui-language.ts'
import { spokenText } from './spoken-text.ts'

/** The first heading of a slide, or an empty text. */
export function titleOf(slide: Element): string {
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6')
  return heading ? spokenText(heading) : ''
}

/** As in "Slide 3 of 25: Team IaaS"; "Slide 2.1, 3 of 25: Team IaaS" where the slide shows another number than its place. */
export function nameOf(slide: HTMLElement, slides: readonly HTMLElement[], { words }: UiLanguage): string {
  const title = titleOf(slide)
  const place = String(slides.indexOf(slide) + 1)
  const number = numberOf(slide, slides)
  const position = number === place ? fill(words.slideOf, place, slides.length) : fill(words.slideAt, number, place, slides.length)
  return title === '' ? position : fill(words.named, position, title)
}

/** As the slide shows it: its place in the deck, or those of its column and of itself in that. */
export function numberOf(slide: HTMLElement, slides: readonly HTMLElement[]): string {
  const reveal = slide.closest<HTMLElement>('.reveal')
  const { slideNumber = false } = readOptions(reveal)
  // Composed slides show their place, unless the author chose.
  const isPlace = slideNumber === true && reveal?.matches('.composed') === true
  if (isPlace || slideNumber === false || slideNumber === 'c' || slideNumber === 'c/t') return String(slides.indexOf(slide) + 1)
  const stack = slide.parentElement?.closest('section')
  const column = placeOf(stack ?? slide)
  return stack ? `${column}.${placeOf(slide)}` : String(column)
}

function placeOf(section: Element): number {
  return [...(section.parentElement?.children ?? [])].filter((sibling) => sibling.localName === 'section').indexOf(section) + 1
}
