import { fill } from '../../core/i18n/words-in.ts'
import type { Words } from '../../core/i18n/words.ts'
import { viewerWordsIn } from '../words.ts'

/** What the viewer says, and in which language. */
export interface UiLanguage {
  readonly lang: string
  readonly words: Words['viewer']
}

/** The words of the viewer's browser, else of the deck, as far as there are such. */
export function chooseLanguage(element: Element): UiLanguage {
  const ofDeck = element.closest('[lang]')?.getAttribute('lang') ?? ''
  return viewerWordsIn([...navigator.languages, ofDeck])
}

/** A region that screen readers read when it changes, once they have nothing else to say. */
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

/** What a slide is called: its first heading, else nothing. */
export function titleOf(slide: Element): string {
  return slide.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim().replace(/\s+/g, ' ') ?? ''
}

/** As in "Slide 3 of 25: Team IaaS". */
export function nameOf(slide: HTMLElement, slides: readonly HTMLElement[], { words }: UiLanguage): string {
  const title = titleOf(slide)
  const place = fill(words.slideOf, slides.indexOf(slide) + 1, slides.length)
  return title === '' ? place : `${place}: ${title}`
}
