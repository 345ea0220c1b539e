import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { type FileAddress, findFileAddresses, rewriteAddresses } from '../../core/pads/file-addresses.ts'
import { findFile } from '../../core/resolve/find-file.ts'
import { readContent } from '../content/read-content.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { isMachineFault, reasonOf } from '../files/system-errors.ts'
import { replaceFile } from '../files/write-file.ts'
import type { PadClient } from './pad-client-types.ts'
import { type DeckText, pictureFolders } from './picture-folder.ts'
import { openPictureStore, type PictureStore } from './picture-store.ts'

/** A deck, and a line of it. */
export interface DeckLine {
  readonly file: string
  readonly line: number
}

/** A file that decks load from elsewhere, and what a pull did about it. */
export interface PulledPicture {
  readonly url: string
  /** `present`: it is in the folder already. `waiting`: its host was not named. In a dry run, `brought` is what would be requested. */
  readonly state: 'brought' | 'present' | 'gone' | 'refused' | 'waiting'
  /** Path in the folder of decks, if it is there now. */
  readonly path?: string
  /** Why it was refused, and what to do. */
  readonly problem?: { readonly message: string; readonly help: string }
  /** The decks and lines that need it. */
  readonly needed: readonly DeckLine[]
}

/** What a pull of pictures has done. */
export interface PicturePull {
  readonly pictures: readonly PulledPicture[]
  /** Paths of the decks that were rewritten, or would be. */
  readonly changed: readonly string[]
  /** Decks that could not be read or written, and why. */
  readonly failed: readonly { readonly file: string; readonly why: string }[]
}

export interface PullPictures {
  readonly client: Pick<PadClient, 'download'>
  /** Hosts, besides those of pads' uploads, whose files are requested. */
  readonly hosts: readonly string[]
  /** The root of the pad server that a deck came from, against which its relative addresses are resolved. */
  readonly serverOf: (deck: string) => string | undefined
  /** What is kept of the bytes of a file. */
  readonly clean: (bytes: Uint8Array) => Uint8Array
  readonly isDryRun: boolean
  readonly onProgress: (done: number, all: number) => void
}

interface Deck extends DeckText {
  readonly addresses: readonly FileAddress[]
  readonly server: string | undefined
}

type Fate = Omit<PulledPicture, 'url' | 'needed'>

/**
 * Brings the files that the decks of a folder load from elsewhere into the folder, and rewrites their addresses. A deck is written once all of its
 * files are there, so that an interrupted run leaves it as it was or complete. Throws if the root is not a readable folder.
 */
export async function pullPictures(root: string, options: PullPictures): Promise<PicturePull> {
  const { decks: documents, tree } = readContent(root)
  const failed: { file: string; why: string }[] = []
  const decks = documents.flatMap(({ source }) => readDeck(root, source.path, { failed, serverOf: options.serverOf }))
  const store = openPictureStore(root, tree.files)
  const folderOf = pictureFolders(decks, tree.files)
  const needed = linesByUrl(decks)
  const fates = fatesWithoutRequest(decks, { store, hosts: options.hosts })
  const [first, all] = [fates.size, needed.size]
  const changed: string[] = []
  for (const deck of decks) {
    const names = new Map<string, string>()
    for (const { url } of deck.addresses) {
      let fate = fates.get(url)
      if (!fate) {
        fate = options.isDryRun ? { state: 'brought' } : await bring(url, { store, folder: folderOf(deck.file), options })
        fates.set(url, fate)
        options.onProgress(fates.size - first, all - first)
      }
      if (fate.path !== undefined) names.set(url, addressFrom(deck.file, fate.path))
      else if (fate.state === 'brought') names.set(url, '')
    }
    if (names.size > 0 && (options.isDryRun || writeDeck(root, deck, { names, failed }))) changed.push(deck.file)
  }
  const pictures = [...needed].flatMap(([url, lines]) => {
    const fate = fates.get(url)
    return fate ? [{ url, ...fate, needed: lines }] : []
  })
  return { pictures, changed, failed }
}

interface Reading {
  readonly failed: { file: string; why: string }[]
  readonly serverOf: PullPictures['serverOf']
}

function readDeck(root: string, file: string, { failed, serverOf }: Reading): readonly Deck[] {
  try {
    const bytes = readInside(root, file, LARGEST_TEXT)
    if (!isUtf8(bytes)) throw new Error('it is not UTF-8')
    const [text, server] = [bytes.toString('utf8'), serverOf(file)]
    return [{ file, text, server, addresses: findFileAddresses(text, { server, path: file }) }]
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    failed.push({ file, why: reasonOf(cause) })
    return []
  }
}

function linesByUrl(decks: readonly Deck[]): ReadonlyMap<string, readonly DeckLine[]> {
  const lines = new Map<string, DeckLine[]>()
  for (const { file, text, addresses } of decks)
    for (const { url, spans } of addresses) {
      const numbers = new Set(spans.map(([start]) => lineAt(text, start)))
      lines.set(url, [...(lines.get(url) ?? []), ...[...numbers].map((line) => ({ file, line }))])
    }
  return lines
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length

interface Known {
  readonly store: PictureStore
  readonly hosts: readonly string[]
}

// What is known of files that need not be requested, by their addresses.
function fatesWithoutRequest(decks: readonly Deck[], { store, hosts }: Known): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const deck of decks)
    for (const { url, written, kind } of deck.addresses) {
      const path = findPresent([url, written], deck.file, store.files)
      if (path !== undefined) fates.set(url, { state: 'present', path })
      else if (fates.has(url)) continue
      else if (!/^https?:/i.test(url) || !URL.canParse(url)) fates.set(url, { state: 'refused', problem: NO_SERVER })
      else if (kind === 'elsewhere' && !isNamed(new URL(url), hosts)) fates.set(url, { state: 'waiting' })
    }
  return fates
}

function findPresent(addresses: readonly string[], deck: string, files: ReadonlySet<string>): string | undefined {
  for (const address of addresses) {
    const found = findFile(address, { from: deck, files })
    if ('path' in found) return found.path
  }
  return undefined
}

const isNamed = ({ host, hostname }: URL, hosts: readonly string[]) => hosts.includes(host) || hosts.includes(hostname)

const NO_SERVER = {
  message: 'the address does not say on which server it is',
  help: 'Pull the pad that the deck came from, or write the address with its server.',
}

interface Bringing {
  readonly store: PictureStore
  readonly folder: string
  readonly options: PullPictures
}

async function bring(url: string, { store, folder, options }: Bringing): Promise<Fate> {
  const answer = await options.client.download(url, undefined)
  if (answer.kind === 'failed') {
    const { problem } = answer
    return problem.kind === 'missing' ? { state: 'gone' } : { state: 'refused', problem }
  }
  const { bytes, ending = '' } = answer
  const { path: file, isNew } = store.add({ url, folder, bytes, cleaned: options.clean(bytes), ending })
  return { state: isNew ? 'brought' : 'present', path: file }
}

// The address of a file as a deck writes it.
function addressFrom(deck: string, file: string): string {
  return path.posix.relative(path.posix.dirname(deck), file).split('/').map(encodeURIComponent).join('/')
}

interface Writing {
  readonly names: ReadonlyMap<string, string>
  readonly failed: { file: string; why: string }[]
}

function writeDeck(root: string, { file, text, server }: Deck, { names, failed }: Writing): boolean {
  const after = rewriteAddresses(text, names, { server, path: file })
  if (after === text) return false
  try {
    if (replaceFile(root, file, { before: text, after })) return true
    failed.push({ file, why: 'it was saved meanwhile; run the command again' })
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    failed.push({ file, why: reasonOf(cause) })
  }
  return false
}
