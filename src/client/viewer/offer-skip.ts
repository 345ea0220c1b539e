import { makeButton } from '../make-element.ts'
import type { UiLanguage } from '../ui-language.ts'

/** A button in front of the bar, the first element that Tab reaches, which moves the focus to the slide. Returns it. */
export function offerSkip({ lang, words }: UiLanguage, current: () => HTMLElement): HTMLElement {
  const skip = makeButton(words.skip, () => {
    const slide = current()
    slide.tabIndex = -1
    slide.focus()
  })
  document.body.prepend(Object.assign(skip, { className: 'skip', lang }))
  return skip
}
