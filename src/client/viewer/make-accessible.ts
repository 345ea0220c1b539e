import type { RevealApi } from 'reveal.js'
import { levelsInOrder } from '../../core/i18n/heading-levels.ts'
import { nameOf } from './ui-language.ts'
import type { UiLanguage } from './ui-language.ts'

/** What reveal.js says in English: its buttons, by the class of each. */
const CONTROLS = {
  'navigate-left': 'previous',
  'navigate-right': 'next',
  'navigate-up': 'above',
  'navigate-down': 'below',
} as const

/**
 * Mends for screen readers what reveal.js makes of a page: slides are named groups that may be read, and each change is told.
 * Called after reveal.js has started; what it returns does so again for slides that have come since.
 */
export function makeAccessible(deck: RevealApi, language: UiLanguage, announce: (text: string) => void): () => void {
  const wrapper = deck.getRevealElement() as HTMLElement
  // With this role screen readers would not read the slides.
  for (const holder of [wrapper, document.body]) if (holder.getAttribute('role') === 'application') holder.removeAttribute('role')
  const describe = () => {
    const slides = deck.getSlides()
    for (const slide of slides) {
      slide.setAttribute('role', 'group')
      slide.setAttribute('aria-roledescription', language.words.slide)
      slide.setAttribute('aria-label', nameOf(slide, slides, language))
      orderHeadings(slide)
    }
  }
  describe()
  nameControls(wrapper, language, deck.getConfig().rtl === true)
  // It would read every slide aloud from its first word to its last.
  wrapper.querySelector('.aria-status')?.remove()

  const tell = () => {
    const current = deck.getCurrentSlide()
    if (current) announce(nameOf(current, deck.getSlides(), language))
  }
  deck.on('slidechanged', tell)
  deck.on('fragmentshown', (event) => {
    const { fragments } = event as unknown as { fragments: readonly HTMLElement[] }
    announce(fragments.map((fragment) => fragment.textContent.trim()).join(' '))
  })

  // In the overview all slides are seen: they are read too.
  const uncover = () => {
    if (deck.isOverview()) for (const slide of wrapper.querySelectorAll('.slides section')) slide.removeAttribute('aria-hidden')
  }
  for (const event of ['overviewshown', 'slidechanged']) deck.on(event, uncover)
  return describe
}

// They keep the look that their author chose.
function orderHeadings(slide: HTMLElement): void {
  const headings = [...slide.querySelectorAll(':is(h1, h2, h3, h4, h5, h6):not(aside *)')]
  const levels = levelsInOrder(headings.map(({ localName }) => Number(localName[1])))
  for (const [index, heading] of headings.entries()) heading.setAttribute('aria-level', String(levels[index]))
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
  // It is made when it is first asked for.
  wrapper.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('.jump-to-slide-input')) return
    target.placeholder = words.jump
    target.setAttribute('aria-label', words.jump)
  })
}
