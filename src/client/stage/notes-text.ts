import { makeElement } from '../make-element.ts'
import { storeSetting, readSetting } from '../viewer/settings.ts'

const SIZES = [16, 18, 20, 24, 28, 32, 38, 46] as const
const USUAL = 20

/** The text of notes; its size is kept for all decks. */
export interface NotesText {
  readonly element: HTMLElement
  /** Shows notes, or the text `otherwise` if there are none. */
  readonly fill: (content: Iterable<Node>, otherwise: string) => void
  /** By 1 or -1. */
  readonly resize: (by: number) => void
}

export function makeNotesText(): NotesText {
  const element = makeElement('div', { className: 'notes-text' })
  const size = () => Number(readSetting('hedgerow-notes') ?? USUAL)
  const show = (pixels: number) => {
    element.style.fontSize = `${pixels}px`
  }
  show(SIZES.find((known) => known >= size()) ?? USUAL)
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
      const chosen = SIZES[Math.min(SIZES.length - 1, Math.max(0, at + by))] ?? USUAL
      show(chosen)
      storeSetting('hedgerow-notes', String(chosen))
    },
  }
}
