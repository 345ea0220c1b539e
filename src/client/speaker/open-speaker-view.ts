import { openChannel } from '../stage/channel.ts'
import { openJump } from '../stage/jump-to-slide.ts'
import {
  type FramePage,
  type FromFrame,
  isMark,
  type Mark,
  type Message,
  type Move,
  MOVES,
  type Position,
  type Tool,
} from '../stage/messages.ts'
import { storeSession, readAddress } from '../stage/session.ts'
import { showHelp } from '../stage/help.ts'
import { actionAt, type ActionAt, isForSlides, type PressedKey } from '../keys.ts'
import { makeElement } from '../make-element.ts'
import { chooseLanguage, withStageWords } from '../ui-language.ts'
import { frameDeck } from './deck-frame.ts'
import { layOut } from './speaker-layout.ts'
import type { SpeakerTool } from './tool-bar.ts'
import { leadAudience } from './lead-audience.ts'
import { planTimes } from './plan-times.ts'
import { updatePage, updateState, updateTimes } from './update-layout.ts'
import { openStopwatch } from './stopwatch.ts'

const BEAT = 1000

/** Opens the speaker view: the deck, another page or this single file itself, is shown in frames and kept in sync with the audience window. */
export function openSpeakerView(of: 'other' | 'itself' = 'other'): void {
  const main = document.querySelector('main')
  if (!main) return
  const language = withStageWords(chooseLanguage(main))
  const { stage } = language
  document.documentElement.lang = language.lang
  const talk = readAddress(location.href, of)
  if (!talk) {
    main.append(makeElement('p', { className: 'no-deck' }, stage.noDeck))
    return
  }
  // A deck window that is opened from here joins the talk.
  storeSession(new URL(talk.deck).pathname, talk.session)
  const layout = layOut(main, stage)
  const watch = openStopwatch(talk.session)
  let deck: Extract<FromFrame, { type: 'deck' }> | undefined
  let page: FramePage | undefined
  let tool: Tool | null = null
  let keepsInk = false
  let order = 0

  const update = () => {
    if (page && deck) updatePage(layout, page, deck.slides, language)
    updateState(layout, { ...lead.state(), tool, keepsInk }, stage)
    const plan =
      deck &&
      planTimes(
        deck.slides.map(({ timing }) => timing),
        deck.timing,
      )
    updateTimes(layout, watch, { plan, index: page?.index ?? 0 }, stage)
  }
  // While frozen, the audience sees another slide, so marks are not sent.
  const sendMark = (made: Mark) => {
    if (!lead.state().isFrozen) channel.send(made)
  }
  const mark = (made: Mark) => {
    sendMark(made)
    now.send({ type: 'mark', mark: made })
  }
  const show = (position: Position) => {
    order += 1
    now.send({ type: 'show', position, order })
  }
  const receiveFromNow = (message: FromFrame) => {
    if (message.type === 'deck') deck = message
    if (message.type === 'deck') show(lead.position())
    if (message.type === 'page') {
      const isOther = page?.index !== message.index && page !== undefined
      page = message
      if (isOther && !watch.hasRun()) watch.toggle()
      if (message.isMove && message.order === order) lead.move(message.position)
      next.send({ type: 'peek', position: message.position })
    }
    if (message.type === 'used') ({ tool } = message)
    if (message.type === 'mark') sendMark(message.mark)
    if (message.type === 'key') press({ key: message.key, shiftKey: message.shift })
    update()
  }
  const receiveFromNext = (message: FromFrame) => {
    if (message.type === 'deck' && page) next.send({ type: 'peek', position: page.position })
    if (message.type !== 'page') return
    layout.end.hidden = !message.isEnd
    layout.next.classList.toggle('ended', message.isEnd)
  }
  const now = frameDeck(layout.now, 'now', receiveFromNow)
  const next = frameDeck(layout.next, 'next', receiveFromNext)
  const receive = (message: Message) => {
    lead.receive(message)
    if (message.type === 'here') for (const frame of [now, next]) frame.size(message.width, message.height)
    // Marks made in the audience window are shown here too.
    if (message.type === 'keep') keepsInk = message.on
    if (isMark(message) && !lead.state().isFrozen) now.send({ type: 'mark', mark: message })
  }
  const channel = openChannel(talk.session, receive)
  const lead = leadAudience({
    send: channel.send,
    follow: show,
    onChange: update,
    clock: () => performance.now(),
  })

  const use = (wanted: Tool) => now.send({ type: 'use', tool: wanted })
  const jump = () => {
    if (!deck) return
    const go = ({ h, v }: { readonly h: number; readonly v: number }) => now.send({ type: 'go', position: { h, v, f: null } })
    openJump({ slides: deck.slides, current: page?.index ?? 0, go }, language)
  }
  const time = () => {
    watch.toggle()
    update()
  }
  const move = (to: Move) => now.send({ type: 'move', move: to })
  const does: Readonly<Record<SpeakerTool | Exclude<ActionAt<'S'>, Move>, () => void>> = {
    goBack: () => move('prev'),
    goOn: () => move('next'),
    jump,
    freeze: lead.toggleFreeze,
    black: () => lead.toggleScreen('black'),
    white: () => lead.toggleScreen('white'),
    pointer: () => use('pointer'),
    pen: () => use('pen'),
    zoom: () => use('zoom'),
    keep() {
      keepsInk = !keepsInk
      mark({ type: 'keep', on: keepsInk })
      update()
    },
    erase: () => mark({ type: 'erase' }),
    help: () => showHelp(language, 'speaker'),
    clock: time,
    reset() {
      watch.reset()
      update()
    },
    fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    larger: () => layout.notes.resize(1),
    smaller: () => layout.notes.resize(-1),
  }
  const press = (key: PressedKey): boolean => {
    const action = actionAt('S', key)
    const isStop = actionAt('U', key) === 'stopTool'
    if (isStop && tool) use(tool)
    if (isMove(action)) move(action)
    else if (action) does[action]()
    return isStop || action !== undefined
  }
  addEventListener('keydown', (event) => {
    if (!isForSlides(event)) return
    // In long notes, these keys scroll.
    if (event.target === layout.notesBox && /^(Arrow(Up|Down)|Page|Home|End)/.test(event.key) && scrolls(layout.notesBox)) return
    if (press(event)) event.preventDefault()
  })
  for (const [name, button] of layout.tools) {
    button.addEventListener('click', (event) => {
      does[name]()
      // After a mouse click, the space bar moves the slides again.
      if (event.detail > 0) button.blur()
    })
  }
  layout.reopen.addEventListener('click', () => void open(`${talk.deck}#/${lead.position().h}/${lead.position().v}`))
  addEventListener('pagehide', () => {
    if (lead.state().isFrozen) lead.toggleFreeze()
    channel.send({ type: 'bye' })
  })
  now.load(talk.deck)
  next.load(talk.deck)
  lead.beat()
  setInterval(() => {
    lead.beat()
    update()
  }, BEAT)
  update()
}

const isMove = (action: ActionAt<'S'> | undefined): action is Move => MOVES.some((move) => move === action)

function scrolls({ scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight > clientHeight + 1
}
