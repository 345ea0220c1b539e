import type { RevealApi } from 'reveal.js'
import { type UiLanguage, withStageWords } from '../ui-language.ts'
import { type Following, followSpeaker } from './follow-speaker.ts'
import { showHelp } from './help.ts'
import { openJump } from './jump-to-slide.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { openDialog } from '../viewer/dialog.ts'
import type { Mark, Tool } from './messages.ts'
import { makeNotesPanel } from './notes-panel.ts'
import { flash } from '../viewer/announce.ts'
import { isFramed } from '../viewer/frame-mode.ts'
import { openSpeaker } from './open-speaker.ts'
import { goTo, listSlides, readScreen, showScreen, slidesOf, watchScreen } from './deck-state.ts'
import { openFramedDeck } from './framed-deck.ts'
import { readSession } from './session.ts'
import type { OpenStage, StageAction } from '../page-events.ts'
import { openPointerTools } from './pointer-tools.ts'

/** What the menu offers, in order. */
const MENU = [
  ...(['notes', 'pointer', 'pen', 'erase', 'keep', 'zoom', 'black', 'white'] as const),
  ...(['jump', 'overview', 'autoSlide', 'help'] as const),
]

/** Prepares the presenter tools for a deck: speaker view, notes below the slides, pointer, pen, zoom, blank screens. */
export const openStage: OpenStage = (context) => {
  const { deck, overview, actionAt, keyOf, speakerPage } = context
  const language = withStageWords(context.language)
  const { words, stage } = language
  const announce = (text: string) => {
    context.announce(text)
    flash(text)
  }
  let following: Following | undefined
  let sendMark: (mark: Mark) => void = () => undefined
  const tools = openPointerTools(deck, (mark) => sendMark(mark))
  const notes = makeNotesPanel(deck, language, { announce: context.announce, tell: announce }, () => following?.hasSpeaker() === true)
  watchScreen(deck)

  const follow = (session: string) => {
    following ??= followSpeaker(deck, session, tools.show)
    sendMark = following.send
  }
  const use = (tool: Tool) => {
    if (tools.use(tool)) announce(words[tool])
  }
  const actions: Readonly<Record<StageAction, () => void>> = {
    rejoin() {
      const session = readSession(location.pathname)
      if (session !== undefined) follow(session)
    },
    frame() {
      sendMark = openFramedDeck(deck, tools)
    },
    speaker() {
      // Each window would have a different order.
      if (deck.getConfig().shuffle === true) return announce(stage.shuffled)
      notes.close()
      openSpeaker(speakerPage, follow, language)
    },
    notes: notes.toggle,
    white: () => showScreen(deck, readScreen(deck) === 'white' ? 'slide' : 'white'),
    pointer: () => use('pointer'),
    pen: () => use('pen'),
    erase: () => tools.make({ type: 'erase' }),
    zoom() {
      if (tools.use('zoom') === undefined) return
      announce(words.zoom)
      tools.zoomHere()
    },
    jump: () =>
      openJump({ slides: listSlides(deck), current: currentSlide(deck), go: (slide) => goTo(deck, { ...slide, f: null }) }, language),
    help: () => showHelp(language),
    more: () => openMenu(words.more, entries(), language),
  }
  const others = {
    keep: () => tools.make({ type: 'keep', on: !tools.keepsInk() }),
    // The pointer is on the button, not on what to enlarge.
    zoom: () => use('zoom'),
    black: () => deck.togglePause(),
    overview,
    autoSlide: () => deck.toggleAutoSlide(),
  }
  const entries = (): MenuEntry[] =>
    MENU.filter((name) => name !== 'autoSlide' || deck.getConfig().autoSlide).map((name) => ({
      does: { ...actions, ...others }[name],
      ...(name === 'keep' ? { label: stage.keep, isOn: tools.keepsInk() } : { label: words[name], key: keyOf(name) }),
    }))
  addEventListener(
    'keydown',
    (event) => {
      const action = actionAt('U', event)
      // The speaker view stops the tools of its frames, so that its buttons show it.
      if ((isFramed && action === 'stopTool') || document.querySelector('dialog[open]') || !tools.act(action)) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
  return (action) => actions[action]()
}

function currentSlide(deck: RevealApi): number {
  const current = deck.getCurrentSlide()
  return current ? slidesOf(deck).indexOf(current) : 0
}

interface MenuEntry {
  readonly label: string
  /** As it is written on a keyboard. */
  readonly key?: string | undefined
  /** The state of a switch. */
  readonly isOn?: boolean
  readonly does: () => void
}

/** A dialog with a button for each tool, for people without a keyboard or who do not remember the keys. */
function openMenu(title: string, entries: readonly MenuEntry[], language: UiLanguage): void {
  const list = makeElement('ul')
  for (const { label, key, isOn, does } of entries) {
    const button = makeButton(label, () => {
      dialog.close()
      // After closing, because a closing dialog moves the focus.
      does()
    })
    if (isOn !== undefined) button.ariaPressed = String(isOn)
    if (key !== undefined) {
      button.ariaKeyShortcuts = key
      button.append(makeElement('kbd', { ariaHidden: 'true' }, key))
    }
    list.append(makeElement('li', {}, button))
  }
  const dialog = openDialog('stage-menu', title, language, [list])
}
