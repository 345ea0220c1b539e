import type { RevealApi } from 'reveal.js'
import { makeButton } from '../make-element.ts'
import { drawIcon } from './icons.ts'
import type { UiLanguage } from '../ui-language.ts'

/** Videos without sound and without controls, which start by themselves; `limitAutoplay` marks them. */
export const FILMS = 'video[data-autoplay]:not([controls])'

/** The button for the films of a deck. They stop under a black screen, too, and sounds with them. */
export function pauseFilms(deck: RevealApi, language: UiLanguage): void {
  const root = deck.getRevealElement() as HTMLElement
  const behind = '.backgrounds .slide-background.present > .slide-background-content video'
  const shown = () => [...root.querySelectorAll<HTMLVideoElement>(`.slides .present:not(.stack) ${FILMS}, ${behind}`)]
  const films = offerPause(root, shown, language)
  deck.on('slidechanged', films.update)
  deck.on('paused', () => films.hold(true))
  deck.on('resumed', () => films.hold(false))
}

export interface FilmPause {
  /** Shows the button if there are films, which may be others now. */
  readonly update: () => void
  /** Stops what plays, with sound or without, or lets it go on. */
  readonly hold: (on: boolean) => void
  readonly close: () => void
}

/**
 * A button that stops all films until it is pressed again, since what moves may distract readers from the text. For people who want
 * less motion, the films of each slide wait for the button. `shown` are the films that can be seen.
 */
export function offerPause(root: HTMLElement, shown: () => readonly HTMLVideoElement[], { lang, words }: UiLanguage): FilmPause {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let isStopped = calm.matches
  let held: readonly HTMLMediaElement[] | undefined
  const button = makeButton('', ({ detail }) => {
    stop(!isStopped)
    // After a mouse click, the space bar moves the slides again.
    if (detail > 0) button.blur()
  })
  Object.assign(button, { className: 'viewer-films', lang })
  const label = () => {
    const text = isStopped ? words.playFilms : words.pauseFilms
    Object.assign(button, { ariaLabel: text, title: text, hidden: shown().length === 0 })
    button.replaceChildren(drawIcon(isStopped ? 'present' : 'pause'))
  }
  const stop = (on: boolean) => {
    isStopped = on
    for (const film of shown()) {
      if (on) film.pause()
      else play(film)
    }
    label()
  }
  const whenPlayed = ({ target }: Event) => {
    if (!(target instanceof HTMLMediaElement)) return
    if (held || (isStopped && shown().some((film) => film === target))) target.pause()
    label()
  }
  const whenCalm = () => stop(calm.matches)
  root.addEventListener('play', whenPlayed, { capture: true })
  calm.addEventListener('change', whenCalm)
  document.body.prepend(button)
  label()
  return {
    update() {
      isStopped ||= calm.matches
      // reveal.js changes the backgrounds after it has said that the slide is another.
      setTimeout(label)
    },
    hold(on) {
      const waiting = held ?? []
      held = on ? [...root.querySelectorAll<HTMLMediaElement>('audio, video')].filter(({ paused }) => !paused) : undefined
      for (const medium of held ?? []) medium.pause()
      if (!on) for (const medium of waiting) play(medium)
    },
    close() {
      root.removeEventListener('play', whenPlayed, { capture: true })
      calm.removeEventListener('change', whenCalm)
      button.remove()
    },
  }
}

// A browser may refuse to play; the medium then stays still.
function play(medium: HTMLMediaElement): void {
  medium.play().catch(() => undefined)
}
