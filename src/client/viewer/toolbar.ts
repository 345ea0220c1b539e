import { fill } from '../../core/i18n/words-in.ts'
import { keyOf } from '../keys.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { drawIcon, type icons } from './icons.ts'
import type { UiLanguage } from '../ui-language.ts'

type Tool = Exclude<keyof typeof icons, 'copy' | 'close'>

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

/** What is in the bar, in groups; the rest is in its menu. */
export type BarGroups = readonly (readonly Tool[])[]

/** The bar of buttons, first in the page. It is visible while the pointer moves, after a touch, and while it has the focus. */
export function openToolbar(tools: Tools, groups: BarGroups, language: UiLanguage): Toolbar {
  const { lang, words } = language
  const bar = makeElement('nav', { className: 'viewer', lang, ariaLabel: words.tools })
  const menu = makeElement('div', { className: 'viewer-menu', lang, popover: 'auto' })
  const opener = makeElement('button', { type: 'button', popoverTargetElement: menu })
  label(opener, 'others', words.others, language)
  const made = new Map<Tool, HTMLElement>()
  for (const name of Object.keys(tools) as Tool[]) {
    const element = makeTool(tools[name], name, language)
    if (element) made.set(name, element)
  }
  for (const group of groups) {
    const [first, ...rest] = group.flatMap((name) => (name === 'others' ? [opener] : (made.get(name) ?? [])))
    if (!first) continue
    first.classList.add('begins')
    bar.append(first, ...rest)
  }
  const listed = [...made.values()].filter((element) => !element.isConnected && !bar.contains(element))
  menu.append(...listed)
  opener.after(menu)
  if (listed.length === 0) opener.remove()
  // A tool that was chosen may open a dialog, which is then above.
  menu.addEventListener('click', () => menu.hidePopover())
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

function makeTool(does: Tools[Tool], name: Tool, language: UiLanguage): HTMLElement | undefined {
  if (does === undefined) return undefined
  const { words } = language
  const element = typeof does === 'function' ? button(does) : makeElement('a', { href: does.href })
  if ('download' in does && does.download !== undefined) element.setAttribute('download', does.download)
  if ('leaves' in does) Object.assign(element, { target: '_blank', rel: 'noopener noreferrer' })
  const { text, lang } = ('says' in does && does.says) || { text: words[name as 'overview'], lang: language.lang }
  label(element, name, 'to' in does && does.to !== undefined ? fill(words.named, text, does.to) : text, { ...language, lang })
  return element
}

// The visible label is a part of the name, or the name itself.
function label(element: HTMLElement, name: Tool, text: string, { lang, words }: UiLanguage): void {
  const key = keyOf(name)
  const title = key === undefined ? text : `${text} (${key})`
  Object.assign(element, { lang, ariaLabel: text, className: `viewer-${name}` })
  if (key !== undefined) element.setAttribute('aria-keyshortcuts', key)
  // For pointers only: read aloud, it would repeat the name and the key.
  element.addEventListener('pointerenter', () => element.setAttribute('title', title), { once: true })
  const short = name in words.short ? words.short[name as keyof typeof words.short] : text
  element.append(drawIcon(name), makeElement('span', { ariaHidden: 'true' }, short))
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
