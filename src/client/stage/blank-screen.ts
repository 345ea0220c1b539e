import type { RevealApi } from 'reveal.js'
import type { Screen } from './messages.ts'

// A white screen is the pause of reveal.js in another colour, so that the same keys end both.
const WHITE = 'white-screen'

export function readScreen(deck: RevealApi): Screen {
  if (!deck.isPaused()) return 'slide'
  return document.documentElement.classList.contains(WHITE) ? 'white' : 'black'
}

export function showScreen(deck: RevealApi, screen: Screen): void {
  const { classList } = document.documentElement
  if (screen !== 'slide') classList.toggle(WHITE, screen === 'white')
  if (deck.isPaused() !== (screen !== 'slide')) deck.togglePause(screen !== 'slide')
}

/** Resets the colour when the pause ends. */
export function watchScreen(deck: RevealApi): void {
  deck.on('resumed', () => document.documentElement.classList.remove(WHITE))
}
