import { keepSetting, readSetting } from '../viewer/settings.ts'
import { describeMessage } from './describe-message.ts'
import { panelCss } from './panel-css.ts'
import type { Message, State } from './server-api.ts'

interface PanelDeck {
  readonly slides: () => readonly HTMLElement[]
  /** 0-based; -1 where no slide is presented. */
  readonly current: () => number
  readonly show: (slide: HTMLElement) => void
}

export interface Panel {
  readonly update: (state: State | undefined) => void
}

/** The panel in the corner with the messages about the current slide. It is in a shadow root, so the styles of the page do not apply to it. */
export function openMessagePanel({ slides, current, show }: PanelDeck): Panel {
  const host = document.createElement('div')
  host.className = 'hedgerow-panel'
  host.lang = 'en'
  const root = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = panelCss
  const panel = document.createElement('details')
  panel.setAttribute('role', 'region')
  panel.setAttribute('aria-label', 'Messages about this deck')
  const summary = document.createElement('summary')
  const list = document.createElement('div')
  list.className = 'messages'
  list.tabIndex = 0
  panel.append(summary, list, followSwitch())
  root.append(style, panel)
  // Keep keys pressed in the panel from moving the slides.
  host.addEventListener('keydown', (event) => event.stopPropagation())
  summary.addEventListener('click', () => keepSetting('hedgerow-dev-fold', panel.open ? 'folded' : undefined))
  // Not in the frames of the speaker view.
  const attach = () => {
    if (window === window.top) document.body.append(host)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach)
  else attach()

  const others = (messages: readonly Message[]) => {
    const placed = messages.filter(({ slide = -1 }) => slides()[slide])
    if (placed.length === 0) return []
    const holder = document.createElement('ul')
    holder.className = 'others'
    for (const { message, slide = -1 } of placed) {
      const item = document.createElement('li')
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = `Slide ${slide + 1}: ${message}`
      button.addEventListener('click', () => {
        const target = slides()[slide]
        if (target) show(target)
      })
      item.append(button)
      holder.append(item)
    }
    return [holder]
  }

  let said = ''
  return {
    update(state) {
      if (!state) return
      const { messages } = state
      // Do not redraw unless the messages changed; the reader may be scrolling.
      const wanted = JSON.stringify([current(), state.isCurrent, messages])
      if (wanted === said) return
      said = wanted
      const here = messages.filter(({ slide }) => slide === undefined || slide === current())
      const elsewhere = messages.filter((message) => !here.includes(message))
      host.dataset['worst'] = here.some(({ severity }) => severity === 'error') ? 'error' : here.length > 0 ? 'warning' : 'fine'
      summary.textContent = summaryOf(here.length, elsewhere.length)
      const notice = document.createElement('p')
      notice.textContent = 'The deck cannot be shown as it is now. This is how it was before.'
      list.replaceChildren(...(state.isCurrent ? [] : [notice]), ...here.map(describeMessage), ...others(elsewhere))
      list.hidden = list.childElementCount === 0
      list.scrollTop = 0
      panel.open = here.length > 0 && readSetting('hedgerow-dev-fold') !== 'folded'
    },
  }
}

function summaryOf(here: number, elsewhere: number): string {
  if (here + elsewhere === 0) return 'No messages'
  const count = here === 1 ? '1 message here' : `${here === 0 ? 'no' : here} messages here`
  return elsewhere === 0 ? count : `${count}, ${elsewhere} on other slides`
}

function followSwitch(): HTMLElement {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = readSetting('hedgerow-dev-follow') !== 'off'
  box.addEventListener('change', () => keepSetting('hedgerow-dev-follow', box.checked ? undefined : 'off'))
  const label = document.createElement('label')
  label.append(box, ' Go to the slide that was changed last')
  return label
}
