import { makeElement } from '../make-element.ts'
import { storeSetting, readSetting } from '../viewer/settings.ts'

const SIZES = [16, 18, 20, 22, 24, 26, 30, 34, 40, 46, 54] as const

/** The text of notes; its size is kept for all decks. */
export interface NotesText {
  readonly element: HTMLElement
  /** Shows notes, or the text `otherwise` if there are none. */
  readonly fill: (content: Iterable<Node>, otherwise: string) => void
  /** By 1 or -1. */
  readonly resize: (by: number) => void
}

/** `usual` is the size of text in pixels, until another is chosen. */
export function makeNotesText(usual: (typeof SIZES)[number] = 20): NotesText {
  const element = makeElement('div', { className: 'notes-text' })
  const size = () => Number(readSetting('hedgerow-notes') ?? usual)
  const show = (pixels: number) => {
    element.style.fontSize = `${pixels}px`
  }
  show(SIZES.find((known) => known >= size()) ?? usual)
  return {
    element,
    fill(content, otherwise) {
      element.replaceChildren(...content)
      // The ids belong to the elements of the slide.
      for (const named of element.querySelectorAll('[id]')) named.removeAttribute('id')
      if (!element.hasChildNodes()) element.textContent = otherwise
    },
    resize(by) {
      const at = SIZES.findIndex((known) => known >= Number.parseInt(element.style.fontSize, 10))
      const chosen = SIZES[Math.min(SIZES.length - 1, Math.max(0, at + by))] ?? usual
      show(chosen)
      storeSetting('hedgerow-notes', String(chosen))
    },
  }
}
