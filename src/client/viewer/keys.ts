import type { Words } from '../../core/i18n/words.ts'
import { readSetting } from './settings.ts'

type Word = keyof Words['viewer']

/**
 * THE TABLE of keys, as they are named on a keyboard, what each does, and where, if not everywhere. Letters that reveal.js leaves free
 * are ours, and N, which has two other keys there.
 */
export const keys: readonly (readonly [keys: string, does: Word, where?: 'deck' | 'speaker'])[] = [
  ['→', 'next'],
  ['←', 'previous'],
  ['↑', 'above'],
  ['↓', 'below'],
  ['Space, Page ↓', 'steps'],
  ['P, Page ↑', 'back'],
  ['Shift →, Shift ←', 'ends'],
  ['G', 'jump'],
  ['Esc, O', 'overview', 'deck'],
  ['S', 'speaker', 'deck'],
  ['N', 'notes', 'deck'],
  ['T', 'pointer'],
  ['I', 'pen'],
  ['X', 'erase'],
  ['Z', 'zoom'],
  ['B, .', 'black'],
  ['W', 'white'],
  ['Y', 'freeze', 'speaker'],
  ['C', 'clock', 'speaker'],
  ['+, -', 'notesSize', 'speaker'],
  ['M', 'more', 'deck'],
  ['F', 'fullScreen'],
  ['D', 'dark', 'deck'],
  ['R', 'read', 'deck'],
  ['E', 'enlarge', 'deck'],
  ['U', 'share', 'deck'],
  ['Ctrl P', 'print', 'deck'],
  ['A', 'autoSlide', 'deck'],
  ['?', 'help'],
]

const OURS: readonly Word[] = [
  ...(['dark', 'read', 'enlarge', 'share', 'help', 'jump'] as const),
  ...(['speaker', 'notes', 'pointer', 'pen', 'erase', 'zoom', 'white', 'more'] as const),
]

/** What a struck key does of what is ours. */
export function actionOf(event: KeyboardEvent): Word | undefined {
  const { key, altKey, ctrlKey, metaKey } = event
  if (key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey) return 'print'
  if (altKey || ctrlKey || metaKey || !isForSlides(event)) return undefined
  if (key === 'F1') return 'help'
  return keys.find(([name, does]) => OURS.includes(does) && name === key.toUpperCase())?.[1]
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
