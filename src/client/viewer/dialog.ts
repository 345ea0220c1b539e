import { makeButton, makeElement } from '../make-element.ts'
import type { UiLanguage } from '../ui-language.ts'

/** A dialog over the page. A click outside, its button or Escape closes and removes it, and the focus returns to where it was. */
export function openDialog(name: string, title: string, { lang, words }: UiLanguage, content: readonly Node[]): HTMLDialogElement {
  const close = makeButton(words.close, () => dialog.close())
  close.className = 'window-close'
  const dialog = makeElement('dialog', { className: `window ${name}`, lang }, makeElement('h2', {}, title), close, ...content)
  // Not `aria-labelledby`: an element of a slide may have the same id as the heading.
  dialog.setAttribute('aria-label', title)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
