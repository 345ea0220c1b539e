import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { type FileAddress, findFileAddresses, rewriteAddresses } from '../../core/pads/file-addresses.ts'
import type { PadsLock } from '../../core/pads/pads-lock.ts'
import { readPadAddress } from '../../core/pads/pad-address.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { isMachineFault, MachineFault, reasonOf } from '../files/system-errors.ts'
import type { DeckText } from './picture-folder.ts'
import { replaceDeck } from './write-pulled.ts'

/** A deck as it was read, and the files on servers that it refers to. */
export interface DeckWithFiles extends DeckText {
  readonly addresses: readonly FileAddress[]
  /** The root of the pad server that it came from, against which its relative addresses are resolved. */
  readonly server: string | undefined
}

/** A deck, and a line of it. */
export interface DeckLine {
  readonly file: string
  readonly line: number
}

/** A deck that could not be read or written, and why. */
export interface DeckFailure {
  readonly file: string
  readonly why: string
}

interface Reading {
  readonly failed: DeckFailure[]
  readonly lock: PadsLock
}

/** Reads a deck; none if that fails. Throws where other decks would fail, too. */
export function readDeck(root: string, file: string, { failed, lock }: Reading): readonly DeckWithFiles[] {
  try {
    const bytes = readInside(root, file, LARGEST_TEXT)
    if (!isUtf8(bytes)) throw new Error('it is not valid UTF-8')
    const text = bytes.toString('utf8')
    const server = readPadAddress(lock.get(file)?.pad ?? '')?.server
    return [{ file, text, server, addresses: findFileAddresses(text, { server, path: file }) }]
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    failed.push({ file, why: reasonOf(cause) })
    return []
  }
}

/** The lines of decks that need a file, by its address. */
export function linesByUrl(decks: readonly DeckWithFiles[]): ReadonlyMap<string, readonly DeckLine[]> {
  const lines = new Map<string, DeckLine[]>()
  for (const { file, text, addresses } of decks)
    for (const { url, spans } of addresses) {
      const numbers = new Set(spans.map(([start]) => lineAt(text, start)))
      lines.set(url, [...(lines.get(url) ?? []), ...[...numbers].map((line) => ({ file, line }))])
    }
  return lines
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length

interface Writing {
  /** The paths of files in the folder of decks, by their addresses. */
  readonly paths: ReadonlyMap<string, string>
  readonly failed: DeckFailure[]
}

/** Writes a deck with the addresses of files in the folder; returns whether it has changed. Throws where other decks would fail, too. */
export function writeAddresses(root: string, { file, text, server }: DeckWithFiles, { paths, failed }: Writing): boolean {
  const names = new Map([...paths].map(([url, found]) => [url, addressFrom(file, found)]))
  const after = rewriteAddresses(text, names, { server, path: file })
  if (after === text) return false
  try {
    if (replaceDeck(root, file, { before: text, after })) return true
    failed.push({ file, why: 'it was saved in the meantime; run the command again' })
  } catch (cause) {
    const reason = cause instanceof MachineFault ? (cause.cause ?? cause) : cause
    if (isMachineFault(reason)) throw cause
    failed.push({ file, why: reasonOf(reason) })
  }
  return false
}

// The address of a file as a deck writes it.
function addressFrom(deck: string, file: string): string {
  return path.posix.relative(path.posix.dirname(deck), file).split('/').map(encodeURIComponent).join('/')
}
