import type { RevealApi } from 'reveal.js'
import { enlarge, enlargeImagesOnClick, hasImages } from './enlarge-images.ts'
import { actionAt, type ActionAt, isForSlides, keyOf } from '../keys.ts'
import { makeElement } from '../make-element.ts'
import { print, type PrintedSlides, printSlides } from './print-slides.ts'
import type { StageAction } from '../page-events.ts'
import { isDark, suitScheme, toggleDarkMode } from './dark-mode.ts'
import { openDialog } from './dialog.ts'
import { fill } from '../../core/i18n/words-in.ts'
import { readSession } from '../stage/session.ts'
import { flash } from './announce.ts'
import { readSetting } from './settings.ts'
import { pauseFilms } from './pause-films.ts'
import type { UiLanguage } from '../ui-language.ts'
import { markWords } from './mark-words.ts'
import { prepareSearch } from './prepare-search.ts'
import { offerSkip } from './offer-skip.ts'
import { openToolbar, type ToolLink } from './toolbar.ts'
import { addresses, type Links } from './page-links.ts'

const IN_BAR = [
  ['overview', 'speaker', 'fullScreen'],
  ['dark', 'read', 'share', 'print', 'search'],
  ['enlarge', 'previousDeck', 'nextDeck'],
  ['others', 'help'],
] as const

/** Everything around a deck that is presented: the bar, its keys, enlarged images, printing. */
export function openViewer(
  deck: RevealApi,
  language: UiLanguage,
  announce: (text: string) => void,
  stage: (action: StageAction) => void,
  overview: () => void,
): void {
  const printed = printedSlidesOf(deck)
  const slides = deck.getSlidesElement() as HTMLElement
  const current = () => deck.getCurrentSlide() as HTMLElement
  const links = addresses()
  const search = offerSearch(links, language, (words) => deck.on('slidechanged', markWords(current(), words)))
  const shown = {
    overview,
    fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    dark: () => {
      toggleDarkMode()
      bar.press('dark', isDark())
      announce(isDark() ? language.words.dark : language.words.light)
    },
    enlarge: () => enlarge(current(), language),
    share: () => void shareLink(language, announce),
    ...search,
    print: () => void print(printed),
    speaker: () => stage('speaker'),
    more: () => stage('more'),
    help: () => stage('help'),
  }
  const open = (link: ToolLink | undefined) => link && location.assign(link.href)
  const actions: Readonly<Record<ActionAt<'V'>, () => unknown>> = {
    ...shown,
    read: () => open(links.read),
    previousDeck: () => open(links.previousDeck),
    nextDeck: () => open(links.nextDeck),
    search: () => search.search?.(),
  }
  const { help, ...others } = shown
  const bar = openToolbar({ ...others, ...links, help }, IN_BAR, language)
  bar.press('dark', isDark())
  suitScheme()
  const updateBar = () => {
    bar.offer('enlarge', hasImages(current()))
    // Where the deck begins and ends, other decks are near.
    bar.offer('previousDeck', deck.isFirstSlide())
    bar.offer('nextDeck', deck.isLastSlide())
  }
  deck.on('slidechanged', updateBar)
  updateBar()
  offerSkip(language, current)
  // Captured before reveal.js gets it, which has a help of its own on the question mark.
  addEventListener(
    'keydown',
    (event) => {
      const [own, tool] = [actionAt('V', event), actionAt('T', event)]
      if (links.nextDeck && isForSlides(event) && goesPastEnd(event)) tellNext(links.nextDeck)
      if ((!own && !tool) || (own !== 'print' && !isForSlides(event))) return
      // Escape ends a tool first.
      if (own === 'overview' && document.querySelector('.stage-plane')) return
      event.preventDefault()
      event.stopPropagation()
      if (own) actions[own]()
      if (tool) stage(tool)
    },
    { capture: true },
  )
  const goesPastEnd = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    const keys = deck.getConfig().rtl === true ? /^(ArrowLeft|ArrowDown|PageDown| )$/ : /^(ArrowRight|ArrowDown|PageDown| )$/
    if (!keys.test(key) || shiftKey || altKey || ctrlKey || metaKey) return false
    // Not in front of an audience.
    const isCalm = !deck.isPaused() && readSession(location.pathname) === undefined
    return isCalm && deck.isLastSlide() && !deck.availableFragments().next
  }
  const tellNext = ({ to = '' }: ToolLink) => {
    const { nextDeck, named } = language.words
    const text = fill(named, nextDeck, to)
    announce(text)
    flash(readSetting('hedgerow-letters') === 'off' ? text : `${text} (${keyOf('nextDeck')})`, 'long')
  }
  enlargeImagesOnClick(slides, language)
  pauseFilms(deck, language)
  printSlides(printed)
}

/** Copies the address of the slide. If the browser does not allow that, a dialog shows the address. */
export async function shareLink(language: UiLanguage, announce: (text: string) => void): Promise<void> {
  const { words } = language
  try {
    await navigator.clipboard.writeText(location.href)
    announce(words.shared)
    flash(words.shared)
  } catch {
    const field = makeElement('input', { readOnly: true, value: location.href, ariaLabel: words.share })
    openDialog('share', words.share, language, [field])
    field.select()
  }
}

/** The search of all decks; a single file knows no other decks. */
export function offerSearch({ allDecks }: Links, language: UiLanguage, mark: (words: string) => void): { readonly search?: () => void } {
  return allDecks === undefined ? {} : { search: prepareSearch(allDecks.href, language, mark) }
}

function printedSlidesOf(deck: RevealApi): PrintedSlides {
  const { width, height } = deck.getComputedSlideSize()
  return {
    get slides() {
      return deck.getSlides()
    },
    width,
    height,
  }
}
