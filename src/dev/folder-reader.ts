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
import { deckFinder, type DeckFinder, type FoundFile } from '../node/content/deck-finder.ts'
import { documentReader } from '../node/content/document-reader.ts'
import type { DiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { reasonOf } from '../node/files/system-errors.ts'
import { findOwnFiles } from '../node/assets/find-own-files.ts'
import { languageKeeper } from './keep-language.ts'

/** A content root as it was last read, with the decks found in it so far. */
export interface Reading extends DeckFinder {
  readonly content: OpenContent
  readonly setup: ComposerSetup
  /** Whether the root could be read; if not, the files are those of the last time. */
  readonly isThere: boolean
  /** Paths of the files that the site's own pages use, and the SVG files among them, sanitised. */
  readonly own: { readonly assets: readonly string[]; readonly drawings: readonly EmittedFile[] }
}

interface ReaderOptions {
  readonly root: string
  readonly client: () => ClientBundle
  readonly diagramRenderer: DiagramRenderer
}

export interface FolderReader {
  /** The folder as it is, read once until `forget`. Throws if it cannot be read, unless because the root is missing. */
  readonly read: () => Promise<Reading>
  /** Call when something in the folder has changed. */
  readonly forget: () => void
  /** The text of a deck when it was last read. */
  readonly textOf: (file: string) => string | undefined
}

// Other errors may be temporary, so the next request tries again.
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'NOT_FOLDER', 'EACCES', 'EPERM'])

/** Reads a content root again after each change. */
export function folderReader({ root, client, diagramRenderer }: ReaderOptions): FolderReader {
  const texts = new Map<string, string>()
  let reading: Promise<Reading> | undefined
  const readDocument = documentReader(root)
  const keepLanguage = languageKeeper()
  let last: { readonly setup: ComposerSetup; readonly finder: DeckFinder } | undefined

  const read = async (): Promise<Reading> => {
    const opened = openContent(root)
    checkNames(opened, client())
    const { options, taken: own } = await findOwnFiles(opened)
    const content = { ...opened, options: keepLanguage(opened, options) }
    const wanted = composerSetup(content, { client: client(), diagramRenderer, withNotes: true })
    // The same setup as before, if only texts have changed: decks stay composed, and the composing thread goes on.
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

  // Decks that were shown stay available, with the current error.
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
      setup: composerSetup(content, { client: client(), diagramRenderer, withNotes: true }),
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
