import type { UiLanguage } from './ui-language.ts'

/** A dialog over the page. A click outside, its button or Escape closes and removes it, and the focus returns to where it was. */
export function openDialog(name: string, title: string, { lang, words }: UiLanguage, content: readonly Node[]): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = `window ${name}`
  dialog.lang = lang
  const heading = document.createElement('h2')
  heading.textContent = title
  // Not `aria-labelledby`: an element of a slide may have the same id as the heading.
  dialog.setAttribute('aria-label', title)
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'window-close'
  close.textContent = words.close
  close.addEventListener('click', () => dialog.close())
  dialog.append(heading, close, ...content)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
