import { existsSync } from 'node:fs'
import path from 'node:path'
import { outlineDeck } from '../../core/summarize-deck.ts'
import { openDocument } from '../../core/deck/open-document.ts'
import { deckFileName, type NeighbourDeck } from '../../core/pads/deck-file-name.ts'
import { type PadAddress, writePadAddress } from '../../core/pads/pad-address.ts'
import { BASE_FOLDER } from '../../core/pads/pads-lock.ts'
import { stripMetadata } from '../assets/strip-metadata/strip-metadata.ts'
import { readContent } from '../content/read-content.ts'
import { withLineFeeds } from '../files/read-file.ts'
import { lockFolder, type LockHolder } from '../site/folder-lock.ts'
import type { PadClient } from './pad-client.ts'
import { type PadJob, pullDeck, type PulledDeck } from './pull-deck.ts'
import { openPullState, prepareFolder, type PullState, tidyFolder } from './pull-state.ts'
import { deckOfPad, followRenames } from './renamed-decks.ts'

/** A pad that was named on the command line or in `site.yaml`. */
export interface NamedDeck {
  readonly pad: PadAddress
  /** The path of its deck, with its ending. */
  readonly wanted?: string | undefined
}

export interface PullDecks {
  readonly client: PadClient
  /** The pads of the command line; empty for all that are known. */
  readonly asked: readonly NamedDeck[]
  /** Those of `site.yaml`. */
  readonly listed: readonly NamedDeck[]
  /** An ISO date for the name of a new deck. */
  readonly day?: string | undefined
  readonly isDryRun: boolean
  /** Pulls the pads of the same server to which pads link, too. */
  readonly follows: boolean
  readonly keepsMetadata: boolean
  /** Called where another pull is waited for. */
  readonly onWait: (holder: LockHolder) => void
}

// A guard against pads that link to ever more of them.
const MOST_FOLLOWED = 200

/** Pulls pads into a folder of decks, one after the other. Only one process at a time does that. */
export async function* pullDecks(root: string, options: PullDecks): AsyncGenerator<PulledDeck> {
  const { isDryRun } = options
  if (!isDryRun) prepareFolder(root)
  const lock = isDryRun ? undefined : await lockFolder(path.join(root, BASE_FOLDER), { onWait: options.onWait })
  try {
    const state = openPullState(root, isDryRun)
    followRenames(root, state, [...options.asked, ...options.listed])
    yield* pullAll(jobsOf(options, state), { root, state, options })
  } finally {
    lock?.release()
    if (!isDryRun) tidyFolder(root)
  }
}

interface Pulling {
  readonly root: string
  readonly state: PullState
  readonly options: PullDecks
}

async function* pullAll(jobs: readonly PadJob[], { root, state, options }: Pulling): AsyncGenerator<PulledDeck> {
  const queue = [...jobs]
  const seen = new Set(queue.map(({ pad }) => writePadAddress(pad)))
  const clean = options.keepsMetadata ? (bytes: Uint8Array) => bytes : stripMetadata
  // Names that a dry run gave to decks.
  const given: NeighbourDeck[] = []
  const nameDeck = (text: string, job: PadJob) => {
    const path = job.wanted ?? newName(text, { job, root, given, day: options.day })
    given.push({ path, title: '' })
    return path
  }
  for (const job of queue) {
    const pulled = await pullDeck(job, { ...options, root, state, clean, nameDeck })
    yield pulled
    if (!options.follows) continue
    for (const { pad } of pulled.links) {
      const address = writePadAddress(pad)
      // Of other servers a deck's author cannot make requests.
      if (pad.server !== job.pad.server || seen.has(address) || queue.length >= jobs.length + MOST_FOLLOWED) continue
      seen.add(address)
      queue.push({ pad, deck: deckOfPad(state, address), isAsked: true })
    }
  }
}

// Each pad once. A pad that is known stays in its deck.
function jobsOf({ asked, listed }: PullDecks, state: PullState): readonly PadJob[] {
  const jobs = new Map<string, PadJob>()
  const add = ({ pad, wanted }: NamedDeck, isAsked: boolean) => {
    const address = writePadAddress(pad)
    const deck = deckOfPad(state, address)
    if (!jobs.has(address))
      jobs.set(address, { pad, wanted: wanted ?? (deck === undefined ? wantedOf.get(address) : undefined), deck, isAsked })
  }
  const wantedOf = new Map(listed.map(({ pad, wanted }) => [writePadAddress(pad), wanted]))
  for (const named of asked) add(named, true)
  if (asked.length > 0) return [...jobs.values()]
  for (const known of state.knownPads()) jobs.set(`${writePadAddress(known.pad)} ${known.deck}`, { ...known, isAsked: false })
  const taken = new Set([...jobs.values()].map(({ pad }) => writePadAddress(pad)))
  for (const named of listed) if (!taken.has(writePadAddress(named.pad))) add(named, false)
  return [...jobs.values()]
}

interface Naming {
  readonly job: PadJob
  readonly root: string
  readonly given: readonly NeighbourDeck[]
  readonly day: string | undefined
}

function newName(text: string, { job, root, given, day }: Naming): string {
  const document = openDocument({ path: 'pad.md', text: withLineFeeds(text) }, () => undefined)
  // A dry run makes no folder.
  const { decks, tree } = existsSync(root) ? readContent(root) : { decks: [], tree: { name: '' } }
  const neighbours = decks.map((deck) => outlineDeck(deck, tree.name))
  const { title } = outlineDeck(document, '')
  const [firstSlide = ''] = document.frontMatter.body.trimStart().split(/\n-{3,}\s*\n/)
  return deckFileName(
    { title: title === 'pad' ? '' : title, day: day ?? document.options.date, firstSlide: firstSlide.slice(0, 4000), id: job.pad.id },
    [...neighbours, ...given.filter(({ path }) => !neighbours.some((other) => other.path === path))],
  )
}
