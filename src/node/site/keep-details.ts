import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { DeckDetails, Site } from '../../core/model.ts'
import { MachineFault, onMachine } from '../files/system-errors.ts'
import { withTemporaryFolder } from '../files/temporary-folder.ts'

/** The details of the decks that have been composed. */
export interface KeptDetails {
  readonly add: (path: string, details: DeckDetails) => void
  readonly detailsOf: Site['detailsOf']
}

/** Keeps details in memory, for few decks. */
export function keepInMemory(): KeptDetails {
  const kept = new Map<string, DeckDetails>()
  return {
    add: (file, details) => void kept.set(file, details),
    detailsOf: ({ path: file }) => kept.get(file) ?? {},
  }
}

interface Place {
  /** In bytes, as is `length`. */
  readonly start: number
  readonly length: number
}

/** Lets something work with details that are in a temporary file, so that those of ten thousand decks need no memory. Throws `MachineFault` if it cannot be written. */
export async function withDetailsOnDisk<T>(work: (details: KeptDetails) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    const file = onMachine('details of decks cannot be kept', () => openSync(path.join(folder, 'details'), 'wx+'))
    try {
      return await work(keepInFile(file))
    } finally {
      closeSync(file)
    }
  })
}

function keepInFile(file: number): KeptDetails {
  const places = new Map<string, Place>()
  let end = 0
  return {
    add(deck, details) {
      const bytes = Buffer.from(JSON.stringify(details))
      onMachine('details of decks cannot be kept', () => writeAll(file, bytes, end))
      places.set(deck, { start: end, length: bytes.length })
      end += bytes.length
    },
    detailsOf({ path: deck }) {
      const place = places.get(deck)
      // Written by `add`.
      return place ? (JSON.parse(onMachine('details of decks cannot be read', () => readAll(file, place))) as DeckDetails) : {}
    },
  }
}

// The system may write less than it is given.
function writeAll(file: number, bytes: Buffer, start: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, start + done)
}

function readAll(file: number, { start, length }: Place): string {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const count = readSync(file, bytes, done, length - done, start + done)
    if (count === 0) throw new MachineFault('details of decks cannot be read: their temporary file has become shorter')
    done += count
  }
  return bytes.toString('utf8')
}
