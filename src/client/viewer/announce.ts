import { makeElement } from '../make-element.ts'
import type { UiLanguage } from '../ui-language.ts'

/** A live region: screen readers read its text when it changes, after the current sentence. */
export function openAnnouncer({ lang }: UiLanguage): (text: string) => void {
  const region = makeElement('div', { className: 'announcer', lang, role: 'status' })
  document.body.append(region)
  return (text) => {
    region.textContent = text
  }
}

/** Shows a text for a moment, one of the kind `long` for longer; screen readers get it from the announcer. */
export function flash(text: string, kind = ''): void {
  const note = makeElement('p', { className: `flash ${kind}`, ariaHidden: 'true' }, text)
  note.addEventListener('animationend', () => note.remove())
  document.body.append(note)
}
