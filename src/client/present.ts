import Reveal from 'reveal.js'
import type { RevealApi, RevealConfig } from 'reveal.js'
import { describeSlides } from './viewer/describe-slides.ts'
import { fitWhenIdle } from './viewer/fit-when-idle.ts'
import { isForSlides } from './viewer/keys.ts'
import { openViewer } from './viewer/open-viewer.ts'
import type { Speech } from './viewer/speak.ts'

/** Starts reveal.js on the slides that are in the page, and what is around them. */
export async function present(element: HTMLElement, speech: Speech, announce: (text: string) => void): Promise<void> {
  const deck = new Reveal(element, {
    ...optionsOf(element),
    hash: true,
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
  const describe = describeSlides(deck, speech, announce)
  openViewer(deck, speech, announce)
  const renew = () => {
    deck.configure(optionsOf(element))
    deck.sync()
    describe()
    return fitWhenIdle(deck.getSlides(), deck.getCurrentSlide())
  }
  document.dispatchEvent(new CustomEvent<Presented>('hedgerow:present', { detail: { deck, renew } }))
}

/** What is told to the document once slides are presented, for whoever exchanges some of them later. */
export interface Presented {
  readonly deck: RevealApi
  /** Called after slides or options in the page have changed; ends when all slides fit. */
  readonly renew: () => Promise<void>
}

function optionsOf({ dataset }: HTMLElement): RevealConfig {
  // Written by our own page, after a check of every option.
  const options = JSON.parse(dataset['options'] ?? '{}') as RevealConfig
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return { ...options, ...(calm ? { transition: 'none', backgroundTransition: 'none', autoSlide: 0, autoAnimate: false } : {}) }
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
