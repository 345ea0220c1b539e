import Reveal from 'reveal.js'
import type { RevealApi, RevealConfig } from 'reveal.js'
import { makeAccessible } from './make-accessible.ts'
import { limitAutoplay } from './limit-autoplay.ts'
import { showHelp } from './help.ts'
import { loadStage } from './load-stage.ts'
import { FRAMED, isFramed } from './frame-mode.ts'
import { fitWhenIdle } from './fit-when-idle.ts'
import { actionAt, isForSlides, keyOf } from '../keys.ts'
import { openViewer } from './open-viewer.ts'
import { readSession } from '../stage/session.ts'
import type { UiLanguage } from './ui-language.ts'

/** Starts reveal.js on the slides that are in the page, and what is around them. */
export async function present(element: HTMLElement, language: UiLanguage, announce: (text: string) => void): Promise<void> {
  const playsAll = () => optionsOf(element).autoPlayMedia === true
  const quiet = () => limitAutoplay(element, playsAll())
  quiet()
  document.addEventListener('hedgerow:changed', quiet)
  const deck = new Reveal(element, {
    ...configOf(element),
    // The scroll view would move what the page has already put in its place.
    scrollActivationWidth: 0,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    help: false,
    keyboardCondition: isForSlides,
    plugins: [],
  })
  try {
    await deck.initialize()
    void fit(deck, element)
  } finally {
    document.documentElement.classList.remove('elsewhere')
  }
  const describe = makeAccessible(deck, language, announce)
  const stage = loadStage({ deck, language, announce, help: () => showHelp(language), actionAt, keyOf })
  const detail = { deck, describe, options: () => configOf(element) }
  document.dispatchEvent(new CustomEvent<Presented>('hedgerow:present', { detail }))
  if (isFramed) {
    // It is looked at, not used.
    element.inert = true
    stage('frame')
    return
  }
  openViewer(deck, language, announce, stage)
  if (readSession(location.pathname) !== undefined) stage('rejoin')
}

/** What is told to the document once slides are presented, for whoever exchanges some of them later. */
export interface Presented {
  readonly deck: RevealApi
  /** Mends for screen readers what reveal.js has made of slides. */
  readonly describe: () => void
  /** The options as they stand in the page now. */
  readonly options: () => RevealConfig
}

// Written by our own page, after a check of every option.
const optionsOf = ({ dataset }: HTMLElement) => JSON.parse(dataset['options'] ?? '{}') as RevealConfig

function configOf(element: HTMLElement): RevealConfig {
  const options = optionsOf(element)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    ...options,
    // What it is to play is marked in the slides.
    ...(options.autoPlayMedia === true ? { autoPlayMedia: null } : {}),
    ...(calm ? { transition: 'none', backgroundTransition: 'none', autoSlide: 0, autoAnimate: false, autoPlayMedia: false } : {}),
    hash: true,
    ...(isFramed ? FRAMED : {}),
  }
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
