import { keepSetting } from './settings.ts'

/** Whether the page shows light text on a dark ground. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset['scheme']
  if (chosen !== undefined) return chosen === 'dark'
  const ground = getComputedStyle(document.querySelector('.reveal') ?? document.body).getPropertyValue('--r-background-color')
  return brightness(ground) < 0.4
}

/** Changes between light and dark, for all decks of the site; loader.js shows what was chosen before. */
export function toggleDarkMode(): void {
  const scheme = isDark() ? 'light' : 'dark'
  document.documentElement.dataset['scheme'] = scheme
  keepSetting('hedgerow-scheme', scheme)
}

// From 0 to 1; the browser reads whatever form the colour is written in.
function brightness(colour: string): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return 1
  context.fillStyle = '#fff'
  context.fillStyle = colour.trim()
  const [, ...parts] = /^#(..)(..)(..)$/.exec(context.fillStyle) ?? []
  const [red = 255, green = 255, blue = 255] = parts.map((part) => Number.parseInt(part, 16))
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}
