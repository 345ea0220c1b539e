import type { RevealApi } from 'reveal.js'
import { MOVE_EVENTS } from '../stage/deck-state.ts'
import { type Position, sendCommand } from './server-api.ts'

export interface PositionSync {
  /** Sends the position of this window to the others. */
  readonly lead: (deck: RevealApi) => void
  /** Goes to the position of another window. */
  readonly go: (position: Position | undefined) => void
}

/** Keeps windows in sync whose address ends with `?follow`; other windows neither send nor follow. */
export function syncPosition(): PositionSync {
  const me = crypto.getRandomValues(new Uint32Array(2)).join('-')
  const isAsked = new URLSearchParams(location.search).has('follow')
  let deck: RevealApi | undefined
  let known = ''
  const nameOf = ({ page, h, v, f }: Omit<Position, 'by'>) => [page, h, v, f].join(' ')
  return {
    lead(started) {
      if (!isAsked) return
      deck = started
      const lead = () => {
        const { h, v, f } = started.getIndices()
        const position = { page: location.pathname, h, v, f: f ?? -1, by: me }
        if (nameOf(position) === known) return
        known = nameOf(position)
        void sendCommand('position', position)
      }
      for (const event of MOVE_EVENTS) started.on(event, lead)
    },
    go(position) {
      if (!isAsked || !position || position.by === me || nameOf(position) === known) return
      if (position.page !== location.pathname) return location.assign(`${position.page}?follow`)
      if (!deck) return
      known = nameOf(position)
      deck.slide(position.h, position.v, position.f)
    },
  }
}
