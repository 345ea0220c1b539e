import type { RevealApi } from 'reveal.js'
import { openChannel } from './channel.ts'
import { isMark, isSamePosition, type Mark, type Message, type TalkState } from './messages.ts'
import { goTo, MOVE_EVENTS, positionOf, readScreen, showScreen } from './deck-state.ts'

export interface Following {
  /** Sends what is drawn here to the speaker view. */
  readonly send: (mark: Mark) => void
  /** Whether a speaker view has sent a message recently. */
  readonly hasSpeaker: () => boolean
}

// A visible speaker view sends a message every second; browsers slow down hidden windows.
const SILENCE = 5000

/** Keeps the audience window in sync with the speaker view, whichever of them moves. */
export function followSpeaker(deck: RevealApi, session: string, show: (mark: Mark) => void): Following {
  let turn = 0
  let known = JSON.stringify(stateOf(deck, 0))
  let isLed = false
  let wasSliding = false
  let lastHeard = -SILENCE
  const now = () => stateOf(deck, turn)

  const move = () => {
    if (isLed || JSON.stringify(stateOf(deck, 0)) === known) return
    known = JSON.stringify(stateOf(deck, 0))
    turn += 1
    channel.send({ type: 'at', ...now() })
  }
  const follow = (next: TalkState) => {
    // If both moved at once, the speaker wins.
    if (next.turn < turn) return
    turn = next.turn
    const { screen, ...position } = next
    // The state is resent every second; do not restart a slide that is already shown.
    const wanted = JSON.stringify({ h: position.h, v: position.v, f: position.f, screen, turn: 0 })
    if (wanted === known) return
    isLed = true
    if (!isSamePosition(position, positionOf(deck))) {
      // As after a key in this window: moving by hand pauses auto-slide.
      if (deck.isAutoSliding()) deck.toggleAutoSlide(false)
      goTo(deck, position)
    }
    showScreen(deck, screen)
    isLed = false
    known = wanted
  }
  const answer = () => {
    channel.send({ type: 'here', width: innerWidth, height: innerHeight })
    channel.send({ type: 'at', ...now() })
  }
  const hold = (on: boolean) => {
    if (on) wasSliding = deck.isAutoSliding()
    if (wasSliding) deck.toggleAutoSlide(!on)
  }
  const receive = (message: Message) => {
    lastHeard = performance.now()
    if (message.type === 'at') {
      follow(message)
      channel.send({ type: 'here', width: innerWidth, height: innerHeight })
    }
    if (message.type === 'hello') answer()
    if (message.type === 'hold') hold(message.on)
    if (message.type === 'bye') lastHeard = -SILENCE
    if (isMark(message)) show(message)
  }
  const channel = openChannel(session, receive)
  for (const event of [...MOVE_EVENTS, 'paused', 'resumed']) deck.on(event, move)
  addEventListener('resize', () => channel.send({ type: 'here', width: innerWidth, height: innerHeight }))
  addEventListener('pagehide', () => channel.send({ type: 'bye' }))
  addEventListener('pageshow', answer)
  // After a reload, do not report the position in the address: the speaker view knows where the talk is.
  answer()
  return { send: (mark) => channel.send(mark), hasSpeaker: () => performance.now() - lastHeard < SILENCE }
}

function stateOf(deck: RevealApi, turn: number): TalkState {
  const { h, v, f } = positionOf(deck)
  return { h, v, f, screen: readScreen(deck), turn }
}
