import path from 'node:path'
import { BASE_FOLDER } from '../../core/pads/pads-lock.ts'
import { findFile } from '../../core/resolve/find-file.ts'
import { readContent } from '../content/read-content.ts'
import { lockFolder, type LockHolder } from '../site/folder-lock.ts'
import { type DeckFailure, type DeckLine, type DeckWithFiles, linesByUrl, readDeck, writeAddresses } from './decks-with-files.ts'
import type { PadClient } from './pad-client-types.ts'
import { pictureFolders } from './picture-folder.ts'
import { pictureRecorder } from './picture-record.ts'
import { openPictureStore, type PictureStore } from './picture-store.ts'
import { openPullState, prepareFolder, tidyFolder } from './pull-state.ts'

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
  readonly failed: readonly DeckFailure[]
}

export interface PullPictures {
  readonly client: Pick<PadClient, 'download'>
  /** Hosts, besides those of pads' uploads, whose files are requested. */
  readonly hosts: readonly string[]
  /** What is kept of the bytes of a file. */
  readonly clean: (bytes: Uint8Array) => Uint8Array
  readonly isDryRun: boolean
  readonly onProgress: (done: number, all: number) => void
  /** Called where another pull is waited for. */
  readonly onWait: (holder: LockHolder) => void
}

type Fate = Omit<PulledPicture, 'url' | 'needed'>

/**
 * Brings the files that the decks of a folder load from elsewhere into the folder, and rewrites their addresses. A deck is written once all of its
 * files are there, so that an interrupted run leaves it as it was or complete. Throws if the root is not a readable folder.
 */
export async function pullPictures(root: string, options: PullPictures): Promise<PicturePull> {
  if (options.isDryRun) return pullAll(root, options)
  prepareFolder(root)
  const lock = await lockFolder(path.join(root, BASE_FOLDER), { onWait: options.onWait })
  try {
    return await pullAll(root, options)
  } finally {
    lock.release()
    tidyFolder(root)
  }
}

async function pullAll(root: string, options: PullPictures): Promise<PicturePull> {
  const lock = openPullState(root, options.isDryRun).lock()
  const { decks: documents, tree } = readContent(root)
  const failed: DeckFailure[] = []
  const decks = documents.flatMap(({ source }) => readDeck(root, source.path, { failed, lock }))
  const store = openPictureStore(root, tree.files)
  const folderOf = pictureFolders(decks, tree.files)
  const record = pictureRecorder(root, lock)
  const needed = linesByUrl(decks)
  const fates = fatesWithoutRequest(decks, { store, hosts: options.hosts })
  const [first, all] = [fates.size, needed.size]
  const changed: string[] = []
  for (const deck of decks) {
    for (const { url } of deck.addresses) {
      if (fates.has(url)) continue
      fates.set(url, options.isDryRun ? { state: 'brought' } : await bring(url, { store, folder: folderOf(deck.file), options }))
      options.onProgress(fates.size - first, all - first)
    }
    if (finishDeck(root, deck, { fates, record, failed, isDryRun: options.isDryRun })) changed.push(deck.file)
  }
  const pictures = [...needed].flatMap(([url, lines]) => {
    const fate = fates.get(url)
    return fate ? [{ url, ...fate, needed: lines }] : []
  })
  return { pictures, changed, failed }
}

interface Known {
  readonly store: PictureStore
  readonly hosts: readonly string[]
}

// What is known of files that need not be requested, by their addresses.
function fatesWithoutRequest(decks: readonly DeckWithFiles[], { store, hosts }: Known): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  const uploads = decks.flatMap(({ addresses }) => addresses).filter(({ kind, url }) => kind === 'upload' && URL.canParse(url))
  const padHosts = new Set(uploads.map(({ url }) => new URL(url).host))
  for (const deck of decks)
    for (const { url, written, kind } of deck.addresses) {
      const found = findPresent([url, written], deck.file, store.files)
      if (found !== undefined) fates.set(url, { state: 'present', path: found })
      else if (fates.has(url)) continue
      else if (!/^https?:/i.test(url) || !URL.canParse(url)) fates.set(url, { state: 'refused', problem: NO_SERVER })
      else if (kind === 'elsewhere' && !isNamed(new URL(url), hosts)) fates.set(url, { state: 'waiting' })
      else if (kind === 'elsewhere' && padHosts.has(new URL(url).host) && PAGE.test(new URL(url).pathname))
        fates.set(url, { state: 'refused', problem: OF_PAGE })
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

// A pad server may create a pad when it is asked for the page of one that it does not know, whatever its name.
const PAGE = /^\/(?:[spn]\/)?[^/]+\/?$/
const OF_PAGE = {
  message: 'this is the address of a page of a pad server, not of a file',
  help: 'Use the address of an upload.',
}

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
    if (problem.kind === 'missing') return { state: 'gone' }
    const help = problem.kind === 'private' ? `If you trust it, name it: --from ${new URL(url).host}.` : problem.help
    return { state: 'refused', problem: { ...problem, help } }
  }
  const { bytes, ending = '' } = answer
  const { path: file, isNew } = store.add({ url, folder, bytes, cleaned: options.clean(bytes), ending })
  return { state: isNew ? 'brought' : 'present', path: file }
}

interface Finishing {
  readonly fates: ReadonlyMap<string, Fate>
  readonly record: ReturnType<typeof pictureRecorder>
  readonly failed: DeckFailure[]
  readonly isDryRun: boolean
}

// Notes where the files of a deck came from, and then changes their addresses. Returns whether the deck was written, or would be.
function finishDeck(root: string, deck: DeckWithFiles, { fates, record, failed, isDryRun }: Finishing): boolean {
  const known = deck.addresses.map(({ url }) => ({ url, ...fates.get(url) }))
  if (isDryRun) return known.some(({ state }) => state === 'brought' || state === 'present')
  const present = new Map(known.flatMap(({ url, path: found }) => (found === undefined ? [] : [[url, found] as const])))
  const gone = known.filter(({ state }) => state === 'gone').map(({ url }) => url)
  if (present.size + gone.length > 0) record(deck.file, { present, gone })
  return writeAddresses(root, deck, { paths: present, failed })
}
