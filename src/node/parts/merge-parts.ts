import { setImmediate } from 'node:timers/promises'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { DeckDetails } from '../../core/model.ts'
import { filesOfDeck, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { readOpen } from '../files/read-file.ts'
import { type BuiltSite, publish, type PublishedSite } from '../site/build-site.ts'
import { type MadeDeck, type OpenSite, openSite } from '../site/compose-site.ts'
import { finishSite, type FinishOptions } from '../site/finish-site.ts'
import type { MadeDecks } from '../site/make-decks.ts'
import type { OutputFolder } from '../site/output-folder.ts'
import { takenPaths } from '../site/taken-paths.ts'
import { openSiteWriter, type SiteWriter } from '../site/write-site.ts'
import { originOf } from './build-part.ts'
import { checkPart, sortParts } from './check-parts.ts'
import { detailsPath, type FoundPart, PartRefused, readPart, SITE_FOLDER, withFileOf } from './part-file.ts'

export interface MergeOptions extends Omit<FinishOptions, 'base' | 'revision'> {
  /** Folder of decks that the parts were made of. */
  readonly root: string
  /** Version of Hedgerow. */
  readonly version: string
  /** Called with the number of merged parts. */
  readonly onProgress: (done: number, all: number) => void
}

/**
 * Makes a site of all its parts, which is the same to the last byte as if it had been built at once, and replaces the old one. Throws `PartRefused` if
 * they do not belong together or are damaged, and `MachineFault` if a file cannot be written; then the old site stays.
 */
export function publishParts(folders: readonly string[], options: MergeOptions, output: OutputFolder): Promise<PublishedSite> {
  return publish(output, () => mergeParts(folders, options, output))
}

async function mergeParts(folders: readonly string[], options: MergeOptions, { staging, target }: OutputFolder): Promise<BuiltSite> {
  const { root, client, version, onProgress } = options
  const { parts, settings } = sortParts(folders.map(readPart), version)
  const { base, revision } = settings
  const site = await openSite(root, { client, ...settings })
  const own = originOf(site, settings, options)
  for (const part of parts) checkPart(part, site, own)
  const made = joinParts(parts, site)
  const writer = openSiteWriter(staging, target)
  await copyFiles(parts, wantedFiles(made), { writer, onProgress })
  return finishSite(made, { ...options, base, revision }, { folder: staging, writer })
}

/** The decks of all parts in the order of the site, as if they had been made at once. */
function joinParts(parts: readonly FoundPart[], { content, options, own, wanted }: OpenSite): MadeDecks {
  const found = new Map<string, { readonly deck: MadeDeck; readonly details: () => DeckDetails }>()
  for (const part of parts)
    for (const [index, deck] of part.decks.entries())
      found.set(deck.path, {
        deck,
        details: () => withFileOf(part, detailsPath(index), (open) => JSON.parse(readOpen(open).toString('utf8')) as DeckDetails),
      })
  const decks = wanted.flatMap(({ path }) => found.get(path)?.deck ?? [])
  const later = new Map<string, Diagnostic>()
  for (const diagnostic of parts.flatMap((part) => part.later)) later.set(JSON.stringify(diagnostic), diagnostic)
  return {
    content,
    options,
    own,
    decks,
    later: [...later.values()],
    detailsOf: ({ path: file }) => found.get(file)?.details() ?? {},
  }
}

type IsWanted = (file: string) => boolean

/** Finds the files that a part would not have if it knew the other decks: at one path, pages come before files that decks show, and these before others. */
function wantedFiles({ decks, options, own, content }: MadeDecks): (part: FoundPart) => IsWanted {
  const summaries = decks.flatMap(({ summary }) => (summary ? [summary] : []))
  const isTaken = takenPaths({ decks: summaries, own, content })
  const pages = new Set(summaries.flatMap(({ id }) => pagesOfDeck(options).map(({ pathOf }) => pathOf(id))))
  return (part) => {
    const ofPart = part.decks.flatMap(({ summary }) => (summary ? [summary] : []))
    const shown = new Set(ofPart.flatMap(({ assets }) => assets))
    const ownPages = new Set(ofPart.flatMap(({ id }) => pagesOfDeck(options).map(({ pathOf }) => pathOf(id))))
    const lost = ofPart.flatMap(({ id }) =>
      filesOfDeck(options)
        .filter((output) => isTaken(output, id))
        .map(({ pathOf }) => pathOf(id)),
    )
    const dropped = new Set(lost.filter((file) => !shown.has(file)))
    return (file) => !dropped.has(file) && (!pages.has(file) || ownPages.has(file))
  }
}

/** Copies the files of parts that belong to the site; one that several parts have must be the same in all. */
async function copyFiles(
  parts: readonly FoundPart[],
  isWantedOf: (part: FoundPart) => IsWanted,
  { writer, onProgress }: Copying,
): Promise<void> {
  const copied = new Map<string, FoundPart>()
  for (const [index, part] of parts.entries()) {
    const isWanted = isWantedOf(part)
    for (const [name, digest] of part.files) {
      const file = name.slice(SITE_FOLDER.length + 1)
      if (!name.startsWith(`${SITE_FOLDER}/`) || !isWanted(file)) continue
      const other = copied.get(name)
      if (other && other.files.get(name) !== digest)
        throw new PartRefused(`"${other.folder}" and "${part.folder}" have different files at ${file}; build all parts again`)
      if (!other) withFileOf(part, name, (open) => writer.copy(open.path, file))
      copied.set(name, part)
      // Lets the folder's lock be refreshed, and signals be handled.
      await setImmediate()
    }
    onProgress(index + 1, parts.length)
  }
}

interface Copying extends Pick<MergeOptions, 'onProgress'> {
  readonly writer: SiteWriter
}
