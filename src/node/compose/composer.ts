import type { ComposedDeck } from '../../core/compose-deck.ts'
import type { Document } from '../../core/deck/open-document.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { ClientBundle } from '../../core/model.ts'
import type { Drawing } from '../assets/collect-assets.ts'
import type { DeckFolder } from '../content/deck-finder.ts'
import type { Draw, DiagramRenderer } from '../diagrams/open-diagram-renderer.ts'
import type { Trace } from './deck-questions.ts'
import { findPackage } from '../package/package-paths.ts'
import { ENCODER } from '../pictures/encoder.ts'
import type { Resize } from './resize-pictures.ts'

/** All that composing the decks of a site needs: plain data, which may be sent to another thread. */
export interface ComposerSetup extends DeckFolder {
  readonly client: ClientBundle
  /** Builds make smaller copies of pictures. */
  readonly resizes?: boolean
  /** The script that renders diagrams in the viewer's browser: its name in the client folder, and its size. */
  readonly diagramScript?: { readonly name: string; readonly bytes: number }
  /** Outputs to make of decks even where the options of the site do not ask for them. */
  readonly formats?: readonly string[]
  /** Paths of the decks whose content feeds can have; without it all. */
  readonly inFeeds?: ReadonlySet<string>
  /** Notes are shown, whatever the options say. */
  readonly withNotes?: true
}

/** The result for a deck; without pages if a diagnostic says why. */
export interface Composition {
  readonly composed?: ComposedDeck
  /** The SVG files that the page shows and no earlier page did. */
  readonly drawings: readonly Drawing[]
  /** Paths of the files that the deck links to or shows. */
  readonly used: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What the deck has asked about its site; missing if the same may not come out again. */
  readonly trace?: Trace | undefined
}

/** Composes the decks of one site. */
export interface Composer {
  /** How many decks it may be given before the first of them is composed. */
  readonly atOnce: number
  readonly compose: (document: Document) => Promise<Composition>
  readonly close: () => Promise<void>
}

/** Without `resize`, pages show the pictures themselves. */
export type OpenComposer = (setup: ComposerSetup, draw: Draw, resize?: Resize) => Composer

/** The setup for composing the decks of a content root. */
export function composerSetup(
  { root, tree, options, pads, withoutDrafts, today }: DeckFolder,
  {
    client,
    diagramRenderer: { script },
    ...wanted
  }: Pick<ComposerSetup, 'client' | 'formats' | 'inFeeds' | 'withNotes'> & { readonly diagramRenderer: DiagramRenderer },
): ComposerSetup {
  const diagramScript = script && { name: script.name, bytes: script.bytes }
  const resizes = options.pictures === 'small' && findPackage(ENCODER) !== undefined
  return { root, tree, options, pads, withoutDrafts, today, client, resizes, diagramScript, ...wanted }
}
