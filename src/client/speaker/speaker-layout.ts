import type { StageWords } from '../../core/i18n/stage-words.ts'
import { makeNotesText, type NotesText } from '../stage/notes-text.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { makeToolBar, type SpeakerTool } from './tool-bar.ts'

export interface SpeakerLayout {
  readonly now: HTMLElement
  readonly next: HTMLElement
  readonly end: HTMLElement
  readonly notes: NotesText
  readonly notesBox: HTMLElement
  /** Where the talk is, for screen readers. */
  readonly position: HTMLElement
  /** The same in short. */
  readonly place: HTMLElement
  /** The number of what comes next, and the titles of the slides after it. */
  readonly nextNumber: HTMLElement
  readonly following: HTMLElement
  readonly progress: HTMLProgressElement
  readonly status: HTMLElement
  readonly reopen: HTMLButtonElement
  readonly clock: HTMLElement
  readonly elapsed: HTMLElement
  /** The time that is planned for all. */
  readonly planned: HTMLElement
  readonly pace: HTMLElement
  readonly paceLabel: HTMLElement
  readonly tools: ReadonlyMap<SpeakerTool, HTMLButtonElement>
}

/** Builds the page of the speaker view: times above, slides at the left, the notes beside them, tools below. */
export function layOut(main: HTMLElement, stage: StageWords): SpeakerLayout {
  const label = (text = '') => part('span', 'label', text)
  const [elapsed, clock, pace] = [part('span', 'value', '0:00'), part('span', 'value'), part('span', 'value')]
  const [planned, paceLabel] = [label(stage.elapsed), label()]
  const times = part('section', 'times')
  times.setAttribute('aria-label', stage.clock)
  times.append(group('day', clock, label(stage.clock)), group('time', elapsed, planned), group('pace', pace, paceLabel))
  const status = part('p', 'status', stage.waiting)
  status.setAttribute('role', 'status')
  const reopen = makeButton(stage.openDeck)
  reopen.hidden = true
  const progress = makeElement('progress', { ariaLabel: stage.progress })
  const head = group('head', times, group('state', status, reopen), progress)

  const position = part('p', 'position')
  position.setAttribute('role', 'status')
  const [place, nextNumber] = [part('span', 'place'), part('span', 'place')]
  place.setAttribute('aria-hidden', 'true')
  const [now, next] = [picture('now', stage.now), picture('next', stage.next)]
  const end = part('p', 'end', stage.end)
  end.hidden = true
  next.append(end)
  const following = makeElement('ol', { className: 'following' })
  const left = group(
    'slides-beside',
    group('caption', part('h2', '', stage.short.now), place),
    now,
    group('upcoming', group('caption', part('h2', '', stage.short.next), nextNumber), next, following),
    position,
  )

  const notes = makeNotesText(innerWidth > 1100 ? 26 : 24)
  const sizes = group('sizes', named(makeButton('A−'), `A− ${stage.smaller}`), named(makeButton('A+'), `A+ ${stage.larger}`))
  sizes.firstElementChild?.addEventListener('click', () => notes.resize(-1))
  sizes.lastElementChild?.addEventListener('click', () => notes.resize(1))
  const notesBox = named(part('section', 'notes'), stage.notes)
  // Focusable, so that long notes can be scrolled by key.
  notesBox.tabIndex = 0
  notesBox.append(notes.element)
  const beside = group('beside', group('notes-head', part('h2', '', stage.notes), sizes), notesBox)

  const { element: bar, tools } = makeToolBar(stage)
  main.append(head, left, beside, bar)
  const shown = { now, next, end, notes, notesBox, position, place, nextNumber, following, progress, status, reopen }
  return { ...shown, clock, elapsed, planned, pace, paceLabel, tools }
}

function part(name: 'div' | 'h2' | 'p' | 'section' | 'span', className: string, text = ''): HTMLElement {
  return makeElement(name, { className }, text)
}

function group(className: string, ...content: readonly HTMLElement[]): HTMLElement {
  return makeElement('div', { className }, ...content)
}

function named<E extends HTMLElement>(element: E, name: string): E {
  return Object.assign(element, { ariaLabel: name, title: name })
}

function picture(className: string, name: string): HTMLElement {
  return makeElement('section', { className: `picture ${className}`, ariaLabel: name })
}
