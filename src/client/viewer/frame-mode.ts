import type { RevealConfig } from 'reveal.js'

/** Whether this page is in a frame of the speaker view, which gives its frames these names. */
export const isFramed = parent !== window && /^hedgerow-(now|next)$/.test(window.name)

/** A deck in a frame of the speaker view is still and silent, does nothing automatically and does not change the address. */
export const FRAMED: RevealConfig = {
  hash: false,
  history: false,
  controls: false,
  progress: false,
  keyboard: false,
  touch: false,
  mouseWheel: false,
  overview: false,
  autoSlide: 0,
  autoPlayMedia: false,
  autoAnimate: false,
  transition: 'none',
  backgroundTransition: 'none',
}
