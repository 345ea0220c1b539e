import { makeButton, makeElement } from '../make-element.ts'
import { storeSetting, readSetting } from '../viewer/settings.ts'
import { type Message, sendCommand, type State } from './server-api.ts'
import { makeRoom } from './make-room.ts'
import panelCss from '../styles/panel.css?inline'

interface PanelDeck {
  readonly slides: () => readonly HTMLElement[]
  /** 0-based; -1 where no slide is presented. */
  readonly current: () => number
  readonly show: (slide: HTMLElement) => void
}

export interface Panel {
  readonly update: (state: State | undefined) => void
}

/**
 * The drawer below the slides with the messages about the current one; the slides become smaller by as much as it is high. It opens by itself for what is
 * wrong since one has been editing, not for what was there before. It is in a shadow root, so the styles of the page do not apply to it.
 */
export function openMessagePanel({ slides, current, show }: PanelDeck): Panel {
  const host = makeElement('div', { className: 'hedgerow-panel', lang: 'en' })
  const root = host.attachShadow({ mode: 'open' })
  const summary = makeElement('summary')
  const list = makeElement('div', { className: 'messages', tabIndex: 0 })
  const named = { role: 'region', ariaLabel: 'Problems in this deck' }
  const panel = makeElement('details', named, summary, list, followSwitch())
  root.append(makeElement('style', {}, panelCss), panel)
  // Keep keys pressed in the panel from moving the slides.
  host.addEventListener('keydown', (event) => event.stopPropagation())
  let isWanted = false
  summary.addEventListener('click', () => {
    // The state before the click.
    isWanted = !panel.open
    storeSetting('hedgerow-dev-fold', panel.open ? 'folded' : undefined)
  })
  // Not in the frames of the speaker view.
  const attach = () => {
    if (window !== window.top) return
    document.body.append(host)
    makeRoom(host)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach)
  else attach()

  const others = (messages: readonly Message[]) => {
    const listed = messages.filter(({ slide = -1 }) => slides()[slide])
    if (listed.length === 0) return []
    const items = listed.map(({ message, slide = -1 }) => {
      const button = makeButton(`Slide ${slide + 1}: ${message}`, () => {
        const target = slides()[slide]
        if (target) show(target)
      })
      return makeElement('li', {}, button)
    })
    return [makeElement('ul', { className: 'others' }, ...items)]
  }

  let shown = ''
  let before: ReadonlySet<string> | undefined
  return {
    update(state) {
      if (!state) return
      const { messages } = state
      // Do not redraw unless the messages changed; the reader may be scrolling.
      const wanted = JSON.stringify([current(), state.isCurrent, messages])
      if (wanted === shown) return
      shown = wanted
      const here = messages.filter(({ slide }) => slide === undefined || slide === current())
      const elsewhere = messages.filter((message) => !here.includes(message))
      host.dataset['worst'] = here.some(({ severity }) => severity === 'error') ? 'error' : here.length > 0 ? 'warning' : 'fine'
      summary.textContent = summaryOf(here.length, elsewhere.length)
      const notice = makeElement('p', {}, 'This deck has an error. You see the last version that worked.')
      list.replaceChildren(...(state.isCurrent ? [] : [notice]), ...here.map(describeMessage), ...others(elsewhere))
      list.hidden = list.childElementCount === 0
      list.scrollTop = 0
      before ??= new Set(messages.map(kindOf))
      const isNew = !state.isCurrent || here.some((message) => !before?.has(kindOf(message)))
      panel.open = isWanted || (isNew && readSetting('hedgerow-dev-fold') !== 'folded')
    },
  }
}

// Lines change while one is editing.
const kindOf = ({ file, code, message }: Message) => `${file} ${code} ${message}`

function summaryOf(here: number, elsewhere: number): string {
  if (here + elsewhere === 0) return 'No problems'
  const count = here === 0 ? 'None here' : `${here} ${here === 1 ? 'problem' : 'problems'} here`
  return elsewhere === 0 ? count : `${count}, ${elsewhere} on other slides`
}

function followSwitch(): HTMLElement {
  const box = makeElement('input', { type: 'checkbox', checked: readSetting('hedgerow-dev-follow') !== 'off' })
  box.addEventListener('change', () => storeSetting('hedgerow-dev-follow', box.checked ? undefined : 'off'))
  return makeElement('label', {}, box, ' Follow edits: go to the slide you change')
}

/** A message with its code frame and suggested fix, and a button that applies the fix if the server can. */
function describeMessage({ file, line, severity, code, message, help, frame, isFixable }: Message): HTMLElement {
  const location = makeElement('code', {}, `${file}${line === undefined ? '' : `:${line}`} [${code}]`)
  const head = makeElement('p', {}, makeElement('strong', {}, severity), ` ${message} `, location)
  const source = frame === '' ? [] : [makeElement('pre', { tabIndex: 0 }, frame)]
  const element = makeElement('article', { className: severity }, head, ...source, makeElement('p', { className: 'help' }, help))
  if (isFixable && line !== undefined) element.append(...fixing({ code, line }))
  return element
}

function fixing(message: { readonly code: string; readonly line: number }): HTMLElement[] {
  const answer = makeElement('p', { role: 'status' })
  // The fix reaches the page like any other change, so only an error is shown here.
  const button = makeButton('Fix in file', () => {
    void sendCommand('fix', message).then((text) => {
      answer.textContent = text
    })
  })
  button.className = 'fix'
  return [button, answer]
}
