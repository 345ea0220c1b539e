/** What the audience sees: the slide, or a blank screen. */
export type Screen = 'slide' | 'black' | 'white'

/** Where a deck is. `f` is the step of the slide, -1 before the first, and `null` on a slide without steps. */
export interface Position {
  readonly h: number
  readonly v: number
  readonly f: number | null
}

/** The state of a talk. The state with the higher `turn` wins; every move increments it. */
export interface TalkState extends Position {
  readonly screen: Screen
  readonly turn: number
}

/** What is drawn or pointed at, in pixels of the slide. */
export type Mark =
  | { readonly type: 'point'; readonly x: number; readonly y: number }
  | { readonly type: 'draw'; readonly x: number; readonly y: number; readonly begins: boolean }
  | { readonly type: 'zoom'; readonly x: number; readonly y: number }
  | { readonly type: 'keep'; readonly on: boolean }
  | { readonly type: 'lift' }
  | { readonly type: 'erase' }
  | { readonly type: 'unzoom' }

/** Messages between the windows of a talk: positions and commands, never content of a deck. */
export type Message =
  | ({ readonly type: 'at' } & TalkState)
  /** A window was opened, or checks that the other is still open. */
  | { readonly type: 'hello' }
  /** The answer of the audience window, with its size. */
  | { readonly type: 'here'; readonly width: number; readonly height: number }
  | { readonly type: 'bye' }
  /** Whether the audience window is frozen. */
  | { readonly type: 'hold'; readonly on: boolean }
  | Mark

export type Tool = 'pointer' | 'pen' | 'zoom'

/** An entry of the list of slides. */
export interface ListedSlide {
  /** As shown on the slide, if slides show numbers. */
  readonly number: string
  readonly title: string
  readonly h: number
  readonly v: number
  /** In seconds, as planned by the author. */
  readonly timing?: number
}

/** The author's plan, in seconds: `each` for a slide without its own time, or `all` for the whole deck. */
export interface Timing {
  readonly each?: number
  readonly all?: number
  /** The minimum for a slide without its own time. */
  readonly least?: number
}

/** How a key moves a deck. */
export const MOVES = ['next', 'prev', 'left', 'right', 'up', 'down', 'first', 'last'] as const
export type Move = (typeof MOVES)[number]

/** What the speaker view sends to a deck in one of its frames. */
export type ToFrame =
  /** `order` increments with each of them. */
  | { readonly type: 'show'; readonly position: Position; readonly order: number }
  /** The speaker moves there. */
  | { readonly type: 'go'; readonly position: Position }
  /** Shows the step after a position. */
  | { readonly type: 'peek'; readonly position: Position }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'use'; readonly tool: Tool }
  | { readonly type: 'mark'; readonly mark: Mark }

/** What a deck in a frame sends to the speaker view. */
export type FromFrame =
  | {
      readonly type: 'deck'
      readonly slides: readonly ListedSlide[]
      readonly timing: Timing
    }
  | FramePage
  | { readonly type: 'mark'; readonly mark: Mark }
  | { readonly type: 'used'; readonly tool: Tool | null }
  | { readonly type: 'key'; readonly key: string; readonly shift: boolean }

export interface FramePage {
  readonly type: 'page'
  readonly position: Position
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

type Check = (value: unknown) => boolean

const index: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100_000
const step: Check = (value) => value === null || value === -1 || index(value)
const turn: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const screen: Check = (value) => value === 'slide' || value === 'black' || value === 'white'
const length: Check = (value) => typeof value === 'number' && Math.abs(value) < 100_000
const flag: Check = (value) => typeof value === 'boolean'

const SHAPES: Readonly<Record<Message['type'], Readonly<Record<string, Check>>>> = {
  at: { h: index, v: index, f: step, screen, turn },
  hello: {},
  here: { width: length, height: length },
  bye: {},
  hold: { on: flag },
  point: { x: length, y: length },
  draw: { x: length, y: length, begins: flag },
  zoom: { x: length, y: length },
  keep: { on: flag },
  lift: {},
  erase: {},
  unzoom: {},
}

/** The message in untrusted data, reduced to its known properties; `undefined` if it is not valid. */
export function readMessage(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined
  const { type } = data
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return undefined
  const checks = Object.entries(SHAPES[type as Message['type']])
  const values = data as Readonly<Record<string, unknown>>
  if (!checks.every(([name, check]) => Object.hasOwn(data, name) && check(values[name]))) return undefined
  // Every property has been checked.
  return { type, ...Object.fromEntries(checks.map(([name]) => [name, values[name]])) } as Message
}

export function isMark(message: Message): message is Mark {
  return !/^(at|hello|here|bye|hold)$/.test(message.type)
}

export function isSamePosition(one: Position, other: Position): boolean {
  return one.h === other.h && one.v === other.v && one.f === other.f
}
