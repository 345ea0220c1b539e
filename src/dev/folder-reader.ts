import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readSiteOptions } from '../core/config/read-site-options.ts'
import { deckId } from '../core/deck/deck-id.ts'
import { collect } from '../core/diagnostics/collect.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { ClientBundle, EmittedFile } from '../core/model.ts'
import { deckPaths } from '../core/outputs/outputs-of-deck.ts'
import { checkNames, openContent, type OpenContent } from '../node/content/read-content.ts'
import { composerSetup, type ComposerSetup } from '../node/compose/composer.ts'
import { deckFinder, type DeckFinder, documentReader, type FoundFile } from '../node/content/deck-finder.ts'
import type { DiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { reasonOf } from '../node/files/system-errors.ts'
import { findLogo } from '../node/assets/find-logo.ts'

/** A content root as it was read last; what is found of a file stays the same for as long. */
export interface Reading extends DeckFinder {
  readonly content: OpenContent
  readonly setup: ComposerSetup
  /** The root could be read; otherwise the files are those of the last time, and cannot be read. */
  readonly isThere: boolean
  /** Paths of the files that the site shows by itself, and the drawings among them, cleaned. */
  readonly own: { readonly assets: readonly string[]; readonly drawings: readonly EmittedFile[] }
}

interface Surroundings {
  readonly root: string
  readonly client: () => ClientBundle
  readonly drawer: DiagramRenderer
}

export interface FolderReader {
  /** The folder as it is, read once until `forget`. Throws where something else stops it than that the root is not there. */
  readonly read: () => Promise<Reading>
  /** Something in the folder has changed. */
  readonly forget: () => void
  /** The text of a deck when it was read last. */
  readonly textOf: (file: string) => string | undefined
}

// Whatever else stops the reading may be over with the next request, which tries again.
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'NOT_FOLDER', 'EACCES', 'EPERM'])

/** Reads a content root as often as it changes. */
export function folderReader({ root, client, drawer }: Surroundings): FolderReader {
  const texts = new Map<string, string>()
  let reading: Promise<Reading> | undefined
  const readDocument = documentReader(root)
  let last: { readonly setup: ComposerSetup; readonly finder: DeckFinder } | undefined

  const read = async (): Promise<Reading> => {
    const opened = openContent(root)
    checkNames(opened, client())
    const { options, taken: own } = await findLogo(opened)
    const content = { ...opened, options }
    const wanted = composerSetup(content, { client: client(), drawer })
    // As long as the text of files alone changes, decks that were made stay, and the thread that has everything loaded goes on.
    if (!last || !isDeepStrictEqual(last.setup, wanted)) last = { setup: wanted, finder: deckFinder(wanted, readDocument) }
    const { setup, finder } = last
    return { content, setup, own, isThere: true, find: remember(finder.find), fileAt: finder.fileAt }
  }

  const remember = (find: DeckFinder['find']): DeckFinder['find'] => {
    const found = new Map<string, FoundFile>()
    return (file) => {
      const known = found.get(file) ?? find(file)
      found.set(file, known)
      if (known.deck) texts.set(file, known.deck.document.source.text)
      return known
    }
  }

  // The decks that were shown stay, with what is wrong now.
  const missing = (cause: Error & { readonly code?: unknown }): Reading => {
    const diagnostics: Diagnostic[] = []
    const report = collect(diagnostics)
    const { tree, options } = last?.setup ?? {
      tree: { name: path.basename(path.resolve(root)), documents: [], files: new Set<string>() },
      options: readSiteOptions('', () => undefined),
    }
    report('folder-missing', { file: tree.name }, cause.code === 'ENOENT' ? 'it is not there' : reasonOf(cause))
    const content = { root, tree, options, diagnostics, report }
    return {
      content,
      setup: composerSetup(content, { client: client(), drawer }),
      own: { assets: [], drawings: [] },
      isThere: false,
      find: () => ({ isSkipped: false, diagnostics }),
      fileAt: (address) => tree.documents.find((file) => deckPaths(deckId(file, tree.name), options).includes(address)),
    }
  }

  const start = async (): Promise<Reading> => {
    try {
      return await read()
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && MISSING.has(cause.code)) return missing(cause)
      // The next request tries again.
      reading = undefined
      throw cause
    }
  }

  return {
    read: () => (reading ??= start()),
    forget() {
      reading = undefined
    },
    textOf: (file) => texts.get(file),
  }
}
