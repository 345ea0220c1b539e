import type { Mark, Position } from './messages.ts'
import type { ListedSlide } from './slide-list.ts'
import type { Timing } from '../speaker/plan-times.ts'
import type { Tool } from './pointer-tools.ts'

/** How a key moves a deck. */
export const MOVES = ['next', 'prev', 'left', 'right', 'up', 'down', 'first', 'last'] as const
export type Move = (typeof MOVES)[number]

/** What the speaker view sends to a deck in one of its frames. */
export type ToFrame =
  /** `order` increments with each of them. */
  | { readonly type: 'show'; readonly place: Position; readonly order: number }
  /** The speaker moves there. */
  | { readonly type: 'go'; readonly place: Position }
  /** Shows the step after a position. */
  | { readonly type: 'peek'; readonly place: Position }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'use'; readonly tool: Tool }
  | { readonly type: 'mark'; readonly mark: Mark }

/** What a deck in a frame sends to the speaker view. */
export type FromFrame =
  | {
      readonly type: 'deck'
      readonly title: string
      readonly lang: string
      readonly slides: readonly ListedSlide[]
      readonly timing: Timing
    }
  | FramePage
  | { readonly type: 'mark'; readonly mark: Mark }
  | { readonly type: 'used'; readonly tool: Tool | null }
  | { readonly type: 'key'; readonly key: string; readonly shift: boolean }

export interface FramePage {
  readonly type: 'page'
  readonly place: Position
  /** Whether the speaker moved it, not a message. */
  readonly isMove: boolean
  /** The last order that it had received; a move made before a later order is ignored. */
  readonly order: number
  /** Whether it is the last step of the deck. */
  readonly isEnd: boolean
  /** 0-based, of all slides. */
  readonly index: number
  readonly step: number
  readonly steps: number
  /** HTML sanitised by the build. */
  readonly notes: string
}
