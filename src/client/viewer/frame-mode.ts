import type { RevealConfig } from 'reveal.js'

/** Whether this page is a picture of a slide in the speaker view, which has named its frames so. */
export const isFramed = parent !== window && /^hedgerow-(now|next)$/.test(window.name)

/** A picture of a slide is still and silent, does nothing by itself and leaves the address alone. */
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
