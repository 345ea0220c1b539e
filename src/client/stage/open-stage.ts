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
import { openSpeaker } from './open-speaker.ts'
import { goTo } from './place-of.ts'
import { readScreen, showScreen, watchScreen } from './screen.ts'
import { serveFrame } from './serve-frame.ts'
import { readSession } from './session.ts'
import { listSlides, slidesOf } from './slide-list.ts'
import type { OpenStage, StageAction } from './stage-context.ts'
import { openSurface } from './surface.ts'
import type { Tool } from './surface.ts'

/** Makes the tools on stage ready for a deck: the speaker view, notes below the slides, pointer, pen, zoom, empty screens. */
export const openStage: OpenStage = (context) => {
  const { deck, speech, help, speakerPage } = context
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
  const entries = (): MenuEntry[] => [
    { label: words.notes, key: 'N', does: actions.notes },
    { label: words.pointer, key: 'T', does: actions.pointer },
    { label: words.pen, key: 'I', does: actions.pen },
    { label: words.erase, key: 'X', does: actions.erase },
    { label: stage.keep, isOn: surface.keepsInk(), does: () => surface.make({ type: 'keep', on: !surface.keepsInk() }) },
    { label: words.zoom, key: 'Z', does: () => use('zoom') },
    { label: words.black, key: 'B', does: () => deck.togglePause() },
    { label: words.white, key: 'W', does: actions.white },
    { label: words.jump, key: 'G', does: actions.jump },
    { label: words.overview, key: 'O', does: () => deck.toggleOverview() },
    ...(deck.getConfig().autoSlide ? [{ label: words.autoSlide, key: 'A', does: () => deck.toggleAutoSlide() }] : []),
    { label: words.help, key: '?', does: help },
  ]
  addEventListener('keydown', (event) => surface.takeKey(event), { capture: true })
  return (action) => actions[action]()
}

function currentSlide(deck: RevealApi): number {
  const current = deck.getCurrentSlide()
  return current ? slidesOf(deck).indexOf(current) : 0
}
