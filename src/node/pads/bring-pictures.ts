import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { LARGEST_ASSET } from '../../core/files.ts'
import type { FileAddress } from '../../core/pads/file-addresses.ts'
import { fileNameFor } from '../../core/pads/file-name.ts'
import type { PadAddress } from '../../core/pads/pad-address.ts'
import type { DeckOrigin, PictureOrigin } from '../../core/pads/pads-lock.ts'
import { decodeAddress } from '../../core/shared/decode-address.ts'
import { readInside } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import type { PadClient } from './pad-client.ts'
import type { PadProblem } from './pad-problem.ts'
import { writeNew } from './write-pulled.ts'

/** A file of a pad that is not beside the deck, and why. */
export interface LostPicture {
  readonly address: FileAddress
  readonly problem: PadProblem
}

/** The files of a pad that are beside its deck, and those that are not. */
export interface BroughtPictures {
  readonly pictures: readonly PictureOrigin[]
  /** How many of them were downloaded, or would be. */
  readonly fresh: number
  readonly lost: readonly LostPicture[]
}

export interface BringPictures {
  readonly root: string
  /** In the folder of decks; empty at its top. */
  readonly folder: string
  readonly pad: PadAddress
  readonly client: Pick<PadClient, 'download'>
  /** What is known of the deck. */
  readonly origin: DeckOrigin | undefined
  /** Asks again for files that were gone at the last pull. */
  readonly asksAgain: boolean
  readonly isDryRun: boolean
  readonly clean: (bytes: Uint8Array) => Uint8Array
}

// A name that no other file has.
const UNIQUE = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\.\w+$/i
const GONE: PadProblem = { kind: 'missing', message: 'it was already missing at the last pull', help: 'Upload it again in the pad.' }

/** The files that are beside a deck already, by what is known of it or by names that no other file has. */
export function findPictures(addresses: readonly FileAddress[], { root, folder, origin }: BringPictures): readonly PictureOrigin[] {
  const names = namesIn(path.join(root, folder))
  return addresses.flatMap(({ url }) => {
    const known = origin?.pictures.find(({ from, file }) => from === url && isFile(path.join(root, folder, file)))
    if (known) return [known]
    const name = nameOf(url)
    const bytes = UNIQUE.test(name) && names.includes(name) ? readPicture(root, path.posix.join(folder, name)) : undefined
    return bytes ? [{ from: url, file: name, digest: sha256(bytes) }] : []
  })
}

/** Downloads the files of a pad that are not beside its deck. Each is written whole or not at all, and equal ones once. */
export async function bringPictures(addresses: readonly FileAddress[], bringing: BringPictures): Promise<BroughtPictures> {
  const { origin, asksAgain, client, pad, isDryRun, clean } = bringing
  const pictures = [...findPictures(addresses, bringing)]
  const lost: LostPicture[] = []
  const present = new Set(pictures.map(({ from }) => from))
  let fresh = 0
  for (const address of addresses) {
    const { url } = address
    if (present.has(url)) continue
    if (!asksAgain && origin?.missing.includes(url)) {
      lost.push({ address, problem: GONE })
    } else if (isDryRun) {
      pictures.push({ from: url, file: fileNameFor(url, new Set(), ''), digest: '' })
      fresh += 1
    } else {
      const answer = await client.download(url, pad)
      if (answer.kind === 'failed') {
        lost.push({ address, problem: answer.problem })
        continue
      }
      pictures.push(keep(url, clean(answer.bytes), { ...bringing, ending: answer.ending ?? '' }))
      fresh += 1
    }
  }
  return { pictures, fresh, lost }
}

interface Keeping extends BringPictures {
  readonly ending: string
}

function keep(url: string, bytes: Uint8Array, { root, folder, ending }: Keeping): PictureOrigin {
  const digest = sha256(bytes)
  const names = namesIn(path.join(root, folder))
  const taken = new Set(names)
  const equal = names.find((name) => isEqual(root, path.posix.join(folder, name), bytes))
  if (equal !== undefined) return { from: url, file: equal, digest }
  for (;;) {
    const file = fileNameFor(url, taken, ending)
    if (writeNew(root, path.posix.join(folder, file), bytes)) return { from: url, file, digest }
    taken.add(file)
  }
}

function isEqual(root: string, file: string, bytes: Uint8Array): boolean {
  const facts = statSync(path.join(root, file), { throwIfNoEntry: false })
  return facts?.isFile() === true && facts.size === bytes.length && readPicture(root, file)?.equals(bytes) === true
}

function readPicture(root: string, file: string): Buffer | undefined {
  try {
    return readInside(root, file, LARGEST_ASSET)
  } catch {
    // What cannot be read, such as a link out of the folder, cannot be shown either.
    return undefined
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\w-][\w.-]*$/.test(name))
  } catch {
    // It is made when the first file is written.
    return []
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

function nameOf(url: string): string {
  const name = URL.canParse(url) ? new URL(url).pathname.replace(/^.*\//s, '') : ''
  return decodeAddress(name) ?? name
}
