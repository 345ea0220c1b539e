import { storeSetting } from './settings.ts'

/** Whether the page has a dark background. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset['scheme']
  if (chosen !== undefined) return chosen === 'dark'
  const background = getComputedStyle(document.querySelector('.reveal') ?? document.body).getPropertyValue('--r-background-color')
  return brightness(background) < 0.4
}

/** Gives what is around the slides the colours that suit the page. */
export function suitScheme(): void {
  document.documentElement.dataset['ui'] = isDark() ? 'dark' : 'light'
}

/** Switches dark mode for all decks of the site; loader.js applies it when a page is opened. */
export function toggleDarkMode(): void {
  const scheme = isDark() ? 'light' : 'dark'
  document.documentElement.dataset['scheme'] = scheme
  storeSetting('hedgerow-scheme', scheme)
  suitScheme()
}

// From 0 to 1. The canvas parses every notation of a colour.
function brightness(colour: string): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return 1
  context.fillStyle = '#fff'
  context.fillStyle = colour.trim()
  const [, ...parts] = /^#(..)(..)(..)$/.exec(context.fillStyle) ?? []
  const [red = 255, green = 255, blue = 255] = parts.map((part) => Number.parseInt(part, 16))
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}
