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
  readonly move: (place: Position) => void
  readonly hear: (message: Message) => void
  /** Shows the audience a blank screen, or the slide again. */
  readonly toggleScreen: (screen: 'black' | 'white') => void
  readonly toggleFreeze: () => void
  /** To be called every second. */
  readonly beat: () => void
  readonly state: () => LeadState
  readonly place: () => Position
}

export interface LeadOptions {
  readonly send: (message: Message) => void
  /** The audience window has moved: go to the same position. */
  readonly follow: (place: Position) => void
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
  let moment: TalkState = { ...own, screen: 'slide', turn: -1 }
  let isFrozen = false
  let audience: LeadState['audience'] = 'waiting'
  let deadline = clock() + SILENCE

  const settle = (now: LeadState['audience']) => {
    if (now === audience) return
    audience = now
    onChange()
  }
  const tell = () => send(moment.turn < 0 ? { type: 'hello' } : { type: 'at', ...moment })
  const take = (change: Partial<TalkState>) => {
    moment = { ...moment, ...change, turn: moment.turn + 1 }
    tell()
  }
  const listen = ({ h, v, f, screen, turn }: TalkState) => {
    // The audience window was reloaded, or has missed a message.
    if (turn < moment.turn) {
      tell()
      if (isFrozen) send({ type: 'hold', on: true })
    }
    // If both moved at once, the speaker wins.
    if (turn <= moment.turn) return
    moment = { h, v, f, screen, turn }
    if (!isFrozen && !isSamePosition(own, moment)) {
      own = { h, v, f }
      follow(own)
    }
    onChange()
  }
  return {
    move(place) {
      if (isSamePosition(place, own)) return
      own = place
      if (!isFrozen) take(place)
      onChange()
    },
    hear(message) {
      if (message.type === 'bye') deadline = Math.min(deadline, clock() + RELOADING)
      if (message.type !== 'here' && message.type !== 'at') return
      deadline = clock() + SILENCE
      if (message.type === 'at') listen(message)
      settle('here')
    },
    toggleScreen(screen) {
      take({ screen: moment.screen === screen ? 'slide' : screen })
      onChange()
    },
    toggleFreeze() {
      isFrozen = !isFrozen
      send({ type: 'hold', on: isFrozen })
      if (!isFrozen) take(own)
      onChange()
    },
    beat() {
      tell()
      if (clock() > deadline) settle('closed')
    },
    state: () => ({ screen: moment.screen, isFrozen, audience }),
    place: () => own,
  }
}
