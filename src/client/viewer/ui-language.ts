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
