import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { Composition } from '../node/compose/composer.ts'

/** A deck as development knows it. */
export interface KnownDeck {
  readonly path: string
  readonly text: string
  /** Missing where the deck has never been one that can be shown. */
  readonly shown?: NonNullable<Composition['composed']>
  /** The last text could be shown. */
  readonly isCurrent: boolean
  /** Paths of the files that the deck links to or shows. */
  readonly used: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
