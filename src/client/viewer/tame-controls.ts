import type { RevealApi } from 'reveal.js'
import type { UiLanguage } from '../ui-language.ts'

type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * Makes the arrows of reveal.js act when the finger is lifted, not when it touches, and keeps the focus when an arrow is no longer offered. Gives
 * its button of automatic slides, a drawing, a name and keys.
 */
export function tameControls(deck: RevealApi, { lang, words }: UiLanguage): void {
  const wrapper = deck.getRevealElement() as HTMLElement
  const controls = wrapper.querySelector<HTMLElement>('.controls')
  // reveal.js would move now.
  for (const name of ['touchstart', 'touchend'])
    controls?.addEventListener(name, (event) => event.stopPropagation(), { capture: true, passive: true })
  controls?.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      const direction = /navigate-(left|right|up|down)/.exec(button?.className ?? '')?.[1] as Direction | undefined
      if (!direction) return
      event.stopPropagation()
      event.preventDefault()
      if (deck.isAutoSliding()) deck.toggleAutoSlide(false)
      move(deck, direction)
    },
    { capture: true },
  )
  keepFocus(deck, controls)
  const playback = wrapper.querySelector<HTMLElement>('.playback')
  if (!playback) return
  Object.assign(playback, { role: 'button', tabIndex: 0, lang, ariaLabel: words.autoSlide, title: words.autoSlide })
  playback.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    playback.click()
  })
}

function move(deck: RevealApi, direction: Direction): void {
  if (deck.getConfig().navigationMode !== 'linear') return deck[direction]()
  if (direction === 'left' || direction === 'up') deck.prev()
  else deck.next()
}

// A button that is disabled loses the focus to the page.
function keepFocus(deck: RevealApi, controls: HTMLElement | null): void {
  let focused: Element | null = null
  controls?.addEventListener('focusin', ({ target }) => (focused = target as Element))
  controls?.addEventListener('focusout', () => {
    // Also when it is disabled, but not before the slide has changed.
    const left = focused
    requestAnimationFrame(() => {
      if (focused === left && document.activeElement !== document.body) focused = null
    })
  })
  deck.on('slidechanged', () =>
    requestAnimationFrame(() => {
      if (!focused?.matches(':disabled')) return
      const other = controls?.querySelector<HTMLElement>('button.enabled')
      focused = null
      other?.focus()
    }),
  )
}
