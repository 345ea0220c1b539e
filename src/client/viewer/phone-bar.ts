import type { UiLanguage } from '../ui-language.ts'
import { isDark, suitScheme, toggleDarkMode } from './dark-mode.ts'
import { flipSlides, openOverview } from './load-stage.ts'
import { offerSearch, shareLink } from './open-viewer.ts'
import { offerSkip } from './offer-skip.ts'
import { addresses } from './page-links.ts'
import { isReadHere, textLinks } from './read-here.ts'
import { openToolbar, type Toolbar } from './toolbar.ts'

/** The bar of the phone view, where the slides are one below the other. */
export function openPhoneBar(
  reveal: HTMLElement,
  language: UiLanguage,
  announce: (text: string) => void,
  mark: (words: string) => void,
): Toolbar {
  const dark = () => {
    toggleDarkMode()
    bar.press('dark', isDark())
    announce(isDark() ? language.words.dark : language.words.light)
  }
  const links = textLinks(addresses())
  const share = () => void shareLink(language, announce)
  const go = (slide: HTMLElement) => slide.scrollIntoView()
  const context = { reveal, language, announce, current: () => slideInView(reveal), go }
  const present = isReadHere() ? { href: location.pathname } : () => void flipSlides(context)
  const own = { overview: () => void openOverview(context), present, dark, share }
  const bar = openToolbar({ ...own, ...offerSearch(links, language, mark), ...links }, [IN_BAR], language)
  bar.press('dark', isDark())
  suitScheme()
  const skip = offerSkip(language, context.current)
  return {
    ...bar,
    close() {
      document.querySelector<HTMLDialogElement>('dialog.flip')?.close()
      skip.remove()
      bar.close()
    },
  }
}

const IN_BAR = ['overview', 'search', 'present', 'dark', 'others'] as const

// The first one that is seen, but for a last line. In pixels.
const SEEN = 60

function slideInView(reveal: HTMLElement): HTMLElement {
  const slides = [...reveal.querySelectorAll<HTMLElement>('.slides section:not(.stack)')]
  const found = slides.find((slide) => slide.getBoundingClientRect().bottom > SEEN)
  // A deck has at least one slide.
  return (found ?? slides.at(-1)) as HTMLElement
}
