import { makeElement } from '../make-element.ts'
import type { UiLanguage } from '../ui-language.ts'
import { openDialog } from './dialog.ts'

/** Asks for words, and finds them on the index page, whose address is given, in all decks of the site. */
export function openSearch(index: string, language: UiLanguage): void {
  const { search } = language.words
  const field = makeElement('input', {
    type: 'search',
    ariaLabel: search,
    placeholder: search,
    autocomplete: 'off',
    enterKeyHint: 'search',
  })
  const dialog = openDialog('search', search, language, [field])
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter' || field.value.trim() === '') return
    dialog.close()
    location.assign(`${index}?q=${encodeURIComponent(field.value.trim())}`)
  })
  field.focus()
}
