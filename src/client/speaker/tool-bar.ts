import type { StageWords } from '../../core/i18n/stage-words.ts'
import { keyOf } from '../keys.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { drawToolIcon } from './tool-icons.ts'

/** What the bar of the speaker view offers, in groups. */
const GROUPS = [
  ['goBack', 'goOn', 'jump'],
  ['freeze', 'black', 'white', 'zoom'],
  ['pointer', 'pen', 'erase', 'keep'],
  ['clock', 'reset'],
  ['help'],
] as const
export type SpeakerTool = (typeof GROUPS)[number][number]

// The arrows are easier to find than the keys that do exactly the same as these buttons.
const ARROWS: Readonly<Partial<Record<SpeakerTool, string>>> = { goBack: 'left', goOn: 'right' }

export interface ToolBar {
  readonly element: HTMLElement
  readonly tools: ReadonlyMap<SpeakerTool, HTMLButtonElement>
}

/** The tools of the speaker view, each with an icon over its name. */
export function makeToolBar(stage: StageWords): ToolBar {
  const labels = { ...stage.short, goBack: stage.goBack, goOn: stage.goOn, clock: stage.start, reset: stage.reset }
  const tools = new Map<SpeakerTool, HTMLButtonElement>()
  const groups = GROUPS.map((names) => {
    const buttons = names.map((name) => {
      const button = makeButton('')
      button.className = `tool-${name}`
      const icons = name === 'clock' ? [drawToolIcon('start'), drawToolIcon('pause')] : [drawToolIcon(name)]
      button.append(...icons, makeElement('span', {}, labels[name]))
      const key = keyOf(ARROWS[name] ?? name)
      if (key !== undefined) {
        button.title = `${labels[name]} (${key})`
        button.setAttribute('aria-keyshortcuts', key)
      }
      tools.set(name, button)
      return button
    })
    return makeElement('div', { className: 'group' }, ...buttons)
  })
  return { element: makeElement('nav', { className: 'tools', ariaLabel: stage.tools }, ...groups), tools }
}
