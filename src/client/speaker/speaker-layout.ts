import type { StageWords } from '../../core/i18n/words.ts'
import { makeNotesText, type NotesText } from '../stage/notes-text.ts'
import { keyOf } from '../keys.ts'
import { makeButton, makeElement } from '../make-element.ts'

/** What the bar of the speaker view offers, in order. */
const TOOLS = [
  ...(['goBack', 'goOn', 'jump', 'freeze', 'black', 'white'] as const),
  ...(['pointer', 'pen', 'keep', 'erase', 'zoom', 'help'] as const),
]
export type SpeakerTool = (typeof TOOLS)[number]

// The arrows are easier to find than the keys that do exactly the same as these buttons.
const ARROWS: Readonly<Partial<Record<SpeakerTool, string>>> = { goBack: 'left', goOn: 'right' }

export interface SpeakerLayout {
  readonly now: HTMLElement
  readonly next: HTMLElement
  readonly end: HTMLElement
  readonly notes: NotesText
  readonly notesBox: HTMLElement
  readonly position: HTMLElement
  readonly progress: HTMLProgressElement
  readonly status: HTMLElement
  readonly reopen: HTMLButtonElement
  readonly clock: HTMLElement
  readonly elapsed: HTMLElement
  readonly toggle: HTMLButtonElement
  readonly reset: HTMLButtonElement
  readonly plan: HTMLElement
  readonly planned: HTMLElement
  readonly tools: ReadonlyMap<SpeakerTool, HTMLButtonElement>
}

/** Builds the page of the speaker view. */
export function layOut(main: HTMLElement, stage: StageWords): SpeakerLayout {
  const label = (text: string) => part('span', 'label', text)
  const [elapsed, clock, plan, planned] = [
    part('span', 'value', '0:00'),
    part('span', 'value'),
    part('span', 'value'),
    part('span', 'label'),
  ]
  const [toggle, reset] = [makeButton(stage.start), makeButton(stage.reset)]
  const times = part('section', 'times')
  times.setAttribute('aria-label', stage.clock)
  times.append(
    group('day', label(stage.clock), clock),
    group('time', label(stage.elapsed), elapsed, toggle, reset),
    group('pace', label(stage.plan), plan, planned),
  )

  const position = part('p', 'position')
  position.setAttribute('role', 'status')
  const progress = makeElement('progress', { ariaLabel: stage.progress })
  const status = part('p', 'status', stage.waiting)
  status.setAttribute('role', 'status')
  const reopen = makeButton(stage.openDeck)
  reopen.hidden = true
  const where = group('where', position, progress, group('state', status, reopen))

  const [now, next] = [picture('now', stage.now), picture('next', stage.next)]
  const end = part('p', 'end', stage.end)
  end.hidden = true
  next.append(end)

  const notes = makeNotesText()
  const sizes = group('sizes', named(makeButton('A−'), `A− ${stage.smaller}`), named(makeButton('A+'), `A+ ${stage.larger}`))
  sizes.firstElementChild?.addEventListener('click', () => notes.resize(-1))
  sizes.lastElementChild?.addEventListener('click', () => notes.resize(1))
  const notesBox = named(part('section', 'notes'), stage.notes)
  // Focusable, so that long notes can be scrolled by key.
  notesBox.tabIndex = 0
  notesBox.append(notes.element)
  const beside = group('beside', group('notes-head', part('h2', '', stage.notes), sizes), notesBox)

  const bar = named(part('nav', 'tools'), stage.tools)
  const labels = { ...stage.short, goBack: stage.goBack, goOn: stage.goOn }
  const tools = new Map(
    TOOLS.map((name) => {
      const made = makeButton(labels[name])
      const key = keyOf(ARROWS[name] ?? name)
      if (key !== undefined) {
        const cap = part('kbd', '', key)
        cap.setAttribute('aria-hidden', 'true')
        made.append(' ', cap)
      }
      return [name, made]
    }),
  )
  bar.append(...tools.values())
  main.append(times, where, now, next, beside, bar)
  return { now, next, end, notes, notesBox, position, progress, status, reopen, clock, elapsed, toggle, reset, plan, planned, tools }
}

function part(name: 'div' | 'h2' | 'kbd' | 'nav' | 'p' | 'section' | 'span', className: string, text = ''): HTMLElement {
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
