import type { RevealApi } from 'reveal.js'
import { fill } from '../../core/i18n/words-in.ts'
import { describeSlides } from './describe-slides.ts'
import { nameOf } from './slide-title.ts'
import { spokenText } from './spoken-text.ts'
import { tameControls } from './tame-controls.ts'
import type { UiLanguage } from '../ui-language.ts'

/** The buttons of reveal.js, whose labels are English, by class. */
const CONTROLS = {
  'navigate-left': 'previous',
  'navigate-right': 'next',
  'navigate-up': 'above',
  'navigate-down': 'below',
} as const

/**
 * Makes a page of reveal.js usable with screen readers: slides are named groups that can be read, and each change is announced.
 * Called after reveal.js has started; the function that it returns repeats this for slides that were added later.
 */
export function makeAccessible(deck: RevealApi, language: UiLanguage, announce: (text: string) => void): () => void {
  const wrapper = deck.getRevealElement() as HTMLElement
  // With the role `application`, screen readers would not read the slides.
  for (const holder of [wrapper, document.body]) if (holder.getAttribute('role') === 'application') holder.removeAttribute('role')
  const describe = () => describeSlides(deck.getSlides(), language)
  describe()
  nameControls(wrapper, language, deck.getConfig().rtl === true)
  nameNumber(wrapper, language)
  tameControls(deck, language)
  // The live region of reveal.js would read every slide aloud from the first word to the last.
  wrapper.querySelector('.aria-status')?.remove()
  // Not a landmark of its own.
  wrapper.querySelector('.controls')?.setAttribute('role', 'none')

  const announceSlide = () => {
    const current = deck.getCurrentSlide()
    if (current) announce(nameOf(current, deck.getSlides(), language))
  }
  deck.on('slidechanged', announceSlide)
  // White is another pause.
  deck.on('paused', () => announce(document.documentElement.matches('.white-screen') ? language.words.white : language.words.black))
  deck.on('resumed', announceSlide)
  deck.on('fragmentshown', (event) => {
    const { fragments } = event as unknown as { fragments: readonly HTMLElement[] }
    announce(fragments.map(spokenText).join(' '))
  })
  return describe
}

/** The number of the slide is a link; reveal.js writes it anew for each slide. */
function nameNumber(wrapper: HTMLElement, { lang, words }: UiLanguage): void {
  const number = wrapper.querySelector<HTMLElement>('.slide-number')
  if (!number) return
  const name = () => {
    const link = number.querySelector('a')
    if (!link) return
    link.ariaLabel = fill(words.named, words.linkToSlide, link.textContent.trim().replace(/\s+/g, ' '))
    link.lang = lang
  }
  name()
  new MutationObserver(name).observe(number, { childList: true })
}

function nameControls(wrapper: HTMLElement, { lang, words }: UiLanguage, isRtl: boolean): void {
  for (const [name, word] of Object.entries(CONTROLS)) {
    const turned = isRtl && word === 'next' ? 'previous' : isRtl && word === 'previous' ? 'next' : word
    for (const button of wrapper.querySelectorAll<HTMLElement>(`.controls .${name}`)) {
      button.setAttribute('aria-label', words[turned])
      button.lang = lang
    }
  }
  const resume = wrapper.querySelector<HTMLElement>('.resume-button')
  if (resume) resume.textContent = words.resume
  // reveal.js makes this field when it is first used.
  wrapper.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('.jump-to-slide-input')) return
    target.placeholder = words.jump
    target.setAttribute('aria-label', words.jump)
  })
}
