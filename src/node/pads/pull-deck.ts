import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { findFileAddresses, rewriteAddresses } from '../../core/pads/file-addresses.ts'
import { isSameText, type Merge } from '../../core/pads/merge-text.ts'
import { type PadAddress, readPadAddress, writePadAddress } from '../../core/pads/pad-address.ts'
import { findPadLinks, type PadLink } from '../../core/pads/pad-links.ts'
import type { DeckOrigin, PictureOrigin } from '../../core/pads/pads-lock.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { isMachineFault, reasonOf } from '../files/system-errors.ts'
import { bringPictures, type BringPictures, findPictures, type LostPicture } from './bring-pictures.ts'
import { addressOf, asPulled, changeOf, decideDeck } from './decide-deck.ts'
import type { PadClient } from './pad-client.ts'
import type { PadProblem } from './pad-problem.ts'
import { clashFile, digestOf, type PullState } from './pull-state.ts'
import { isTaken } from './write-pulled.ts'

/** A pad that is to be pulled. */
export interface PadJob {
  readonly pad: PadAddress
  /** The path of its deck, if that is known. */
  readonly deck?: string | undefined
  /** The path that was given for its deck. */
  readonly wanted?: string | undefined
  /** It was named on the command line. */
  readonly isAsked: boolean
}

/** What was done with a deck, or would be. */
export type PulledState = 'pulled' | 'known' | 'repaired' | Merge['kind'] | 'removed' | 'failed'

export interface PulledDeck {
  /** The address of the pad. */
  readonly address: string
  readonly deck?: string | undefined
  readonly state: PulledState
  /** How many pictures were downloaded. */
  readonly fresh: number
  readonly lost: readonly LostPicture[]
  readonly links: readonly PadLink[]
  /** What has changed in the deck; of a clash, the versions that clash. */
  readonly change?: { readonly before: string; readonly after: string } | undefined
  readonly problem?: Omit<PadProblem, 'kind'> | undefined
}

export interface PullDeck {
  readonly root: string
  readonly client: PadClient
  readonly state: PullState
  readonly isDryRun: boolean
  /** Whether links to other pads are wanted, also of a pad that has nothing new. */
  readonly follows: boolean
  readonly clean: (bytes: Uint8Array) => Uint8Array
  /** The path of a new deck, from its text. */
  readonly nameDeck: (text: string, job: PadJob) => string
}

/** Pulls one pad: its pictures, then its deck, then what is known of it. */
export async function pullDeck(job: PadJob, options: PullDeck): Promise<PulledDeck> {
  const { pad } = job
  const { root, client, state } = options
  const address = writePadAddress(pad)
  const nothing = { address, deck: job.deck, fresh: 0, lost: [], links: [] }
  const fail = (problem: Omit<PadProblem, 'kind'>, deck = job.deck): PulledDeck => ({ ...nothing, deck, state: 'failed', problem })
  const again = readPadAddress(address)
  if (!again || writePadAddress(again) !== address)
    return fail({ message: 'its name is the same as that of a page of the server', help: 'Pull it by another of its addresses.' })
  if (job.deck !== undefined && job.wanted !== undefined && job.wanted !== job.deck)
    return fail({ message: `the pad was already pulled as ${job.deck}`, help: `Rename that file to ${job.wanted}, and pull again.` })
  if (job.deck !== undefined && !job.isAsked && !isTaken(root, job.deck)) return { ...nothing, state: 'removed' }
  const known = job.deck === undefined ? undefined : state.baseOf(job.deck)
  const etag = known === undefined || job.deck === undefined ? undefined : state.lock().get(job.deck)?.etag
  const answer = await client.readPad(pad, etag === undefined ? {} : { etag })
  if (answer.kind === 'failed') return fail(answer.problem)
  const text = answer.kind === 'text' ? answer.text : (known ?? '')
  const digest = digestOf(text)
  const deck = job.deck ?? options.nameDeck(text, job)
  const origin = originOf(state, deck, address)
  const isNew = digest !== origin?.digest
  let ours: string | undefined
  try {
    const bytes = isTaken(root, deck) ? readInside(root, deck, LARGEST_TEXT) : undefined
    // Decoded and written again, its bytes would be lost.
    if (bytes && !isUtf8(bytes)) return fail({ message: `${deck} is not valid UTF-8`, help: 'Save it as UTF-8, and pull again.' }, deck)
    ours = bytes?.toString('utf8')
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return fail({ message: `${deck} cannot be read: ${reasonOf(cause)}`, help: 'Choose another name with --as.' }, deck)
  }

  if (isNew && text.trim() === '' && origin?.digest !== undefined && ours?.trim())
    return fail({ message: 'the pad is empty now', help: `Restore it from its revisions, or delete ${deck} too.` }, deck)
  if (answer.kind === 'unchanged' && !options.follows && !state.clashOf(deck) && isAsPulled(root, { ...job, deck, ours, origin }))
    return { ...nothing, deck, state: 'unchanged' }

  const reading = { server: pad.server, path: deck }
  const addresses = findFileAddresses(text, reading).filter(({ kind }) => kind === 'upload')
  const folder = path.posix.dirname(deck) === '.' ? '' : path.posix.dirname(deck)
  const bringing: BringPictures = { ...options, pad, folder, origin, asksAgain: job.isAsked || isNew }
  const rewrite = (from: string, pictures: readonly PictureOrigin[]) => rewriteAddresses(from, namesOf(pictures), reading)
  const isAdopted = origin?.digest === undefined && ours !== undefined
  if (isAdopted) {
    const present = rewrite(text, findPictures(addresses, bringing))
    if (!isSameText(ours ?? '', present) && !isSameText(ours ?? '', text)) return fail(otherDeck(deck, state.lock().get(deck)?.pad))
  }

  const { pictures, fresh, lost } = await bringPictures(addresses, bringing)
  const theirs = rewrite(text, pictures)
  const clashed = state.clashOf(deck)
  const resolved = clashed && !clashed.isOpen ? clashed.pad : undefined
  const old = known ?? (isNew ? undefined : text)
  const merge = decideDeck({
    base: old === undefined ? asPulled(ours, origin) : rewrite(old, origin?.pictures ?? []),
    // What was brought since belongs to the clash.
    resolved: resolved === undefined ? undefined : rewrite(resolved, pictures),
    ours,
    theirs,
    isAdopted,
  })
  const links = findPadLinks(text, pad)
  const after = 'text' in merge ? merge.text : ours
  const change = changeOf(merge, ours)
  const done = { ...nothing, deck, fresh, lost, links, change }
  const isClash = merge.kind === 'clash'
  const next: DeckOrigin = {
    pad: address,
    revision: isNew && !options.isDryRun && !isClash ? isoTime(await client.readRevision(pad)) : origin?.revision,
    etag: isClash || answer.kind !== 'text' ? origin?.etag : plainEtag(answer.etag),
    digest: isClash ? (origin?.digest ?? digest) : digest,
    pictures: [...pictures, ...stillUsed(origin?.pictures ?? [], { pictures, text: after ?? '' })],
    missing: lost.filter(({ problem }) => problem.kind === 'missing').map(({ address: { url } }) => url),
  }
  const write = 'text' in merge && merge.text !== ours ? { before: ours, after: merge.text } : undefined
  const clash = isClash ? { pad: text, beside: theirs } : undefined
  if (!state.commit({ deck, origin: next, base: isClash ? known : text, write, clash }))
    return { ...done, state: 'failed', problem: { message: `${deck} was saved in the meantime`, help: 'Pull again.' } }
  if (isClash)
    return { ...done, state: 'clash', problem: { message: 'pad and file were changed in the same place', help: `See ${clashFile(deck)}.` } }
  if (merge.kind === 'unchanged' || merge.kind === 'kept') {
    return { ...done, state: isAdopted ? 'known' : fresh > 0 ? 'repaired' : merge.kind }
  }
  return { ...done, state: merge.state ?? merge.kind }
}

function otherDeck(deck: string, pad: string | undefined): Omit<PadProblem, 'kind'> {
  if (pad === undefined)
    return {
      message: `${deck} already exists, and its text differs from that of the pad`,
      help: `If the pad is the newer one, delete ${deck} and pull again; to keep both, choose another name with --as.`,
    }
  // A pad has several addresses, and only its server knows which belong together.
  return {
    message: `${deck} already exists, and came from ${pad}`,
    help: 'If that is the same pad, pull it by that address; if not, choose another name with --as.',
  }
}

// Of a deck that came from elsewhere, only its pictures count.
function originOf(state: PullState, deck: string, address: string): DeckOrigin | undefined {
  const known = state.lock().get(deck)
  return known === undefined || known.pad === address ? known : { pictures: known.pictures, missing: [] }
}

// Decided without reading the deck's Markdown, which takes most of the time of a pull that finds nothing new.
function isAsPulled(
  root: string,
  { deck = '', isAsked, ours, origin }: PadJob & { readonly ours: string | undefined; readonly origin: DeckOrigin | undefined },
) {
  if (!origin || (isAsked && origin.missing.length > 0) || asPulled(ours, origin) === undefined) return false
  return origin.pictures.every(({ file }) => isTaken(root, path.posix.join(path.posix.dirname(deck), file)))
}

// Pictures that the pad no longer has, but the deck.
function stillUsed(
  old: readonly PictureOrigin[],
  { pictures, text }: { readonly pictures: readonly PictureOrigin[]; readonly text: string },
): readonly PictureOrigin[] {
  const listed = new Set(pictures.map(({ from }) => from))
  // The address of a picture that is not beside the deck has the name of its file in it, too.
  const isUsed = ({ from, file }: PictureOrigin) =>
    [from, new URL(from).pathname].reduce((rest, url) => rest.replaceAll(url, ''), text).includes(addressOf(file))
  return old.filter((picture) => !listed.has(picture.from) && isUsed(picture))
}

function namesOf(pictures: readonly PictureOrigin[]): ReadonlyMap<string, string> {
  return new Map(pictures.map(({ from, file }) => [from, addressOf(file)]))
}

// A server may say anything; the lock file has only what can be read again.
function isoTime(time: number | undefined): string | undefined {
  return time !== undefined && time >= 0 && time < Date.UTC(9999, 0) ? new Date(time).toISOString() : undefined
}

function plainEtag(etag: string | undefined): string | undefined {
  return etag !== undefined && /^[\x21-\x7e]{1,200}$/.test(etag) ? etag : undefined
}
