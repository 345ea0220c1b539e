import { fill } from '../../core/i18n/words-in.ts'
import type { Words } from '../../core/i18n/words.ts'
import { viewerWordsIn } from '../words.ts'

/** The language of the user interface, and its words. */
export interface UiLanguage {
  readonly lang: string
  readonly words: Words['viewer']
}

/** The language of the viewer's browser, else that of the deck, else English. */
export function chooseLanguage(element: Element): UiLanguage {
  const ofDeck = element.closest('[lang]')?.getAttribute('lang') ?? ''
  return viewerWordsIn([...navigator.languages, ofDeck])
}

/** A live region: screen readers read its text when it changes, after the current sentence. */
export function openAnnouncer({ lang }: UiLanguage): (text: string) => void {
  const region = document.createElement('div')
  region.className = 'announcer'
  region.lang = lang
  region.setAttribute('role', 'status')
  document.body.append(region)
  return (text) => {
    region.textContent = text
  }
}

/** The first heading of a slide, or an empty text. */
export function titleOf(slide: Element): string {
  return slide.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim().replace(/\s+/g, ' ') ?? ''
}

/** As in "Slide 3 of 25: Team IaaS". */
export function nameOf(slide: HTMLElement, slides: readonly HTMLElement[], { words }: UiLanguage): string {
  const title = titleOf(slide)
  const place = fill(words.slideOf, slides.indexOf(slide) + 1, slides.length)
  return title === '' ? place : `${place}: ${title}`
}
