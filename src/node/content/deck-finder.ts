import picomatch from 'picomatch/posix.js'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { deckId } from '../../core/deck/deck-id.ts'
import { findSpelling } from '../../core/resolve/find-spelling.ts'
import { type DeckSigns, deckSigns } from '../../core/deck/deck-signs.ts'
import type { Document } from '../../core/deck/open-document.ts'
import { isForCopying } from '../../core/setup/find-series.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { SourceTree } from '../../core/model.ts'
import { deckDate } from '../../core/summarize-deck.ts'
import { deckPaths } from '../../core/outputs/outputs-of-deck.ts'
import type { PadsLock } from '../../core/pads/pads-lock.ts'
import { foldersOf } from '../../core/outputs/folders-of.ts'
import { siteOutputAt } from '../../core/outputs/site-outputs.ts'
import { withoutCodes } from '../../core/suppressions.ts'
import { documentReader } from './document-reader.ts'

/** A content root before any of its decks is read. */
export interface DeckFolder {
  readonly root: string
  readonly tree: SourceTree
  readonly options: SiteOptions
  /** Where its decks came from; missing if it has no lock file that can be read. */
  readonly pads?: PadsLock | undefined
  /** Drafts and templates are not part of the site; `marked` if they are decks all the same, to which no other deck may link. */
  readonly withoutDrafts?: boolean | 'marked' | undefined
  /** ISO date: what holds for drafts then also holds for decks with future dates, where the options of the site say so. */
  readonly today?: string | undefined
}

/** Why a build leaves a deck out. */
export type LeftOut = 'draft' | 'template' | 'future date'

/** What a Markdown file is in its site. */
export interface FoundFile {
  /** Missing if the file is not a deck, or is one that cannot be shown. */
  readonly deck?: { readonly id: string; readonly document: Document }
  /** It was never meant to be a deck. */
  readonly isSkipped: boolean
  /** It is a deck, and a build leaves it out. */
  readonly leftOut?: LeftOut
  /** Of a file that is not a deck: what suggests that it is one. */
  readonly signs?: DeckSigns
  readonly diagnostics: readonly Diagnostic[]
}

export interface DeckFinder {
  /** Reads a file of the folder, and those that would have the same address. */
  readonly find: (file: string) => FoundFile
  /** The file of the deck that an address of the site belongs to, whichever output it is; else of the file that would be that deck. */
  readonly fileAt: (address: string) => string | undefined
}

// The messages of a file that was probably meant to be a deck, and those that are about it only if it looks like one.
const MEANT: ReadonlySet<string> = new Set(['file-empty', 'type-unknown'])
const MEANT_IF_DECK: ReadonlySet<string> = new Set([
  'front-matter-unclosed',
  'front-matter-mapping',
  'front-matter-language',
  'front-matter-yaml',
  'front-matter-limit',
])

// Decks that others link to. Each is read again after many others, since the texts of all decks of a large site would not fit into memory.
const MOST_LINKED = 100

/** Finds the decks of a folder one by one, and which of them gets an address that two would have. */
export function deckFinder(
  { root, tree, options, withoutDrafts, today }: DeckFolder,
  read = documentReader(root, { most: MOST_LINKED }),
): DeckFinder {
  const isIncluded = matchGlobs(options.include)
  const isExcluded = matchGlobs(options.exclude)
  const documents = new Set(tree.documents)
  const addressesOf = (id: string) => deckPaths(id, options)
  let wanting: ReadonlyMap<string, readonly string[]> | undefined

  // The files that would have an address, by what `foldAddress` makes of it, in their order.
  const whoWants = (address: string): readonly string[] => {
    wanting ??= groupBy(tree.documents, (file) => addressesOf(deckId(file, tree.name)))
    return wanting.get(foldAddress(address)) ?? []
  }

  // File systems and people who type an address may ignore case.
  const ownerBefore = (file: string, address: string): string | undefined => {
    const reserved = siteOutputAt(foldAddress(address), options)?.title
    if (reserved !== undefined) return reserved
    const group = whoWants(address)
    return group.slice(0, group.indexOf(file)).find((other) => find(other).deck)
  }

  // A file cannot be a folder, too: a deck in a folder that is called like a page has no place.
  const ownerOfFolder = (file: string, address: string): string | undefined => {
    for (const folder of foldersOf(address).filter((name) => /\.[^/]*$/.test(name))) {
      const reserved =
        siteOutputAt(foldAddress(folder), options)?.title ?? (/\/index\.html$/i.test(folder) ? 'the page of a folder' : undefined)
      const owner = reserved ?? whoWants(folder).find((other) => other !== file && find(other).deck)
      if (owner !== undefined) return owner
    }
    return undefined
  }

  const isTooEarly = ({ source, options: { date } }: Document) =>
    !options.future && today !== undefined && (deckDate(date, source.path) ?? '') > today

  const reasonToLeaveOut = (document: Document): LeftOut | undefined => {
    if (document.options.draft === true) return isForCopying(document) ? 'template' : 'draft'
    return isTooEarly(document) ? 'future date' : undefined
  }

  const find = (written: string): FoundFile => {
    const file = findSpelling(written, documents)
    if (file === undefined || isExcluded(file.normalize('NFC'))) return { isSkipped: true, diagnostics: [] }
    const { document, diagnostics: all } = read(file)
    const found = withoutCodes(all, options.ignore)
    if (!document) return { isSkipped: false, diagnostics: found }
    if (!document.isDeck && !isIncluded(file.normalize('NFC'))) {
      const signs = deckSigns(file, document.source.text)
      const looksLikeDeck = signs.found.length > 0
      const diagnostics = found.filter(({ code }) => MEANT.has(code) || (looksLikeDeck && MEANT_IF_DECK.has(code)))
      if (!document.frontMatter.failed || !looksLikeDeck) return { isSkipped: true, signs, diagnostics }
    }
    if (document.frontMatter.failed) return { isSkipped: false, diagnostics: found }
    const leftOut = withoutDrafts ? reasonToLeaveOut(document) : undefined
    if (leftOut && withoutDrafts !== 'marked') return { isSkipped: false, leftOut, diagnostics: found }
    const id = deckId(file, tree.name)
    for (const address of addressesOf(id)) {
      const owner = ownerBefore(file, address) ?? ownerOfFolder(file, address)
      if (owner === undefined) continue
      const diagnostics = [...found]
      collect(diagnostics)('deck-address', { file }, owner, address)
      return { isSkipped: false, diagnostics }
    }
    return { deck: { id, document }, isSkipped: false, ...(leftOut && { leftOut }), diagnostics: found }
  }

  const fileAt = (address: string) => {
    const wanting = whoWants(address).filter((file) => addressesOf(deckId(file, tree.name)).includes(address))
    return wanting.find((file) => find(file).deck) ?? wanting[0]
  }
  return { find, fileAt }
}

/** An address as seen by file systems that ignore case and Unicode normalisation. */
export const foldAddress = (address: string) => address.normalize('NFC').toLowerCase().normalize('NFC')

function groupBy(files: readonly string[], addressesOf: (file: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const file of files)
    for (const address of addressesOf(file)) {
      const group = groups.get(foldAddress(address))
      if (group) group.push(file)
      else groups.set(foldAddress(address), [file])
    }
  return groups
}

/** Whether a path matches one of the globs of `site.yaml`; `talks` and `talks/` mean all below that folder. */
export function matchGlobs(globs: readonly string[]): (file: string) => boolean {
  if (globs.length === 0) return () => false
  return picomatch(globs.flatMap((glob) => [glob.replace(/^\.?\//, ''), `${glob.replace(/^\.?\//, '').replace(/\/$/, '')}/**`]))
}
