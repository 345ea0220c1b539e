import { decodeAddress } from '../shared/decode-address.ts'
import { addressIn, type NoPadAddress } from './address-in-text.ts'
import { explainOtherPage } from './other-pages.ts'

export type { NoPadAddress } from './address-in-text.ts'

/** A pad: the root of its server, with a slash at the end, and the name, alias or id by which the server knows it. */
export interface PadAddress {
  readonly server: string
  /** Decoded. On HackMD it may have a second part: `@team/name`. */
  readonly id: string
  /** Where in the pad: `#/3/1` or `#heading`, else empty. */
  readonly fragment: string
}

// What can follow the name of a pad: other views of it, in HedgeDoc, CodiMD and HackMD.
const VIEWS = new Set('download slide publish pretty edit info pdf gist revision'.split(' '))
// What can be before the name: published, presented, and a note of HedgeDoc 2.
const ROUTES = /^[spn]$/

/** Reads the address of a pad in any form that people copy; says why it is none. */
export function explainPadAddress(written: string): PadAddress | NoPadAddress {
  const url = addressIn(written)
  if ('problem' in url) return url
  const path = url.pathname.split('/').filter((segment) => segment !== '')
  const segments = path.flatMap((segment) => decodeAddress(segment) ?? [])
  if (segments.length < path.length) return { problem: 'its percent signs do not encode text' }
  const { base, id, isCertain } = splitPath(segments)
  const problem = explainOtherPage({ url, segments, base, id, isCertain: isCertain || isView(url.search) })
  if (problem !== undefined || id === undefined) return { problem: problem ?? 'it does not name a pad' }
  const root = [url.origin, ...base.map(encodeURIComponent)].join('/')
  return { server: `${root}/`, id, fragment: fragmentOf(url) }
}

/** Reads the address of a pad in any form that people copy; `undefined` if it is none. */
export function readPadAddress(written: string): PadAddress | undefined {
  const read = explainPadAddress(written)
  return 'problem' in read ? undefined : read
}

/** The normal form of the address of a pad, without the place in it: the same for all forms of one name. */
export function writePadAddress({ server, id }: PadAddress): string {
  return server + id.split('/').map(encodeName).join('/')
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/^%40/, '@')
}

interface SplitPath {
  /** The folders of an installation below a path. */
  readonly base: readonly string[]
  readonly id: string | undefined
  /** The path itself says that it is that of a pad. */
  readonly isCertain: boolean
}

function splitPath(segments: readonly string[]): SplitPath {
  const named = withoutView(segments)
  const id = named.at(-1)
  const before = named.at(-2) ?? ''
  const hasView = named.length < segments.length
  // HackMD: the notes of a team or a person. In a book, the address of a chapter follows.
  const owner = segments.findIndex((segment) => /^@[\w.-]+$/.test(segment))
  if (owner !== -1) {
    const name = segments[owner + 1]
    return { base: segments.slice(0, owner), id: name === undefined ? undefined : `${segments[owner]}/${name}`, isCertain: true }
  }
  if (ROUTES.test(before)) return { base: named.slice(0, -2), id, isCertain: true }
  return { base: named.slice(0, -1), id, isCertain: hasView }
}

function withoutView(segments: readonly string[]): readonly string[] {
  const [route = '', before = '', last = ''] = ['', '', '', ...segments].slice(-3)
  if (before === 'revision' && /^\d+$/.test(last) && route !== '') return segments.slice(0, -2)
  // /s/info is a pad of that name, and /s/p/info is a view of one.
  const isName = ROUTES.test(before) && !ROUTES.test(route)
  return VIEWS.has(last) && before !== '' && !isName ? segments.slice(0, -1) : segments
}

function isView(query: string): boolean {
  return /^\?(both|edit|view)\b/.test(query)
}

// Without what browsers add for a marked passage.
function fragmentOf({ hash }: URL): string {
  const fragment = hash.replace(/:~:.*$/s, '')
  return fragment === '#' ? '' : fragment
}
