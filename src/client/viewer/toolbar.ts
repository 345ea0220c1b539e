import { drawIcon } from './icons.ts'
import type { icons } from './icons.ts'
import type { UiLanguage } from './ui-language.ts'

type Tool = keyof typeof icons

/** What each button does, or the address that it leads to. A tool that is missing here has no button. */
export type Tools = Readonly<Partial<Record<Tool, (() => void) | ToolLink>>>

export interface ToolLink {
  readonly href: string
  /** The name that the file gets, or nothing for that of its address. */
  readonly download?: string
  /** Where the page itself has words for it. */
  readonly says?: { readonly text: string; readonly lang: string }
}

export interface Toolbar {
  /** Says of a button that switches something whether it is on. */
  readonly press: (tool: Tool, on: boolean) => void
  /** Shows or hides a button. */
  readonly offer: (tool: Tool, on: boolean) => void
  readonly close: () => void
}

/** The bar of buttons, which shows while the pointer moves, after a touch, and while the focus is in it. It stands first in the page. */
export function openToolbar(tools: Tools, { lang, words }: UiLanguage): Toolbar {
  const bar = document.createElement('nav')
  bar.className = 'viewer'
  bar.lang = lang
  bar.setAttribute('aria-label', words.tools)
  const made = new Map<Tool, HTMLElement>()
  for (const [name, does] of Object.entries(tools) as [Tool, Tools[Tool]][]) {
    if (does === undefined) continue
    const element = typeof does === 'function' ? button(does) : link(does)
    const { text, lang: spoken } = ('says' in does && does.says) || { text: words[name as keyof typeof words], lang }
    element.lang = spoken
    element.setAttribute('aria-label', text)
    element.title = text
    element.append(drawIcon(name))
    element.classList.add(`viewer-${name}`)
    made.set(name, element)
    bar.append(element)
  }
  document.body.prepend(bar)
  wakeOnUse(bar)
  return {
    press: (tool, on) => made.get(tool)?.setAttribute('aria-pressed', String(on)),
    offer: (tool, on) => made.get(tool)?.toggleAttribute('hidden', !on),
    close: () => bar.remove(),
  }
}

function button(does: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.addEventListener('click', (event) => {
    does()
    // After a click of the mouse the space bar is for the slides again.
    if (event.detail > 0) element.blur()
  })
  return element
}

function link({ href, download }: ToolLink): HTMLElement {
  const element = document.createElement('a')
  element.href = href
  if (download !== undefined) element.download = download
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
