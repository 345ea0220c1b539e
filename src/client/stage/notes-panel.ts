import type { RevealApi } from 'reveal.js'
import { makeButton, makeElement } from '../make-element.ts'
import { onPageEvent } from '../page-events.ts'
import type { StageLanguage } from '../ui-language.ts'
import { notesOfSlide } from './notes-of-slide.ts'
import { makeNotesText } from './notes-text.ts'

export interface NotesPanel {
  readonly toggle: () => void
  readonly close: () => void
}

/**
 * The notes below the slides, for talks with one screen. Only its key or button opens it, never a link or a reload. It is not available
 * in full screen or together with a speaker view, so that the audience does not see the notes by mistake.
 */
export function makeNotesPanel(
  deck: RevealApi,
  { lang, words, stage }: StageLanguage,
  { announce, tell }: { readonly announce: (text: string) => void; readonly tell: (text: string) => void },
  hasSpeaker: () => boolean,
): NotesPanel {
  const { element, fill: show, resize } = makeNotesText()
  const header = makeElement(
    'header',
    {},
    button('A−', `A− ${stage.smaller}`, () => resize(-1)),
    button('A+', `A+ ${stage.larger}`, () => resize(1)),
    button('×', words.close, () => close()),
  )
  // Focusable, so that long notes can be scrolled by key.
  const panel = makeElement('aside', { className: 'stage-notes', lang, ariaLabel: stage.notes, tabIndex: 0 }, header, element)
  const fill = () => {
    element.lang = deck.getRevealElement()?.closest('[lang]')?.getAttribute('lang') ?? ''
    show(notesOfSlide(deck.getCurrentSlide())?.childNodes ?? [], stage.noNotes)
    panel.scrollTop = 0
  }
  const makeRoom = (isOpen: boolean) => {
    document.documentElement.classList.toggle('with-notes', isOpen)
    deck.layout()
  }
  const close = () => {
    if (!panel.isConnected) return
    panel.remove()
    makeRoom(false)
    announce(stage.notesClosed)
  }
  deck.on('slidechanged', fill)
  const fillStep = () => {
    if (deck.getCurrentSlide()?.querySelector('[data-step-notes]')) fill()
  }
  for (const event of ['fragmentshown', 'fragmenthidden']) deck.on(event, fillStep)
  onPageEvent('hedgerow:changed', fill)
  document.addEventListener('fullscreenchange', close)
  return {
    close,
    toggle() {
      if (panel.isConnected) return close()
      if (hasSpeaker()) return tell(stage.inSpeaker)
      if (document.fullscreenElement) return tell(stage.inFullScreen)
      fill()
      document.body.append(panel)
      makeRoom(true)
      announce(words.notes)
    },
  }
}

function button(text: string, label: string, does: () => void): HTMLElement {
  return Object.assign(makeButton(text, does), { ariaLabel: label, title: label })
}
