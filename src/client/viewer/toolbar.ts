import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { drawIcon, type icons } from './icons.ts'
import type { UiLanguage } from '../ui-language.ts'

type Tool = keyof typeof icons

/** What each button does, or the address that it opens. A tool that is missing here has no button. */
export type Tools = Readonly<Partial<Record<Tool, (() => void) | ToolLink>>>

export interface ToolLink {
  readonly href: string
  /** The name of the downloaded file; empty for the name in its address. */
  readonly download?: string
  /** It leads to another site, so it opens in a new tab. */
  readonly leaves?: true
  /** What it leads to, if the label alone does not say that. */
  readonly to?: string
  /** The label, if the page provides one. */
  readonly says?: { readonly text: string; readonly lang: string }
}

export interface Toolbar {
  /** Sets the state of a toggle button. */
  readonly press: (tool: Tool, on: boolean) => void
  readonly offer: (tool: Tool, on: boolean) => void
  readonly close: () => void
}

/** The bar of buttons, first in the page. It is visible while the pointer moves, after a touch, and while it has the focus. */
export function openToolbar(tools: Tools, { lang, words }: UiLanguage): Toolbar {
  const bar = makeElement('nav', { className: 'viewer', lang, ariaLabel: words.tools })
  const made = new Map<Tool, HTMLElement>()
  for (const [name, does] of Object.entries(tools) as [Tool, Tools[Tool]][]) {
    if (does === undefined) continue
    const element = typeof does === 'function' ? button(does) : makeElement('a', { href: does.href })
    if ('download' in does && does.download !== undefined) element.setAttribute('download', does.download)
    if ('leaves' in does) Object.assign(element, { target: '_blank', rel: 'noopener noreferrer' })
    const { text, lang: spoken } = ('says' in does && does.says) || { text: words[name as keyof typeof words], lang }
    const label = 'to' in does && does.to !== undefined ? fill(words.named, text, does.to) : text
    Object.assign(element, { lang: spoken, ariaLabel: label, title: label, className: `viewer-${name}` })
    element.append(drawIcon(name))
    made.set(name, element)
    bar.append(element)
  }
  document.body.prepend(bar)
  wakeOnUse(bar)
  return {
    press: (tool, on) => made.get(tool)?.setAttribute('aria-pressed', String(on)),
    offer(tool, on) {
      const element = made.get(tool)
      const hadFocus = element === document.activeElement
      element?.toggleAttribute('hidden', !on)
      // The keyboard stays in the bar.
      if (hadFocus && !on) bar.querySelector<HTMLElement>(':scope > :not([hidden])')?.focus()
    },
    close: () => bar.remove(),
  }
}

function button(does: () => void): HTMLElement {
  const element = makeButton('', ({ detail }) => {
    does()
    // After a mouse click, the space bar moves the slides again.
    if (detail > 0) element.blur()
  })
  return element
}

const AWAKE = 2500

function wakeOnUse(bar: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wake = () => {
    bar.classList.add('awake')
    clearTimeout(timer)
    timer = setTimeout(() => bar.classList.remove('awake'), AWAKE)
  }
  for (const event of ['pointermove', 'pointerdown']) addEventListener(event, wake, { passive: true })
}
