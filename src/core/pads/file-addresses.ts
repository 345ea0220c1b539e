import { readAddress } from '../clean/address.ts'
import { endingOf, isPublished } from '../files.ts'
import { isUploadOfPad } from '../resolve/find-upload.ts'
import type { WrittenAddress } from '../shared/written-address.ts'
import { addressReader, type ReadAddresses } from './addresses-of-deck.ts'
import { spellingPattern, withHostsOf } from './spelling-pattern.ts'

/** A file on a server to which the text of a deck refers. */
export interface FileAddress {
  /** As written at the first place, without a fragment. */
  readonly written: string
  /** Absolute and without a fragment; as written if it has no host and the server is not known. */
  readonly url: string
  /** UTF-16 offsets in the text of all places with the address, in order: start, and end after the last character. */
  readonly spans: readonly (readonly [start: number, end: number])[]
  /** 1-based line of the first place. */
  readonly line: number
  /** An upload is a file that a pad server or its store keeps. */
  readonly kind: 'upload' | 'elsewhere'
}

export interface FileAddressOptions {
  /** The root of the pad's server, with a slash at the end, against which relative addresses are resolved. */
  readonly server?: string | undefined
  /** Hosts, besides those that are known as such, whose files are uploads. */
  readonly hosts?: readonly string[] | undefined
  /** The path of the deck. */
  readonly path?: string | undefined
}

// A guard against texts that are built to be slow.
const MOST_ADDRESSES = 1000
const LONGEST_ADDRESS = 2000

/**
 * The files on servers that a deck shows, and the uploads of pads to which it links, in the order of the text. Files beside the deck are
 * not among them, nor addresses in code, in comments or alone in the text, where the name of a file would not be a link.
 */
export function findFileAddresses(text: string, options: FileAddressOptions = {}): readonly FileAddress[] {
  const read = addressReader(options.path ?? 'pad.md')
  const wanted = new Map<string, Omit<Wanted, 'address'>>()
  for (const { address, use } of read(text)) {
    const plain = withoutFragment(address)
    const file = wanted.size < MOST_ADDRESSES && plain.length <= LONGEST_ADDRESS ? fileAt({ address: plain, use }, options) : undefined
    if (file) wanted.set(plain, file)
  }
  const files = new Map<string, FileAddress & { readonly spans: [number, number][] }>()
  for (const { start, end, url, kind } of confirm(text, findPlaces(text, wanted), read)) {
    const known = files.get(url)
    if (known) known.spans.push([start, end])
    else files.set(url, { written: text.slice(start, end), url, spans: [[start, end]], line: lineAt(text, start), kind })
  }
  return [...files.values()]
}

/** The text with other addresses for files, by their `url`; nothing else changes. The new addresses must need no encoding anywhere. */
export function rewriteAddresses(text: string, names: ReadonlyMap<string, string>, options: FileAddressOptions = {}): string {
  const edits = findFileAddresses(text, options).flatMap(({ url, spans }) => {
    const name = names.get(url)
    return name === undefined ? [] : spans.map((span) => [...span, name] as const)
  })
  return replaceSpans(
    text,
    edits.toSorted(([one], [other]) => one - other),
  )
}

interface Wanted {
  readonly url: string
  readonly kind: FileAddress['kind']
}

interface Place extends Wanted {
  readonly start: number
  readonly end: number
}

/** What an address leads to, if that is a file that a deck could have beside it. */
function fileAt({ address, use }: Omit<WrittenAddress, 'line'>, { server, hosts = [] }: FileAddressOptions): Wanted | undefined {
  const read = readAddress(address)
  const url = absolute(address, server)
  if (read.kind === 'local') {
    const isUpload = address.startsWith('/') && isUploadOfPad(new URL(address, 'http://pad.invalid'), true)
    return isUpload && isKept(address, use) ? { url: url?.href ?? address.trim(), kind: 'upload' } : undefined
  }
  if (read.kind !== 'remote' || !url) return undefined
  const isOwn = hosts.includes(url.host) || (server !== undefined && url.host === new URL(server).host)
  const kind = isUploadOfPad(url, isOwn) || (isOwn && use === 'shown') ? 'upload' : 'elsewhere'
  return isKept(url.pathname, use) && (kind === 'upload' || use === 'shown') ? { url: url.href, kind } : undefined
}

// A link to a file that no site publishes stays a link to the pad.
function isKept(address: string, use: WrittenAddress['use']): boolean {
  const path = address.replace(/[?#].*$/s, '')
  return use === 'shown' || endingOf(path) === '' || isPublished(path)
}

function absolute(address: string, server: string | undefined): URL | undefined {
  // An address without a scheme has that of the page.
  const base = server ?? (/^\s*\/\//.test(address) ? 'https://pad.invalid/' : undefined)
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}

function withoutFragment(address: string): string {
  return address.trim().replace(/#.*$/s, '')
}

/** All places where addresses may be written, without overlaps. */
function findPlaces(text: string, wanted: ReadonlyMap<string, Wanted>): readonly Place[] {
  const places = [...wanted].flatMap(([address, file]) =>
    withHostsOf(text, address).flatMap((spelling) =>
      [...text.matchAll(new RegExp(spellingPattern(text, spelling), 'gu'))].map(({ 0: written, index }): Place => ({
        ...file,
        start: index,
        end: index + written.length,
      })),
    ),
  )
  let free = 0
  return places
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start, end }) => {
      const isFree = start >= free
      if (isFree) free = end
      return isFree
    })
}

/** Those of the places where the name of a file is read as an address: each gets a name of its own, and the deck is read again. */
function confirm(text: string, places: readonly Place[], read: ReadAddresses): readonly Place[] {
  if (places.length === 0) return []
  let prefix = 'pad-file-'
  while (text.includes(prefix)) prefix += 'x-'
  const names = places.map(({ start, end }, index) => `${prefix}${index}.${endingAt(text.slice(start, end))}`)
  const probe = replaceSpans(
    text,
    places.map(({ start, end }, index) => [start, end, names[index] ?? ''] as const),
  )
  const found = new Set(read(probe).map(({ address }) => withoutFragment(address)))
  return places.filter((_, index) => found.has(names[index] ?? ''))
}

// Some places accept only certain kinds of files.
function endingAt(address: string): string {
  return endingOf(address.replace(/[?#].*$/s, '')) || 'png'
}

function replaceSpans(text: string, edits: readonly (readonly [start: number, end: number, replacement: string])[]): string {
  let [result, from] = ['', 0]
  for (const [start, end, replacement] of edits) {
    result += text.slice(from, start) + replacement
    from = end
  }
  return result + text.slice(from)
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}
