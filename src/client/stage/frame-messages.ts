import type { Mark, Position } from './messages.ts'
import type { ListedSlide } from './slide-list.ts'
import type { Timing } from '../speaker/plan-times.ts'
import type { Tool } from './pointer-tools.ts'

/** How a key moves a deck. */
export const MOVES = ['next', 'prev', 'left', 'right', 'up', 'down', 'first', 'last'] as const
export type Move = (typeof MOVES)[number]

/** What the speaker view tells a deck in one of its frames. */
export type ToFrame =
  /** `order` counts them. */
  | { readonly type: 'show'; readonly place: Position; readonly order: number }
  /** The speaker goes there. */
  | { readonly type: 'go'; readonly place: Position }
  /** The step after a place. */
  | { readonly type: 'peek'; readonly place: Position }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'use'; readonly tool: Tool }
  | { readonly type: 'mark'; readonly mark: Mark }

/** What a deck says of itself to the speaker view that holds it in a frame. */
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
  /** It was moved by the speaker, not shown what others have chosen. */
  readonly isMove: boolean
  /** The last order that it had got by then: a move before a later one no longer counts. */
  readonly order: number
  /** There is nothing after it. */
  readonly isEnd: boolean
  /** Of all slides, from 0. */
  readonly index: number
  readonly step: number
  readonly steps: number
  /** HTML that the build has cleaned. */
  readonly notes: string
}
