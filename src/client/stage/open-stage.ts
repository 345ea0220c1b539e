import type { RevealApi } from 'reveal.js'
import { stageWordsIn } from '../words.ts'
import { followSpeaker } from './follow-speaker.ts'
import type { Following } from './follow-speaker.ts'
import { openJump } from './jump.ts'
import type { MenuEntry } from './menu.ts'
import { openMenu } from './menu.ts'
import type { Mark } from './messages.ts'
import { makeNotesPanel } from './notes-panel.ts'
import { flash } from '../viewer/flash.ts'
import { isFramed } from '../viewer/frame-mode.ts'
import { openSpeaker } from './open-speaker.ts'
import { goTo } from './place-of.ts'
import { readScreen, showScreen, watchScreen } from './screen.ts'
import { serveFrame } from './serve-frame.ts'
import { readSession } from './session.ts'
import { listSlides, slidesOf } from './slide-list.ts'
import type { OpenStage, StageAction } from './stage-context.ts'
import { openSurface } from './surface.ts'
import type { Tool } from './surface.ts'

/** What the menu offers, in order. */
const MENU = [
  ...(['notes', 'pointer', 'pen', 'erase', 'keep', 'zoom', 'black', 'white'] as const),
  ...(['jump', 'overview', 'autoSlide', 'help'] as const),
]

/** Makes the tools on stage ready for a deck: the speaker view, notes below the slides, pointer, pen, zoom, empty screens. */
export const openStage: OpenStage = (context) => {
  const { deck, speech, help, actionAt, keyOf, speakerPage } = context
  const { words } = speech
  const stage = stageWordsIn(speech.lang)
  const announce = (text: string) => {
    context.announce(text)
    flash(text)
  }
  let following: Following | undefined
  let tell: (mark: Mark) => void = () => undefined
  const surface = openSurface(deck, (mark) => tell(mark))
  const notes = makeNotesPanel(deck, { ...speech, stage, announce }, () => following?.hasSpeaker() === true)
  watchScreen(deck)

  const follow = (session: string) => {
    following ??= followSpeaker(deck, session, surface.show)
    ;({ tell } = following)
  }
  const use = (tool: Tool) => {
    if (surface.use(tool)) announce(words[tool])
  }
  const actions: Readonly<Record<StageAction, () => void>> = {
    rejoin() {
      const session = readSession(location.pathname)
      if (session !== undefined) follow(session)
    },
    frame() {
      tell = serveFrame(deck, surface)
    },
    speaker() {
      // Each window would have another order.
      if (deck.getConfig().shuffle === true) return announce(stage.shuffled)
      notes.close()
      openSpeaker(speakerPage, follow, { ...speech, stage })
    },
    notes: notes.toggle,
    white: () => showScreen(deck, readScreen(deck) === 'white' ? 'slide' : 'white'),
    pointer: () => use('pointer'),
    pen: () => use('pen'),
    erase: () => surface.make({ type: 'erase' }),
    zoom() {
      if (surface.use('zoom') === undefined) return
      announce(words.zoom)
      surface.zoomHere()
    },
    jump: () =>
      openJump({ slides: listSlides(deck), current: currentSlide(deck), go: (slide) => goTo(deck, { ...slide, f: null }) }, speech, stage),
    more: () => openMenu(words.more, entries(), speech),
  }
  const others = {
    keep: () => surface.make({ type: 'keep', on: !surface.keepsInk() }),
    // The pointer is on the button, not on what to enlarge.
    zoom: () => use('zoom'),
    black: () => deck.togglePause(),
    overview: () => deck.toggleOverview(),
    autoSlide: () => deck.toggleAutoSlide(),
    help,
  }
  const entries = (): MenuEntry[] =>
    MENU.filter((name) => name !== 'autoSlide' || deck.getConfig().autoSlide).map((name) => ({
      does: { ...actions, ...others }[name],
      ...(name === 'keep' ? { label: stage.keep, isOn: surface.keepsInk() } : { label: words[name], key: keyOf(name) }),
    }))
  addEventListener(
    'keydown',
    (event) => {
      const action = actionAt('U', event)
      // The speaker view lays down the tools of its frames, so that its buttons show it.
      if ((isFramed && action === 'layDown') || document.querySelector('dialog[open]') || !surface.act(action)) return
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
