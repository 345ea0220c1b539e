import { isSamePosition } from '../stage/messages.ts'
import type { Message, TalkState, Position, Screen } from '../stage/messages.ts'

export interface LeadState {
  readonly screen: Screen
  /** The audience's window stays while the speaker's moves. */
  readonly isFrozen: boolean
  readonly audience: 'waiting' | 'here' | 'closed'
}

/** The speaker's half of keeping two windows at one place; the other is `followSpeaker`. */
export interface Lead {
  /** The speaker has gone to a place. */
  readonly move: (place: Position) => void
  readonly hear: (message: Message) => void
  /** Shows the audience an empty screen, or the slide again. */
  readonly toggleScreen: (screen: 'black' | 'white') => void
  readonly toggleFreeze: () => void
  /** To be called each second. */
  readonly beat: () => void
  readonly state: () => LeadState
  /** Where the speaker is. */
  readonly place: () => Position
}

export interface LeadOptions {
  readonly send: (message: Message) => void
  /** The audience's window has moved: go where it is. */
  readonly follow: (place: Position) => void
  /** Something in the state is another. */
  readonly onChange: () => void
  /** In milliseconds. */
  readonly clock: () => number
}

// An audience's window answers each beat at once; one that loads again is back before.
const SILENCE = 3500
const RELOADING = 1500

export function leadAudience({ send, follow, onChange, clock }: LeadOptions): Lead {
  let own: Position = { h: 0, v: 0, f: null }
  // What the audience sees: another place than our own while it is frozen.
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
    // It has been loaded again, or has missed something.
    if (turn < moment.turn) {
      tell()
      if (isFrozen) send({ type: 'hold', on: true })
    }
    // Of two who moved at once the speaker is right.
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
