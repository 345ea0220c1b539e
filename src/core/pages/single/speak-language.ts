import { wordsIn } from '../../i18n/words-in.ts'
import type { Element } from '../../model.ts'
import { append, attributeOf, createText, removeAttribute, setAttribute } from '../../tree.ts'
import { padLabel } from '../pad-origin.ts'

/** Puts the interface of a deck's page, which speaks the language of its site, into the language of the deck. */
export function speakLanguage(elements: readonly Element[], lang: string): void {
  const { lang: spoken, words } = wordsIn([lang])
  const say = (element: Element, text: string) => {
    element.childNodes = []
    append(element, [createText(text)])
  }
  for (const element of elements) {
    const parent = element.parentNode && 'tagName' in element.parentNode ? element.parentNode.tagName : undefined
    if (element.tagName === 'main') removeAttribute(element, 'data-interface')
    // Only our own: what authors write is in slides.
    if (parent === 'main' && attributeOf(element, 'class') === 'deck-draft') {
      setAttribute(element, 'lang', spoken)
      say(element, words.index.draft)
    }
    if (element.tagName === 'link' && parent === 'head') speakLink(element, lang)
  }
}

// Labels of the toolbar.
function speakLink(link: Element, lang: string): void {
  const { lang: spoken, words } = wordsIn([lang])
  const date = attributeOf(link, 'data-date')
  const rel = attributeOf(link, 'rel')
  if (rel === 'alternate' && attributeOf(link, 'type') === 'text/html') setAttribute(link, 'title', words.viewer.read)
  if (rel !== 'via') return
  setAttribute(link, 'lang', spoken)
  setAttribute(link, 'title', padLabel({ address: attributeOf(link, 'href') ?? '', date }, spoken))
}
