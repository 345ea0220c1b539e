import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DeckSummary } from '../../core/model.ts'
import { buildSite } from '../build-site.ts'
import type { BuildOptions, BuiltSite } from '../build-site.ts'

/** A site that holds one deck, in a folder of its own that goes away. */
export interface BriefSite {
  readonly folder: string
  readonly built: BuiltSite
  /** Missing where a diagnostic says why. */
  readonly deck: DeckSummary | undefined
}

/** Builds the site of a single deck, lets something be made of it, and takes it away again. */
export async function withBriefSite<T>(
  options: Omit<BuildOptions, 'base' | 'onProgress' | 'only'> & { readonly only: string },
  work: (site: BriefSite) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-export-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Also where somebody stops the command.
  process.once('exit', remove)
  try {
    const built = await buildSite(
      { ...options, only: (file) => file === options.only, base: '/', onProgress: () => undefined },
      { staging: folder },
    )
    return await work({ folder, built, deck: built.decks[0] })
  } finally {
    remove()
    process.off('exit', remove)
  }
}
