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
