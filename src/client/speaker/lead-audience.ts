import { isSamePosition, type Message, type Position, type Screen, type TalkState } from '../stage/messages.ts'

export interface LeadState {
  readonly screen: Screen
  /** The audience window stays while the speaker moves. */
  readonly isFrozen: boolean
  readonly audience: 'waiting' | 'here' | 'closed'
}

/** The speaker's half of keeping two windows in sync; the other half is `followSpeaker`. */
export interface Lead {
  /** The speaker has moved. */
  readonly move: (position: Position) => void
  readonly receive: (message: Message) => void
  /** Shows the audience a blank screen, or the slide again. */
  readonly toggleScreen: (screen: 'black' | 'white') => void
  readonly toggleFreeze: () => void
  /** To be called every second. */
  readonly beat: () => void
  readonly state: () => LeadState
  readonly position: () => Position
}

export interface LeadOptions {
  readonly send: (message: Message) => void
  /** The audience window has moved: go to the same position. */
  readonly follow: (position: Position) => void
  /** The state has changed. */
  readonly onChange: () => void
  /** In milliseconds. */
  readonly clock: () => number
}

// The audience window answers each beat at once; a reload takes less than this.
const SILENCE = 3500
const RELOADING = 1500

export function leadAudience({ send, follow, onChange, clock }: LeadOptions): Lead {
  let own: Position = { h: 0, v: 0, f: null }
  // What the audience sees; differs from `own` while it is frozen.
  let shown: TalkState = { ...own, screen: 'slide', turn: -1 }
  let isFrozen = false
  let audience: LeadState['audience'] = 'waiting'
  let deadline = clock() + SILENCE

  const setAudience = (now: LeadState['audience']) => {
    if (now === audience) return
    audience = now
    onChange()
  }
  const sendState = () => send(shown.turn < 0 ? { type: 'hello' } : { type: 'at', ...shown })
  const change = (changes: Partial<TalkState>) => {
    shown = { ...shown, ...changes, turn: shown.turn + 1 }
    sendState()
  }
  const receiveState = ({ h, v, f, screen, turn }: TalkState) => {
    // The audience window was reloaded, or has missed a message.
    if (turn < shown.turn) {
      sendState()
      if (isFrozen) send({ type: 'hold', on: true })
    }
    // If both moved at once, the speaker wins.
    if (turn <= shown.turn) return
    shown = { h, v, f, screen, turn }
    if (!isFrozen && !isSamePosition(own, shown)) {
      own = { h, v, f }
      follow(own)
    }
    onChange()
  }
  return {
    move(position) {
      if (isSamePosition(position, own)) return
      own = position
      if (!isFrozen) change(position)
      onChange()
    },
    receive(message) {
      if (message.type === 'bye') deadline = Math.min(deadline, clock() + RELOADING)
      if (message.type !== 'here' && message.type !== 'at') return
      deadline = clock() + SILENCE
      if (message.type === 'at') receiveState(message)
      setAudience('here')
    },
    toggleScreen(screen) {
      change({ screen: shown.screen === screen ? 'slide' : screen })
      onChange()
    },
    toggleFreeze() {
      isFrozen = !isFrozen
      send({ type: 'hold', on: isFrozen })
      if (!isFrozen) change(own)
      onChange()
    },
    beat() {
      sendState()
      if (clock() > deadline) setAudience('closed')
    },
    state: () => ({ screen: shown.screen, isFrozen, audience }),
    position: () => own,
  }
}
