import type { Words } from '../../core/words/words.ts'
import { readSetting } from './settings.ts'

type Word = keyof Words['viewer']

/** THE TABLE of keys, as they are named on a keyboard, and what each does. Letters that reveal.js leaves free are ours. */
export const keys: readonly (readonly [keys: string, does: Word])[] = [
  ['→', 'next'],
  ['←', 'previous'],
  ['↑', 'above'],
  ['↓', 'below'],
  ['Space, N', 'steps'],
  ['P', 'back'],
  ['Shift →, Shift ←', 'ends'],
  ['Esc, O', 'overview'],
  ['F', 'fullScreen'],
  ['D', 'dark'],
  ['R', 'read'],
  ['E', 'enlarge'],
  ['U', 'share'],
  ['Ctrl P', 'print'],
  ['G', 'jump'],
  ['B', 'black'],
  ['A', 'autoSlide'],
  ['?', 'help'],
]

/** What a struck key does of what is ours. */
export function actionOf(event: KeyboardEvent): Word | undefined {
  const { key, altKey, ctrlKey, metaKey } = event
  if (key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey) return 'print'
  if (altKey || ctrlKey || metaKey || !isForSlides(event)) return undefined
  if (key === 'F1') return 'help'
  const ours = ['dark', 'read', 'enlarge', 'share', 'help']
  return keys.find(([name, does]) => ours.includes(does) && name === key.toUpperCase())?.[1]
}

/** Whether a key that was struck is one for the slides: not where something on the page needs it itself. */
export function isForSlides({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return false
  // For those whose voice or hand strikes letters by mistake.
  if (key.length === 1 && key !== ' ' && readSetting('hedgerow-letters') === 'off') return false
  if (!(target instanceof Element)) return true
  if (target.matches('input, textarea')) return false
  if (key === ' ' || key === 'Enter') return !target.closest('button, summary, select, audio, video')
  if (/^(Arrow|Page|Home|End)/.test(key)) return !target.closest('audio, video, select') && !scrolls(target)
  return true
}

// A box that was reached by key to be scrolled by key.
function scrolls(target: Element): boolean {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = target
  return target.matches('.slides [tabindex="0"]') && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)
}
