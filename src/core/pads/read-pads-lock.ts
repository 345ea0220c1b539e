import { isMarkdown } from '../files.ts'
import { readPadAddress } from './pad-address.ts'
import type { DeckOrigin, PadsLock } from './pads-lock.ts'

/** What is wrong with a lock file. */
export interface LockMistake {
  /** 1-based. */
  readonly line: number
  /** One clause without a full stop. */
  readonly problem: string
}

type Values = Map<string, string>

interface OpenDeck {
  readonly line: number
  readonly values: Values
  readonly pictures: Values[]
  readonly missing: string[]
  list: string
}

// What has been read so far, and the deck that the next lines belong to.
interface State {
  readonly decks: Map<string, OpenDeck>
  readonly head: Values
  deck: OpenDeck | undefined
  line: number
}

const KEY = /^( *)(- )?("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#:](?:[^:]|:(?! |$))*):(?: (.*))?$/
const ITEM = /^ {6}- (.*)$/

const CHECKS: Readonly<Record<string, readonly [is: (value: string) => boolean, what: string]>> = {
  pad: [(value) => readPadAddress(value) !== undefined, 'the address of a pad'],
  revision: [(value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)), 'a time in UTC'],
  etag: [(value) => /^[\x21-\x7e]{1,200}$/.test(value), 'an ETag'],
  digest: [(value) => /^[\da-f]{64}$/.test(value), 'a SHA-256 digest'],
  from: [(value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value), 'the address of a file'],
  file: [isPathInside, 'a path inside the folder of the deck'],
}

/**
 * Reads a lock file. It has the form that `writePadsLock` writes, apart from comments, empty lines and quotes. Anything else is a mistake,
 * since a pull that misread it could take a deck that its author has changed for one as it was pulled.
 */
export function readPadsLock(text: string): { readonly lock: PadsLock } | LockMistake {
  const state: State = { decks: new Map(), head: new Map(), deck: undefined, line: 0 }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    state.line = index + 1
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line))
      return { line: state.line, problem: 'git could not merge it: choose one of the two versions, and remove the lines of <, = and >' }
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const problem = readLine(line.trimEnd(), state)
    if (problem !== undefined) return { line: state.line, problem }
  }
  return finish(state, lines.length)
}

// Returns what is wrong.
function readLine(line: string, state: State): string | undefined {
  const { deck } = state
  const [, indent = '', dash, key, rest = ''] = KEY.exec(line) ?? []
  const [, item] = ITEM.exec(line) ?? []
  if (item !== undefined && deck?.list === 'missing') return addMissing(item, deck)
  const name = key === undefined ? undefined : readValue(key)
  if (name === undefined) return `"${line.trim()}" is not a line that "hedgerow pull" writes`
  const depth = indent.length
  if (dash !== undefined && depth === 6 && deck?.list === 'pictures' && name === 'from') {
    const picture: Values = new Map()
    deck.pictures.push(picture)
    return setValue(picture, name, rest)
  }
  const picture = deck?.pictures.at(-1)
  if (dash === undefined) {
    if (depth === 0) return readHead(name, rest, state)
    if (depth === 2 && state.head.has('decks')) return openDeck(name, rest, state)
    if (depth === 4 && deck && /^(?:pictures|missing)$/.test(name) && rest === '') return openList(name, deck)
    if (depth === 4 && deck && /^(?:pad|revision|etag|digest)$/.test(name)) return setValue(deck.values, name, rest)
    if (depth === 8 && deck?.list === 'pictures' && picture && /^(?:file|digest)$/.test(name)) return setValue(picture, name, rest)
  }
  return `"${name}" is not expected here`
}

function readHead(name: string, rest: string, { head }: State): string | undefined {
  if (name !== 'version' && name !== 'decks') return `"${name}" is not expected here`
  if (head.has(name)) return `"${name}" appears twice`
  if (name === 'version' && rest !== '1') return `it has version ${rest}, which this version of Hedgerow cannot read`
  if (name === 'decks' && rest !== '' && rest !== '{}') return '"decks" must be followed by lines for each deck'
  head.set(name, rest)
  return undefined
}

function openDeck(name: string, rest: string, state: State): string | undefined {
  if (rest !== '') return `"${name}" must be followed by lines`
  if (!isPathInside(name) || !isMarkdown(name)) return `"${name}" is not the path of a deck in this folder`
  if (state.decks.has(name)) return `"${name}" appears twice`
  state.deck = { line: state.line, values: new Map(), pictures: [], missing: [], list: '' }
  state.decks.set(name, state.deck)
  return undefined
}

function openList(name: string, deck: OpenDeck): undefined {
  deck.list = name
}

function addMissing(item: string, deck: OpenDeck): string | undefined {
  const values: Values = new Map()
  const problem = setValue(values, 'from', item)
  deck.missing.push(values.get('from') ?? '')
  return problem
}

function setValue(values: Values, name: string, written: string): string | undefined {
  const value = readValue(written)
  const [is, what] = CHECKS[name] ?? []
  if (value === undefined || !is?.(value)) return `"${name}" must be ${what}`
  if (values.has(name)) return `"${name}" appears twice`
  values.set(name, value)
  return undefined
}

// A text as it is, or in quotes of either kind.
function readValue(written: string): string | undefined {
  const text = written.trim()
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'")
  if (!text.startsWith('"')) return text === '' || /^['[\]{}&*!|>%@`#]|: | #/.test(text) ? undefined : text
  try {
    return String(JSON.parse(text))
  } catch {
    return undefined
  }
}

function finish({ decks, head }: State, lines: number): { readonly lock: PadsLock } | LockMistake {
  const missing = ['version', 'decks'].find((name) => !head.has(name))
  if (missing !== undefined) return { line: lines, problem: `"${missing}" is missing` }
  const lock = new Map<string, DeckOrigin>()
  for (const [path, { line, values, pictures, missing }] of decks) {
    if (values.has('pad') !== values.has('digest')) return { line, problem: `"${path}" must have both "pad" and "digest"` }
    if (pictures.some((picture) => picture.size !== 3)) return { line, problem: `an image of "${path}" has no "file" or no "digest"` }
    const text = (from: Values, name: string) => from.get(name) ?? ''
    lock.set(path, {
      ...Object.fromEntries(values),
      pictures: pictures.map((picture) => ({ from: text(picture, 'from'), file: text(picture, 'file'), digest: text(picture, 'digest') })),
      missing,
    })
  }
  return { lock }
}

/** Whether a path with slashes leads to a file in its folder, and to no hidden one. */
export function isPathInside(path: string): boolean {
  return path.split('/').every((name) => /^[^.\s\\][^\\\u0000-\u001f]*$/.test(name))
}
