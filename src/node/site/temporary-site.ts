import type { DeckSummary } from '../../core/model.ts'
import { buildSite } from './build-site.ts'
import type { BuildOptions, BuiltSite } from './build-site.ts'
import { withTemporaryFolder } from '../files/temporary-folder.ts'

/** A site that holds one deck, in a folder of its own that goes away. */
export interface TemporarySite {
  readonly folder: string
  readonly built: BuiltSite
  /** Missing where a diagnostic says why. */
  readonly deck: DeckSummary | undefined
}

/** Builds the site of a single deck, lets something be made of it, and takes it away again. */
export function withTemporarySite<T>(
  options: Omit<BuildOptions, 'base' | 'onProgress' | 'only'> & { readonly only: string },
  work: (site: TemporarySite) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    const built = await buildSite(
      { ...options, formats: [], only: (file) => file === options.only, base: '/', onProgress: () => undefined },
      { staging: folder },
    )
    return work({ folder, built, deck: built.decks[0] })
  })
}
