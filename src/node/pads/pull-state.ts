import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { plainText } from '../../core/pads/merge-text.ts'
import { type PadAddress, readPadAddress } from '../../core/pads/pad-address.ts'
import { BASE_FOLDER, type DeckOrigin, PADS_LOCK, type PadsLock, writePadsLock } from '../../core/pads/pads-lock.ts'
import { readPadsLock } from '../../core/pads/read-pads-lock.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { MachineFault, onMachine, reasonOf } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import { isTaken, replaceDeck, writeNew, writeOwn } from './write-pulled.ts'

/** What is known of the decks of a folder that came from pads, and how it is changed. */
export interface PullState {
  /** Where decks came from, as last written. */
  readonly lock: () => PadsLock
  /** The pads that decks came from, in the order of their paths. */
  readonly knownPads: () => readonly { readonly pad: PadAddress; readonly deck: string }[]
  /** The text of a deck's pad as it was last pulled; `undefined` if it is not there, or is another one. */
  readonly baseOf: (deck: string) => string | undefined
  /** The text of the pad that clashed at an earlier pull, and whether the file beside the deck is still there. */
  readonly clashOf: (deck: string) => { readonly pad: string; readonly isOpen: boolean } | undefined
  /** Writes a deck, then where it came from; false if the deck was saved meanwhile. In a dry run it does nothing. */
  readonly commit: (change: DeckChange) => boolean
  /** Notes that a deck has another path now. In a dry run it writes nothing. */
  readonly move: (from: string, to: string) => void
}

/** A deck that is to be written, or only what is known of it. */
export interface DeckChange {
  readonly deck: string
  readonly origin: DeckOrigin
  /** The text of the pad. */
  readonly base: string | undefined
  /** The text that clashes, with the addresses of the deck; missing if nothing clashes. */
  readonly clash?: { readonly pad: string; readonly beside: string } | undefined
  /** The deck as it was read, missing if it is new; and its new text. */
  readonly write?: { readonly before: string | undefined; readonly after: string } | undefined
}

// What a pull is about to do to a deck, so that the next one can finish it.
interface Journal {
  readonly deck: string
  readonly lock: string
  readonly base: string
  /** Digest of the deck as it will be. */
  readonly written: string
}

// A clash that its author has not resolved: the text of the pad, and the digest of the file beside the deck.
interface Pending {
  readonly pad: string
  readonly beside: string
}

const JOURNAL = `${BASE_FOLDER}/pull.json`
const LARGEST_LOCK = 50e6
const RESTORE = '; correct it, or restore the file with git'

/** The digest by which the text of a pad is compared. */
export const digestOf = (text: string) => sha256(plainText(text))

/** The name of the file beside a deck with what clashes; it is no deck and is never published. */
export const clashFile = (deck: string) => `${deck}.pad`

const baseFile = (deck: string) => `${BASE_FOLDER}/${deck}`
const pendingFile = (deck: string) => `${BASE_FOLDER}/${deck}.clash.json`

/** Makes the hidden folder. Throws `MachineFault`. */
export function prepareFolder(root: string): void {
  const folder = path.join(root, BASE_FOLDER)
  const facts = lstatSync(folder, { throwIfNoEntry: false })
  if (facts && !facts.isDirectory()) throw new MachineFault(`${folder} is not a folder; remove it`)
  onMachine(`${folder} cannot be created`, () => mkdirSync(folder, { recursive: true }))
}

/** Removes the hidden folder if it is empty. */
export function tidyFolder(root: string): void {
  try {
    rmdirSync(path.join(root, BASE_FOLDER))
  } catch {
    // It has files, as after every pull that brought something.
  }
}

/** Reads what is known, and finishes what an interrupted pull has begun. Throws if the lock file has a mistake. */
export function openPullState(root: string, isDryRun: boolean): PullState {
  let lockText = readOwn(root, PADS_LOCK, LARGEST_LOCK)
  let lock = parseLock(root, lockText)
  const setLock = (next: PadsLock) => {
    const text = writePadsLock(next)
    if (text !== lockText) writeOwn(root, PADS_LOCK, text)
    lockText = text
    lock = next
  }
  const setText = (file: string, text: string) => {
    if (readOwn(root, file) !== text) writeOwn(root, file, text)
  }
  if (!isDryRun) {
    const journal = readJson<Journal>(root, JOURNAL)
    if (journal && isWritten(root, journal)) {
      setText(baseFile(journal.deck), journal.base)
      const origin = parseLock(root, journal.lock).get(journal.deck)
      if (origin) setLock(new Map(lock).set(journal.deck, origin))
    }
    remove(root, JOURNAL)
  }
  return {
    lock: () => lock,
    knownPads: () =>
      [...lock.keys()].toSorted().flatMap((deck) => {
        const pad = readPadAddress(lock.get(deck)?.pad ?? '')
        return pad ? [{ pad, deck }] : []
      }),
    baseOf(deck) {
      const text = readOwn(root, baseFile(deck))
      return text !== undefined && digestOf(text) === lock.get(deck)?.digest ? text : undefined
    },
    clashOf(deck) {
      const pending = readJson<Pending>(root, pendingFile(deck))
      return pending && { pad: pending.pad, isOpen: isTaken(root, clashFile(deck)) }
    },
    move(from, to) {
      const next = new Map([...lock].map(([deck, origin]) => [deck === from ? to : deck, origin] as const))
      if (isDryRun) {
        lock = next
        return
      }
      const base = readOwn(root, baseFile(from))
      if (base !== undefined) setText(baseFile(to), base)
      setLock(next)
      for (const file of [baseFile(from), pendingFile(from)]) remove(root, file)
    },
    commit({ deck, origin, base, write, clash }) {
      if (isDryRun) return true
      if (write && base !== undefined) {
        const journal: Journal = { deck, lock: writePadsLock(new Map([[deck, origin]])), base, written: sha256(write.after) }
        writeOwn(root, JOURNAL, JSON.stringify(journal))
        const { before, after } = write
        if (!(before === undefined ? writeNew(root, deck, after) : replaceDeck(root, deck, { before, after }))) {
          remove(root, JOURNAL)
          return false
        }
      }
      const pending = readJson<Pending>(root, pendingFile(deck))
      const beside = readOwn(root, clashFile(deck))
      // Its author may have changed the file beside the deck, or written one of that name. What it does not say cannot be resolved by it.
      const isOurs = beside === undefined || sha256(beside) === pending?.beside
      if (clash && isOurs) {
        setText(pendingFile(deck), JSON.stringify({ pad: clash.pad, beside: sha256(clash.beside) }))
        setText(clashFile(deck), clash.beside)
      } else if (!clash && pending) {
        remove(root, pendingFile(deck))
        if (isOurs) remove(root, clashFile(deck))
      }
      if (base !== undefined) setText(baseFile(deck), base)
      setLock(new Map(lock).set(deck, origin))
      remove(root, JOURNAL)
      return true
    },
  }
}

function parseLock(root: string, text: string | undefined): PadsLock {
  const read = text === undefined ? { lock: new Map<string, DeckOrigin>() } : readPadsLock(text)
  if ('problem' in read)
    throw new MachineFault(`${path.join(root, PADS_LOCK)}:${read.line}: ${read.problem}${read.problem.startsWith('git ') ? '' : RESTORE}`)
  return read.lock
}

// What we have written whole or not at all; damaged by others, it says nothing.
function readJson<T>(root: string, file: string): T | undefined {
  const text = readOwn(root, file)
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

function isWritten(root: string, { deck, written, base }: Journal): boolean {
  if (readOwn(root, baseFile(deck)) === base) return true
  const text = readOwn(root, deck)
  return text !== undefined && sha256(text) === written
}

function readOwn(root: string, file: string, most = LARGEST_TEXT): string | undefined {
  if (!isTaken(root, file)) return undefined
  try {
    return readInside(root, file, most).toString('utf8')
  } catch (cause) {
    throw new MachineFault(`${path.join(root, file)} cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

function remove(root: string, file: string): void {
  onMachine(`${file} cannot be removed`, () => rmSync(path.join(root, file), { force: true }))
}
