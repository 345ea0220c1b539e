import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js'
import { correctAddresses } from './correct-address.ts'
import { makeAccessible } from './make-accessible.ts'
import { markWords } from './mark-words.ts'
import { limitAutoplay } from './slide-media.ts'
import { loadStage, openOverview } from './load-stage.ts'
import { FRAMED, isFramed } from './frame-mode.ts'
import { refitOnGrowth } from './refit-slides.ts'
import { fitWhenIdle } from './fit-slides.ts'
import { actionAt, isForSlides, keyOf } from '../keys.ts'
import { onPageEvent, readOptions, sendPageEvent } from '../page-events.ts'
import { openViewer } from './open-viewer.ts'
import { readSession } from '../stage/session.ts'
import type { UiLanguage } from '../ui-language.ts'

/** Starts reveal.js on the slides in the page, and the viewer around them. `wanted` are words to mark on the first slide that is shown. */
export async function present(element: HTMLElement, language: UiLanguage, announce: (text: string) => void, wanted: string): Promise<void> {
  const playsAll = () => readOptions(element).autoPlayMedia === true
  const quiet = () => limitAutoplay(element, playsAll())
  quiet()
  onPageEvent('hedgerow:changed', quiet)
  if (!isFramed) correctAddresses(element, language, announce)
  // reveal.js would add the address of the first slide to the history, and the back button would lead to where the reader is.
  if (!isFramed && location.hash === '' && readOptions(element).history === true) history.replaceState(history.state, '', '#/')
  const deck = new Reveal(element, {
    ...configOf(element),
    // The scroll view would move slides that the page has already laid out.
    scrollActivationWidth: 0,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    help: false,
    // Ours fills the window.
    overview: false,
    keyboardCondition: isForSlides,
    plugins: [],
  })
  try {
    await deck.initialize()
    void fit(deck, element).then(() => refitOnGrowth(deck))
  } finally {
    document.documentElement.classList.remove('elsewhere')
  }
  if (wanted !== '') deck.on('slidechanged', markWords(deck.getCurrentSlide(), wanted))
  const describe = makeAccessible(deck, language, announce)
  const current = () => deck.getCurrentSlide() as HTMLElement
  const go = (slide: HTMLElement) => {
    const { h, v } = deck.getIndices(slide)
    deck.slide(h, v)
  }
  const overview = () => {
    // Not over a black screen, which the audience would see through it.
    if (!deck.isPaused()) void openOverview({ reveal: element, language, announce, current, go })
  }
  const stage = loadStage({ deck, language, announce, overview, actionAt, keyOf })
  sendPageEvent('hedgerow:present', { deck, describe, options: () => configOf(element) })
  if (isFramed) {
    // The frame only shows the deck.
    element.inert = true
    stage('frame')
    return
  }
  openViewer(deck, language, announce, stage, overview)
  if (readSession(location.pathname) !== undefined) stage('rejoin')
}

function configOf(element: HTMLElement): RevealConfig {
  const options = readOptions(element)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    ...options,
    // A brand that composes slides has one quiet line for it.
    ...(element.matches('.composed') && (options.slideNumber ?? true) === true ? { slideNumber: 'c/t' as const } : {}),
    // `limitAutoplay` marks in the slides what may start.
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
  // The final fonts may be wider than their fallbacks.
  if (isLate) {
    await document.fonts.ready
    await once()
  }
  element.dataset['fitted'] = ''
}
