import type { Words } from '../core/i18n/words.ts'
import { readSetting } from './viewer/settings.ts'

type Word = keyof Words['viewer']

/**
 * Where a key works: on the slides, answered by reveal.js (R), the viewer (V) or a presenter tool (T); in the speaker view (S), also in the decks
 * that it frames; in both while the pointer, the pen or the zoom is in use (U).
 */
type Where = 'R' | 'V' | 'T' | 'S' | 'RS' | 'VS' | 'TS' | 'U'

type KeyRow =
  | readonly [keys: string, action: Word, where: Where]
  | readonly [keys: string, action: string, where: Where, label: Word]
  | readonly [keys: string, action: string, where: 'U']

/**
 * THE TABLE of keys, as they are written on a keyboard: what each does, where, and the word that the help has for it, if it is not that of the
 * action. Letters that reveal.js does not use are ours, and N, which has two other keys there.
 */
export const KEYS = [
  ['Space, Page ↓', 'next', 'RS', 'steps'],
  ['P, Page ↑', 'prev', 'RS', 'back'],
  ['→', 'right', 'RS', 'next'],
  ['←', 'left', 'RS', 'previous'],
  ['↓', 'down', 'RS', 'below'],
  ['↑', 'up', 'RS', 'above'],
  ['Shift →', 'last', 'RS', 'ends'],
  ['Shift ←', 'first', 'RS', 'ends'],
  ['G', 'jump', 'TS'],
  ['Esc, O', 'overview', 'V'],
  ['S', 'speaker', 'T'],
  ['F', 'fullScreen', 'RS'],
  ['N', 'notes', 'T'],
  ['B, .', 'black', 'RS'],
  ['W', 'white', 'TS'],
  ['Y', 'freeze', 'S'],
  ['C', 'clock', 'S'],
  ['+', 'larger', 'S', 'notesSize'],
  ['-', 'smaller', 'S', 'notesSize'],
  ['A', 'autoSlide', 'R'],
  ['T', 'pointer', 'TS'],
  ['I', 'pen', 'TS'],
  ['X', 'erase', 'TS'],
  ['Z', 'zoom', 'TS'],
  ['E', 'enlarge', 'V'],
  ['M', 'more', 'T'],
  ['D', 'dark', 'V'],
  ['R', 'read', 'V'],
  ['U', 'share', 'V'],
  ['/', 'search', 'V'],
  ['<', 'previousDeck', 'V'],
  ['>', 'nextDeck', 'V'],
  ['Ctrl P', 'print', 'V'],
  ['?', 'help', 'VS'],
  ['Esc', 'stopTool', 'U'],
  ['Enter', 'zoomMiddle', 'U'],
] as const satisfies readonly KeyRow[]

/** Keys that do the same as one in the table; the help leaves them out. */
const ALIASES: Readonly<Record<string, string>> = { F1: '?', Home: 'Shift ←', End: 'Shift →', 'Shift Space': 'P' }

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Escape: 'Esc',
}

/** Where each group of the table begins. */
export const KEY_GROUPS = { move: 'next', present: 'speaker', draw: 'pointer', page: 'dark' } as const satisfies Record<string, Row[1]>

type Row = (typeof KEYS)[number]
type Scope = 'V' | 'T' | 'S' | 'U'

/** What keys can do in a scope. */
export type ActionAt<S extends string> = Extract<Row, readonly [string, string, `${string}${S}${string}`, Word?]>[1]

/** Part of a `KeyboardEvent`, which windows can send each other. */
export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey?: boolean
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
}

/** What a pressed key does in a scope. */
export function actionAt<S extends Scope>(scope: S, { key, shiftKey, altKey, ctrlKey, metaKey }: PressedKey): ActionAt<S> | undefined {
  if (altKey) return undefined
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  const find = (pressed: string) =>
    KEYS.find(([keys, , where]) => where.includes(scope) && keys.split(', ').includes(ALIASES[pressed] ?? pressed))?.[1]
  const found = ctrlKey || metaKey ? find(`Ctrl ${name}`) : ((shiftKey ? find(`Shift ${name}`) : undefined) ?? find(name))
  // Only rows of this scope were searched.
  return found as ActionAt<S> | undefined
}

/** The key that a button shows, if what it does has one. */
export function keyOf(action: string): string | undefined {
  return KEYS.find(([, does]) => does === action)?.[0]
    .split(', ')
    .find(({ length }) => length === 1)
}

/** Whether a pressed key is for the slides: not where an element of the page needs it itself. */
export function isForSlides({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open], :popover-open')) return false
  // For people whose voice control or hand types letters by mistake.
  if (key.length === 1 && key !== ' ' && readSetting('hedgerow-letters') === 'off') return false
  if (!(target instanceof Element)) return true
  if (target.matches('input, textarea')) return false
  if (key === ' ' || key === 'Enter') return !target.closest('button, summary, select, audio, video')
  if (/^(Arrow|Page|Home|End)/.test(key)) return !target.closest('audio, video, select') && !scrolls(target)
  return true
}

// A box that was focused to be scrolled by key.
function scrolls(target: Element): boolean {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = target
  return target.matches('.slides [tabindex="0"]') && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)
}
