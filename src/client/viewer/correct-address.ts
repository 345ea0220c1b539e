import type { UiLanguage } from '../ui-language.ts'
import { flash } from './announce.ts'
import { similarSlide, slideAt } from './slide-at.ts'

/** Leads addresses of slides that the deck no longer has to the most similar one, and says so. Called before reveal.js reads the address. */
export function correctAddresses(reveal: HTMLElement, { words }: UiLanguage, announce: (text: string) => void): void {
  const correct = () => {
    const { hash } = location
    if (/^#?\/?$/.test(hash) || slideAt(reveal, hash)) return
    const similar = similarSlide(reveal, hash)
    // Otherwise reveal.js stays where it is, and takes a position after the end as the last slide.
    if (similar) history.replaceState(null, '', `#/${encodeURIComponent(similar.id)}`)
    const text = similar ? `${words.gone} ${words.similar}` : words.gone
    flash(text, 'long')
    // After reveal.js has shown the slide, which is announced, too.
    setTimeout(() => announce(text), 500)
  }
  correct()
  addEventListener('hashchange', correct)
}
