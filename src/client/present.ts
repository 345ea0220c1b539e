import Reveal from 'reveal.js'
import type { RevealApi, RevealConfig } from 'reveal.js'
import { describeSlides } from './viewer/describe-slides.ts'
import { quietMedia } from './quiet-media.ts'
import { showHelp } from './viewer/help.ts'
import { loadStage } from './viewer/load-stage.ts'
import { FRAMED, isFramed } from './viewer/frame-mode.ts'
import { fitWhenIdle } from './viewer/fit-when-idle.ts'
import { isForSlides } from './viewer/keys.ts'
import { openViewer } from './viewer/open-viewer.ts'
import { readSession } from './stage/session.ts'
import type { Speech } from './viewer/speak.ts'

/** Starts reveal.js on the slides that are in the page, and what is around them. */
export async function present(element: HTMLElement, speech: Speech, announce: (text: string) => void): Promise<void> {
  // Written by our own page, after a check of every option.
  const options = JSON.parse(element.dataset['options'] ?? '{}') as RevealConfig
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const quiet = () => quietMedia(element, options.autoPlayMedia === true)
  quiet()
  document.addEventListener('hedgerow:changed', quiet)
  const deck = new Reveal(element, {
    ...options,
    // What it is to play is marked above.
    ...(options.autoPlayMedia === true ? { autoPlayMedia: null } : {}),
    ...(calm ? { transition: 'none', backgroundTransition: 'none', autoSlide: 0, autoAnimate: false, autoPlayMedia: false } : {}),
    hash: true,
    // The scroll view would move what the page has already put in its place.
    scrollActivationWidth: 0,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    help: false,
    keyboardCondition: isForSlides,
    plugins: [],
    ...(isFramed ? FRAMED : {}),
  })
  try {
    await deck.initialize()
    void fit(deck, element)
  } finally {
    document.documentElement.classList.remove('elsewhere')
  }
  describeSlides(deck, speech, announce)
  const stage = loadStage({ deck, speech, announce, help: () => showHelp(speech) })
  if (isFramed) {
    // It is looked at, not used.
    element.inert = true
    stage('frame')
    return
  }
  openViewer(deck, speech, announce, stage)
  if (readSession(location.pathname) !== undefined) stage('rejoin')
}

async function fit(deck: RevealApi, element: HTMLElement): Promise<void> {
  const once = () => fitWhenIdle(deck.getSlides(), deck.getCurrentSlide())
  const isLate = document.fonts.status === 'loading'
  await once()
  // Letters of another width may want other sizes.
  if (isLate) {
    await document.fonts.ready
    await once()
  }
  element.dataset['fitted'] = ''
}
